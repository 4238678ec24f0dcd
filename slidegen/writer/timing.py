"""Builds as `p:timing`: each click lets shapes or paragraphs appear (ECMA-376-1, 19.5).

In `p:sld` it stands behind the transition and before `p:extLst` (19.3.1.38).
"""

from collections.abc import Iterator, Sequence
from itertools import count

from slidegen.composed import Click, Item, Shape, Target, Text
from slidegen.package.xml import EMPTY, Xml, join, xml
from slidegen.writer.items import FIRST_SHAPE_ID
from slidegen.writer.recordings import recordings_xml

_NOW = Xml('<p:stCondLst><p:cond delay="0"/></p:stCondLst>')


def timing_xml(clicks: Sequence[Click], items: Sequence[Item]) -> Xml:
    """Return the timing of a slide's clicks and recordings, or nothing where there are none of either.

    `items` are all of the slide's.
    """
    numbers = count(2)
    sequence = _sequence(clicks, items, numbers) if clicks else EMPTY
    media = recordings_xml(items, FIRST_SHAPE_ID, numbers)
    if not sequence and not media:
        return EMPTY
    builds = join(_builds(clicks, items))
    return xml(
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        "%s%s</p:childTnLst></p:cTn></p:par></p:tnLst>%s</p:timing>",
        sequence,
        media,
        xml("<p:bldLst>%s</p:bldLst>", builds) if builds else EMPTY,
    )


def _sequence(clicks: Sequence[Click], items: Sequence[Item], numbers: Iterator[int]) -> Xml:
    """Return the main sequence, which goes on at clicks."""
    return xml(
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="%s" dur="indefinite" nodeType="mainSeq">'
        "<p:childTnLst>%s</p:childTnLst></p:cTn>"
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>',
        next(numbers),
        join([_click(click, items, numbers) for click in clicks]),
    )


def _click(click: Click, items: Sequence[Item], numbers: Iterator[int]) -> Xml:
    outer, inner = next(numbers), next(numbers)
    return xml(
        '<p:par><p:cTn id="%s" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst>'
        '<p:par><p:cTn id="%s" fill="hold">%s<p:childTnLst>%s</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>",
        outer,
        inner,
        _NOW,
        join([_effect(target, items, first=n == 0, numbers=numbers) for n, target in enumerate(click.targets)]),
    )


def _effect(target: Target, items: Sequence[Item], first: bool, numbers: Iterator[int]) -> Xml:
    """Return what lets one target appear: the first of a click upon it, the others with that."""
    return xml(
        '<p:par><p:cTn id="%s" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"%s nodeType="%s">'
        '%s<p:childTnLst><p:set><p:cBhvr><p:cTn id="%s" dur="1" fill="hold">%s</p:cTn>'
        "<p:tgtEl>%s</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>',
        next(numbers),
        Xml(' grpId="0"') if _in_builds(items[target.item]) else EMPTY,
        "clickEffect" if first else "withEffect",
        _NOW,
        next(numbers),
        _NOW,
        _target(target),
    )


def _target(target: Target) -> Xml:
    shape = FIRST_SHAPE_ID + target.item
    if target.paragraphs is None:
        return xml('<p:spTgt spid="%s"/>', shape)
    return xml('<p:spTgt spid="%s"><p:txEl><p:pRg st="%s" end="%s"/></p:txEl></p:spTgt>', shape, *target.paragraphs)


def _in_builds(item: Item) -> bool:
    """Whether the list of builds names it: shapes that may hold text, but no tables, pictures and charts."""
    return isinstance(item, Text | Shape)


def _builds(clicks: Sequence[Click], items: Sequence[Item]) -> Iterator[Xml]:
    """Yield one entry a shape, whole or by paragraphs, as its effects are."""
    told = {target.item: target.paragraphs for click in clicks for target in click.targets}
    for number, paragraphs in told.items():
        item = items[number]
        if not _in_builds(item):
            continue
        drawn = isinstance(item, Shape) or (isinstance(item, Text) and (item.fill or item.line))
        how = Xml(' build="p"') if paragraphs else Xml(' animBg="1"') if drawn else EMPTY
        yield xml('<p:bldP spid="%s" grpId="0"%s/>', FIRST_SHAPE_ID + number, how)

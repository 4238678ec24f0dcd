"""Recordings: what makes a picture play (ECMA-376-1, 20.1.3.6 videoFile; MS-PPTX 2.4.2.3 media)."""

from collections.abc import Iterator, Sequence

from slidegen.composed import Item, Picture, Recording
from slidegen.package.xml import Xml, join, xml
from slidegen.writer.relating import Relating

ON_CLICK = Xml('<a:hlinkClick r:id="" action="ppaction://media"/>')


def played_xml(recording: Recording, relating: Relating) -> Xml:
    """Return what nvPr says of a recording: the file for older programs, and its part for PowerPoint 2010 and later."""
    linked, embedded = relating.recording(recording)
    return xml(
        '<a:%s r:link="%s"/><p:extLst><p:ext uri="{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"><p14:media '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" r:embed="%s"/></p:ext></p:extLst>',
        Xml("videoFile" if recording.video else "audioFile"),
        linked,
        embedded,
    )


def recordings_xml(items: Sequence[Item], first_id: int, numbers: Iterator[int]) -> Xml:
    """Return the timing's nodes of the recordings, without which PowerPoint shows no controls under them.

    `first_id` is the id of the first item's shape; the others follow. `numbers` gives the ids of nodes.
    """
    found = [
        (n, item.recording) for n, item in enumerate(items, first_id) if isinstance(item, Picture) and item.recording
    ]
    return join(
        xml(
            '<p:%s><p:cMediaNode vol="80000"><p:cTn id="%s" fill="hold" display="0"><p:stCondLst><p:cond '
            'delay="indefinite"/></p:stCondLst></p:cTn><p:tgtEl><p:spTgt spid="%s"/></p:tgtEl></p:cMediaNode></p:%s>',
            *(kind := Xml("video" if recording.video else "audio"), next(numbers), shape, kind),
        )
        for shape, recording in found
    )

"""Document properties: docProps/core.xml (ECMA-376-2, 8.3) and docProps/app.xml (ECMA-376-1, 15.2.12.3)."""

import time

from slidegen.composed import Properties
from slidegen.package.epoch import build_time
from slidegen.package.xml import DECLARATION, EMPTY, Xml, xml


def core_xml(properties: Properties) -> Xml:
    """Return docProps/core.xml, dated by SOURCE_DATE_EPOCH; properties without a value are left out."""
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", build_time())
    return xml(
        "%s<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">%s%s%s%s'
        '<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified>%s</cp:coreProperties>',
        DECLARATION,
        _given(xml("<dc:title>%s</dc:title>", properties.title), properties.title),
        _given(xml("<dc:subject>%s</dc:subject>", properties.subject), properties.subject),
        _given(xml("<dc:creator>%s</dc:creator>", properties.creator), properties.creator),
        _given(xml("<cp:lastModifiedBy>%s</cp:lastModifiedBy>", properties.creator), properties.creator),
        moment,
        moment,
        _given(xml("<dc:language>%s</dc:language>", properties.language), properties.language),
    )


def app_xml(properties: Properties, slides: int, notes: int, hidden: int) -> Xml:
    """Return docProps/app.xml with the numbers of slides, of notes pages and of hidden slides.

    AppVersion must read NN.NNNN; 16 is the Office generation whose features the file uses.
    """
    return xml(
        '%s<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<PresentationFormat>16:9</PresentationFormat><Slides>%s</Slides><Notes>%s</Notes>"
        "<HiddenSlides>%s</HiddenSlides>%s<Application>slidegen</Application>"
        "<AppVersion>16.0000</AppVersion></Properties>",
        DECLARATION,
        slides,
        notes,
        hidden,
        _given(xml("<Company>%s</Company>", properties.company), properties.company),
    )


def _given(element: Xml, value: str) -> Xml:
    return element if value else EMPTY

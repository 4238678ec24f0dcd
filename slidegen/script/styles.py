"""How a script looks: A4, type to be read from a lectern, headings that Word's navigation lists (ECMA-376-1, 17.7)."""

from slidegen.package.xml import DECLARATION, EMPTY, Xml, xml
from slidegen.words import word

PAGE_WIDTH, PAGE_HEIGHT = 11_906, 16_838
"""A4 in twentieths of a point."""
LEFT = RIGHT = 1_418
_EDGE = PAGE_WIDTH - LEFT - RIGHT
"""Where the clock and the page's number end, from the left margin."""

_NAMESPACE = Xml('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"')
_SERIF = Xml('<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/>')
_SANS = Xml('<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体" w:cs="Arial"/>')
"""Faces that every Chinese Windows has; 仿宋 is what official texts are set in (GB/T 9704, 5.2.2)."""
_RIGHT_TAB = xml('<w:tabs><w:tab w:val="right" w:pos="%s"/></w:tabs>', _EDGE)


def styles_xml(language: str) -> Xml:
    """Return word/styles.xml. Speech is 18 pt at one and a half lines."""
    # 黑体 is heavy as it is; making it bold would only smear it
    heading = xml("%s%s", _SANS, EMPTY if _chinese(language) else Xml("<w:b/><w:bCs/>"))
    return xml(
        '%s<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr>%s<w:sz w:val="36"/><w:szCs w:val="36"/>%s</w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        "%s%s%s%s%s%s</w:styles>",
        DECLARATION,
        _NAMESPACE,
        _SERIF,
        _language(language),
        _style(
            "Title",
            "Title",
            Xml('<w:keepNext/><w:spacing w:before="120" w:after="120" w:line="300" w:lineRule="auto"/>'),
            xml('%s<w:sz w:val="48"/><w:szCs w:val="48"/>', heading),
        ),
        _style(
            "Heading1",
            "heading 1",
            Xml(
                '<w:keepNext/><w:keepLines/><w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>'
                '<w:spacing w:before="480" w:after="0" w:line="300" w:lineRule="auto"/><w:outlineLvl w:val="0"/>'
            ),
            xml('%s<w:sz w:val="36"/><w:szCs w:val="36"/>', heading),
        ),
        _style(
            "Heading2",
            "heading 2",
            xml(
                "<w:keepNext/><w:keepLines/>"
                '<w:pBdr><w:top w:val="single" w:sz="12" w:space="6" w:color="404040"/></w:pBdr>'
                '%s<w:spacing w:before="360" w:after="120" w:line="300" w:lineRule="auto"/><w:outlineLvl w:val="1"/>',
                _RIGHT_TAB,
            ),
            xml('%s<w:sz w:val="32"/><w:szCs w:val="32"/>', heading),
        ),
        _style("Speech", word("speech", language), Xml('<w:spacing w:after="120"/>'), EMPTY),
        _style(
            "Aside",
            word("aside", language),
            Xml('<w:spacing w:after="120"/>'),
            Xml('<w:color w:val="595959"/><w:sz w:val="28"/><w:szCs w:val="28"/>'),
        ),
        _style(
            "Header",
            "header",
            xml(
                '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="808080"/></w:pBdr>%s'
                '<w:spacing w:line="240" w:lineRule="auto"/>',
                _RIGHT_TAB,
            ),
            Xml('<w:sz w:val="21"/><w:szCs w:val="21"/>'),
        ),
    )


def settings_xml(language: str) -> Xml:
    """Return word/settings.xml; mode 15 is that of Word 2013 and later, without which a file opens as an old one."""
    return xml(
        '%s<w:settings %s><w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat>%s</w:settings>",
        DECLARATION,
        _NAMESPACE,
        xml('<w:themeFontLang w:val="%s" w:eastAsia="%s"/>', *_languages(language)),
    )


def _style(id: str, name: str, paragraph: Xml, run: Xml) -> Xml:
    return xml(
        '<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        "<w:pPr>%s</w:pPr>%s</w:style>",
        id,
        name,
        paragraph,
        xml("<w:rPr>%s</w:rPr>", run) if run else EMPTY,
    )


def _language(language: str) -> Xml:
    return xml('<w:lang w:val="%s" w:eastAsia="%s" w:bidi="ar-SA"/>', *_languages(language))


def _languages(language: str) -> tuple[str, str]:
    """Return the languages of Latin and of East Asian text."""
    east = language.split("-")[0] in ("zh", "ja", "ko")
    return ("en-US", language) if east else (language, "zh-CN")


def _chinese(language: str) -> bool:
    return language.split("-")[0] == "zh"

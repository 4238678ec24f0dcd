"""The text of a Word file: as on paper, every change accepted, and what is left out is said."""

import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.diagnostics import Severity
from tests.manuscript.reading.word.documents import docx, level, listed, lists, p, r, read, texts

PICTURE = "<w:drawing><a:blip xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'/></w:drawing>"
EMOJI = (
    "<mc:AlternateContent><mc:Choice Requires='w16se'/><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent>"
)
BOX = "<w:txbxContent><w:p><w:r><w:t>盒中文字</w:t></w:r></w:p></w:txbxContent>"


def styled(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def field(instruction: str, result: str) -> str:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return sign.format("begin") + said + sign.format("separate") + result + sign.format("end")


# ------------------------------------------------------------ headings


def test_headings_of_word_give_their_level() -> None:
    document = Document()
    document.add_heading("题目", 0)
    document.add_heading("一、形势", 1)
    document.add_heading("（一）成绩", 2)
    document.add_paragraph("正文。")
    out = io.BytesIO()
    document.save(out)
    paragraphs, _ = read(out.getvalue())
    assert [(q.text, q.level) for q in paragraphs] == [("题目", 0), ("一、形势", 1), ("（一）成绩", 2), ("正文。", 0)]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a9"><w:name w:val="一级标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="标题 3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="文种"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="y"/><w:basedOn w:val="x"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        (styled("1"), 1),
        (styled("a9"), 1),
        (styled("b"), 3),
        (styled("c"), 0),
        (styled("x"), 0),
        (styled("Heading7"), 7),
        ('<w:outlineLvl w:val="1"/>', 2),
        (styled("1") + '<w:outlineLvl w:val="9"/>', 0),
        (styled("1") + '<w:outlineLvl w:val="many"/>', 1),
    ],
)
def test_level_comes_through_names_bases_and_outline_levels(properties: str, found: int) -> None:
    (only,), _ = read(docx(p("标题", properties), styles=STYLES))
    assert only.level == found


# ------------------------------------------------------------ runs


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (r("全市**") + r("系统"), "全市**系统"),
        ("<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>", "上\n下"),
        ('<w:r><w:br w:type="page"/><w:t>新页</w:t></w:r>', "新页"),
        ("<w:r><w:t>张三</w:t><w:tab/><w:t>李四</w:t></w:r>", "张三\t李四"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "a\u2011bc"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>完成</w:t></w:r>', "✓完成"),
        ('<w:r><w:sym w:font="宋体" w:char="2605"/></w:r>', "★"),
        (f"<w:hyperlink>{r('链接')}</w:hyperlink>", "链接"),
        (f"<w:smartTag>{r('北京')}</w:smartTag>", "北京"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f'<w:fldSimple w:instr=" DATE ">{r("五月")}</w:fldSimple>', "五月"),
        (field(" REF a ", r("结果")) + r("后"), "结果后"),
        (field(f" IF {{ }} </w:instrText></w:r>{r('条件')}<w:r><w:instrText>", r("是")), "是"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (f"<w:r><w:ruby><w:rt>{r('zhōng')}</w:rt><w:rubyBase>{r('中')}</w:rubyBase></w:ruby></w:r>", "中"),
        (f"<w:r>{EMOJI}</w:r>", "😊"),
        (r("甲\u2028乙"), "甲\n乙"),
    ],
)
def test_text_of_a_paragraph_is_what_shows(inner: str, text: str) -> None:
    assert texts(docx(p(inner))) == [text]


def test_line_break_in_a_title_is_no_space_in_chinese() -> None:
    (only,), _ = read(docx(p("<w:r><w:t>在大会上的</w:t><w:br/><w:t>讲话</w:t></w:r>")))
    assert only.plain == "在大会上的讲话"


def test_field_that_is_not_closed_does_not_swallow_what_follows() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(docx(p(r("前") + begun) + p("后文"))) == ["前", "后文"]


def test_content_control_around_paragraphs_is_read() -> None:
    assert texts(docx(f"<w:sdt><w:sdtContent>{p('甲')}{p('乙')}</w:sdtContent></w:sdt>{p('丙')}")) == ["甲", "乙", "丙"]


# ------------------------------------------------------------ tracked changes


def change(name: str, inner: str = "") -> str:
    return f'<w:{name} w:id="1" w:author="a">{inner}</w:{name}>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            p(r("要") + change("ins", r("认真")) + change("del", "<w:r><w:delText>马上</w:delText></w:r>") + r("学")),
            ["要认真学"],
        ),
        (p(change("moveFrom", r("甲"))) + p(r("乙") + change("moveTo", r("甲"))), ["乙甲"]),
        (p("前半", f"<w:rPr>{change('del')}</w:rPr>") + p("后半"), ["前半后半"]),
        (
            p(change("del", "<w:r><w:delText>全删</w:delText></w:r>"), f"<w:rPr>{change('del')}</w:rPr>") + p("留"),
            ["留"],
        ),
        (p("末段", f"<w:rPr>{change('del')}</w:rPr>"), ["末段"]),
        (p("新段", f"<w:rPr>{change('ins')}</w:rPr>") + p("旧段"), ["新段", "旧段"]),
    ],
)
def test_tracked_changes_are_read_as_accepted_and_said(body: str, expected: list[str]) -> None:
    paragraphs, findings = read(docx(body))
    assert [q.text for q in paragraphs] == expected
    assert [(d.code, d.severity) for d in findings] == [("tracked-changes", Severity.NOTE)]


def test_deleted_paragraph_of_a_list_is_not_counted() -> None:
    gone = p(change("del", "<w:r><w:delText>x</w:delText></w:r>"), f"{listed(1)}<w:rPr>{change('del')}</w:rPr>")
    body = p("甲", listed(1)) + gone + p("乙", listed(1))
    paragraphs, _ = read(docx(body, lists(level(0, "decimal", "%1."))))
    assert [q.text for q in paragraphs] == ["1. 甲", "2. 乙"]


def test_deleted_row_of_a_table_is_gone() -> None:
    cells = f"<w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc>"
    table = f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:trPr>{change('del')}</w:trPr>{cells}</w:tr></w:tbl>"
    paragraphs, findings = read(docx(table))
    assert [q.text for q in paragraphs] == ["甲 | 乙"]
    assert [d.code for d in findings] == ["tracked-changes"]


# ------------------------------------------------------------ tables and notes


def test_table_is_read_row_by_row() -> None:
    document = Document()
    table = document.add_table(3, 3)
    for row, cells in zip(table.rows, ["项目 进度 备注", "甲 50% 好", "乙 80% 快"], strict=True):
        for cell, text in zip(row.cells, cells.split(), strict=True):
            cell.text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    table.cell(1, 0).add_paragraph("（续）")
    document.add_paragraph("表后")
    out = io.BytesIO()
    document.save(out)
    paragraphs, _ = read(out.getvalue())
    assert [(q.line, q.kind, q.text) for q in paragraphs] == [
        (1, "table", "项目 | 进度 | 备注"),
        (2, "table", "甲（续） | 50% | 好快"),
        (3, "table", "乙 | 80% | "),
        (4, "text", "表后"),
    ]


def test_table_of_one_column_is_a_frame_around_text() -> None:
    paragraphs, _ = read(docx(f"<w:tbl><w:tr><w:tc>{p('第一段')}{p('第二段')}</w:tc></w:tr></w:tbl>"))
    assert [(q.kind, q.text) for q in paragraphs] == [("text", "第一段"), ("text", "第二段")]


def test_table_within_a_cell_stays_in_its_row() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>{p('丙')}"
    assert texts(docx(f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{p('丁')}</w:tc></w:tr></w:tbl>")) == ["甲 | 乙丙 | 丁"]


def refer(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def test_notes_stand_after_the_paragraph_that_refers_to_them() -> None:
    body = p(r("增长") + refer("footnote", 2) + r("五成") + refer("endnote", 1)) + p("下一段")
    note = p("<w:r><w:footnoteRef/></w:r>" + r(" 据年报。"))
    data = docx(
        body,
        footnotes=f'<w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{note}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p("另据统计。")}</w:endnote>',
    )
    paragraphs, findings = read(data)
    assert [(q.line, q.kind, q.text) for q in paragraphs] == [
        (1, "text", "增长五成"),
        (1, "footnote", "据年报。"),
        (1, "footnote", "另据统计。"),
        (2, "text", "下一段"),
    ]
    assert findings == []


def test_note_of_a_cell_stands_after_its_row() -> None:
    cells = f"<w:tc>{p(r('甲') + refer('footnote', 2))}</w:tc><w:tc>{p('乙')}</w:tc>"
    data = docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", footnotes=f'<w:footnote w:id="2">{p("注")}</w:footnote>')
    assert texts(data) == ["甲 | 乙", "注"]


def test_note_that_is_missing_is_no_fault() -> None:
    assert texts(docx(p(r("甲") + refer("footnote", 7)))) == ["甲"]


# ------------------------------------------------------------ what is left out


NEW_BOX = (
    f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
CONTENTS = (
    "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    f"<w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>"
)
HIDDEN_STYLE = '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
TOC = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (p(r("正文") + r("暗语", "<w:vanish/>")), "hidden text"),
        (p(r("正文") + r("暗语", '<w:rStyle w:val="h"/>')), "hidden text"),
        (p(r("正文") + "<w:commentRangeStart w:id='1'/>"), "comments"),
        (p(r("正文") + "<w:r><w:commentReference w:id='1'/></w:r>"), "comments"),
        (p(r("正文") + f"<w:r>{PICTURE}</w:r>"), "pictures"),
        (p(r("正文") + f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"), "text boxes"),
        (p(r("正文") + NEW_BOX), "text boxes"),
        (p(r("正文") + "<w:r><w:sym w:font='Own' w:char='F041'/></w:r>"), "signs that only their own font can draw"),
        (p("一、目录项 3", styled("T1")) + p("正文"), "the table of contents"),
        (CONTENTS + p("正文"), "the table of contents"),
        ("<w:altChunk r:id='x'/>" + p("正文"), "files that Word inserts when it opens this one"),
    ],
)
def test_what_is_no_text_is_left_out_and_said(body: str, what: str) -> None:
    paragraphs, findings = read(docx(body, styles=HIDDEN_STYLE + TOC))
    assert [q.text for q in paragraphs] == ["正文"]
    assert [(d.code, d.severity, d.message) for d in findings] == [
        ("left-out", Severity.NOTE, f"speech.docx: left out: {what}")
    ]


def test_heading_that_is_kept_out_of_the_contents_is_text() -> None:
    style = '<w:style w:type="paragraph" w:styleId="n"><w:name w:val="前言标题（不入目录）"/></w:style>'
    assert texts(docx(p("前言", styled("n")), styles=style)) == ["前言"]


def test_text_that_a_run_shows_again_is_not_hidden() -> None:
    body = p(r("可见", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>'))
    assert texts(docx(body, styles=HIDDEN_STYLE)) == ["可见"]


@pytest.mark.parametrize(
    ("footer", "said"), [("- 3 -", []), ("第 1 页 共 9 页", []), ("Page 1 of 2", []), ("内部资料", ["left-out"])]
)
def test_footer_is_said_where_it_holds_more_than_the_page_number(footer: str, said: list[str]) -> None:
    document = Document()
    document.add_paragraph("正文")
    document.sections[0].footer.paragraphs[0].text = footer
    out = io.BytesIO()
    document.save(out)
    paragraphs, findings = read(out.getvalue())
    assert [q.text for q in paragraphs] == ["正文"]
    assert [d.code for d in findings] == said


def test_character_that_no_presentation_can_hold_is_an_error() -> None:
    _, findings = read(docx(p("好") + p("坏\x7f字")))
    assert [d.code for d in findings] == ["forbidden-character"]
    assert "U+007F in paragraph 2" in findings[0].message


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])), max_size=8))
def test_paragraphs_of_any_text_come_back_word_for_word(lines: list[str]) -> None:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    paragraphs, findings = read(out.getvalue())
    assert [q.text for q in paragraphs] == [line for line in lines if line.strip()]
    assert [q.line for q in paragraphs] == list(range(1, len(paragraphs) + 1))
    assert findings == []

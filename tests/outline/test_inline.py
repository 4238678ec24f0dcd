"""Inline marks: what is strong, em, code or a link, what stays text, and how long it takes."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Report, Span
from slidegen.outline.inline import Inline, check_links, escape_inline, parse_inline, plain

MARKY = st.text(alphabet=st.sampled_from(list("**``[]()\\# a中，“”。\n:h")), max_size=60)


def shown(text: str) -> str:
    """Write the stretches as readable marks: S for strong, E for em, C for code, L(target) for a link."""
    out = []
    for i in parse_inline(text):
        marks = ("S" if i.strong else "") + ("E" if i.em else "") + ("C" if i.code else "")
        marks += f"L({i.link})" if i.link else ""
        out.append(f"<{marks}:{i.text}>" if marks else i.text)
    return "".join(out)


def test_strong_beside_chinese_quotation_marks() -> None:
    assert shown("坚持**“四自”**要求") == "坚持<S:“四自”>要求"


def test_product_of_numbers_is_literal() -> None:
    assert parse_inline("2*3*4") == (Inline("2*3*4"),)


def test_unmatched_stars_in_a_name_are_literal() -> None:
    assert parse_inline("全市**系统") == (Inline("全市**系统"),)


def test_escaped_stars_show_four_asterisks() -> None:
    assert parse_inline(r"\*\*系统会议，全市\*\*系统") == (Inline("**系统会议，全市**系统"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("**开头**", "<S:开头>"),
        ("一是**学**，二是**做**", "一是<S:学>，二是<S:做>"),
        ("a ** b ** c", "a ** b ** c"),
        ("**未关闭", "**未关闭"),
        ("（*重点*）说明", "（<E:重点>）说明"),
        ("*重点*说明", "*重点*说明"),
        ("see *this* now", "see <E:this> now"),
        ("***都是***", "<SE:都是>"),
        ("***a** b*", "<SE:a><E: b>"),
        ("***a* b**", "<SE:a><S: b>"),
        ("**a *b***", "<S:a ><SE:b>"),
        ("*a **b***", "<E:a ><SE:b>"),
        ("**a *b c**", "<S:a *b c>"),
        ("电话 138****5678 转 139****1234", "电话 138****5678 转 139****1234"),
        ("张***和李***说", "张***和李***说"),
        ("运行 `a*b*c` 即可", "运行 <C:a*b*c> 即可"),
        ("``", "``"),
        ("`没有关闭 **强**", "`没有关闭 <S:强>"),
        (r"`C:\dir`", r"<C:C:\dir>"),
        ("见[官网](https://example.cn/a_b)。", "见<L(https://example.cn/a_b):官网>。"),
        ("[下一页](#next)", "<L(#next):下一页>"),
        ("[**重**点](#a)", "<SL(#a):重><L(#a):点>"),
        ("[百科](https://x.cn/中国_(国家))", "<L(https://x.cn/中国_(国家)):百科>"),
        ("[附件](见后)", "[附件](见后)"),
        ("[](#a)", "[](#a)"),
        ("[a [b](#x) c](#y)", "[a <L(#x):b> c](#y)"),
        ("[a [b] c](#y)", "<L(#y):a [b] c>"),
        ("**见[注一**后", "<S:见[注一>后"),
        ("**a [b** c](#x)", "**a <L(#x):b** c>"),
        ("**a [b](#x) c**", "<S:a ><SL(#x):b><S: c>"),
        (r"\[不是链接](#a)", "[不是链接](#a)"),
        (r"\\server\share", r"\\server\share"),
        (r"\\**强**", r"\<S:强>"),
        ("第一行**强\n第二行**完", "第一行<S:强\n第二行>完"),
    ],
)
def test_marks(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(st.one_of(st.text(), MARKY))
def test_escaped_text_reads_back_equal(text: str) -> None:
    assert parse_inline(escape_inline(text)) == ((Inline(text),) if text else ())
    assert plain(escape_inline(text)) == text


@given(MARKY)
def test_stretches_are_never_empty_and_neighbours_differ(text: str) -> None:
    found = parse_inline(text)
    assert all(i.text for i in found)
    assert all((a.strong, a.em, a.code, a.link) != (b.strong, b.em, b.code, b.link) for a, b in pairwise(found))


@given(MARKY)
def test_parsing_only_ever_removes_marks(text: str) -> None:
    rest = iter(text)
    assert all(char in rest for char in plain(text))


@given(st.text(alphabet="ab中，", min_size=1), st.text(alphabet="ab中，“”"), st.text(alphabet="ab中，“”"))
def test_strong_closes_whatever_stands_beside_it(inner: str, before: str, after: str) -> None:
    assert Inline(inner, strong=True) in parse_inline(f"{before}**{inner}**{after}")


@pytest.mark.parametrize(
    "unit",
    ["*", "[", "]", "`", "\\", "* ", "**a ", " *a", "[a](", "](", "[a](#", "`a", "***a ", "\\*", "[**a](#b)", "(*"],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        parse_inline(text)
        return time.process_time() - start

    assert cost(200_000) < 2.0
    assert cost(200_000) < 40 * cost(20_000) + 0.1


def test_link_scheme_is_checked() -> None:
    report = Report()
    span = Span("a.yaml", 0, 1, 1, 1)
    check_links("[好](https://a.cn) [好](#id) [好](mailto:a@b.cn) [好](HTTP://a.cn)", span, report)
    assert not report.findings
    check_links("[坏](javascript:alert)", span, report)
    assert [d.code for d in report.findings] == ["link-scheme"]
    assert "javascript" in report.findings[0].message

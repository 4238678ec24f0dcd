"""The part of LaTeX that formulas know: what it becomes, and that nothing unknown is passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.math.parse import MathFault, parse_math
from slidegen.math.plain import plain_math
from slidegen.math.size import size_of
from slidegen.math.tree import Big, Fenced, Fraction, Matrix, Root, Row, Script, Sign


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("x^2 + y_1", "x² + y₁"),
        (r"\frac{a+b}{2}", "(a + b)/2"),
        (r"\frac ab", "a/b"),
        (r"\sqrt{b^2-4ac}", "√(b² − 4ac)"),
        (r"\sqrt[3]{x}", "³√x"),
        (r"\sum_{i=1}^{n} x_i = 3", "∑ᵢ₌₁ⁿ xᵢ = 3"),
        (r"\int_0^1 f(x)\,dx", "∫₀¹ f(x)\u2009dx"),
        (r"\alpha\beta \le \Omega", "αβ ≤ Ω"),
        (r"\begin{bmatrix}1 & 0\\0 & 1\end{bmatrix}", "[1, 0; 0, 1]"),
        (r"\begin{cases} x & x>0 \\ 0 \end{cases}", "{x, x > 0; 0,"),
        (r"\left( \frac{1}{2} \right)^n", "(1/2)ⁿ"),
        (r"\left. x \right|_0", "x|₀"),
        (r"\text{rate of growth} = 3\%", "rate of growth = 3%"),
        (r"\lim_{n\to\infty} a_n", "lim (n → ∞) aₙ"),
        (r"\hat{x}", "x\u0302"),
        ("f'(x)", "f′(x)"),
        ("-x", "−x"),
        (r"a = -b", "a = −b"),
        (r"x \in \mathbb{R}", "x ∈ ℝ"),
        (r"\mathrm{d}x", "dx"),
        (r"\sin x", "sin x"),
        (r"\{1, 2\}", "{1, 2}"),
        ("3.14", "3.14"),
        (r"速度 = \frac{路程}{时间}", "速度 = 路程/时间"),
    ],
)
def test_formula_as_plain_text(source: str, plain: str) -> None:
    assert plain_math(parse_math(source)) == plain


def test_tree_says_what_things_are() -> None:
    (fraction,) = parse_math(r"\frac{a}{b}").pieces
    assert isinstance(fraction, Fraction)
    (root,) = parse_math(r"\sqrt{x}").pieces
    assert isinstance(root, Root)
    total, equals, _ = parse_math(r"\sum_{i}^{n} i = 3").pieces
    assert isinstance(total, Big)
    assert total.stacked
    assert total.body.pieces == (Sign("i", "i"),)
    assert isinstance(equals, Sign)
    assert equals.relation
    (matrix,) = parse_math(r"\begin{pmatrix}a&b\\c&d\end{pmatrix}").pieces
    assert isinstance(matrix, Fenced)
    assert isinstance(matrix.body.pieces[0], Matrix)
    (script,) = parse_math("x_i^2").pieces
    assert isinstance(script, Script)
    assert script.below == Row((Sign("i", "i"),))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"\foo x", r"\foo"),
        (r"\frac{a}", r"\frac"),
        ("{a", "brace"),
        ("a}", "}"),
        ("x^", "^"),
        ("^2", "^"),
        ("x^a^b", "^"),
        (r"\left( a", r"\right"),
        (r"\right)", r"\right"),
        (r"\left a \right)", r"\left"),
        (r"\sqrt[3{x}", "["),
        (r"\begin{pmatrix} a", "pmatrix"),
        (r"\begin{tabular} a \end{tabular}", "tabular"),
        (r"\begin{pmatrix} a \end{bmatrix}", "pmatrix"),
        (r"\text x", r"\text"),
        (r"\mathbb{A}", "A"),
        ("5% of", "%"),
        ("", "empty"),
        ("{" * 50 + "}" * 50, "30"),
    ],
)
def test_what_is_not_known_is_a_fault_with_a_hint(source: str, said: str) -> None:
    with pytest.raises(MathFault) as fault:
        parse_math(source)
    assert said in fault.value.message
    assert fault.value.hint


PIECES = st.sampled_from(
    [
        *r"abx12+-=<()[]{}^_'&,. ",
        *(r"\\", r"\frac", r"\sqrt", r"\sum", r"\int", r"\left(", r"\right)", r"\alpha", r"\text{a b}"),
        *(r"\begin{matrix}", r"\end{matrix}", r"\lim", r"\hat", r"\mathbf", "汉", r"\{", r"\limits", "\\"),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=30))
def test_any_text_is_a_formula_or_a_fault(source: str) -> None:
    try:
        row = parse_math(source)
    except MathFault as fault:
        assert fault.message
        return
    plain_math(row)
    size = size_of(row, display=True)
    assert size.width >= 0
    assert size.height > 0


def test_size_follows_what_is_drawn() -> None:
    def width(source: str) -> float:
        return size_of(parse_math(source), display=True).width

    def height(source: str) -> float:
        return size_of(parse_math(source), display=True).height

    assert width(r"\frac{abc}{d}") < width("abc+d")
    assert height(r"\frac{a}{b}") > 1.8 * height("a")
    assert height(r"\begin{matrix}a\\b\\c\end{matrix}") > 2.5 * height("a")
    assert size_of(parse_math(r"\frac{a}{b}")).height < height(r"\frac{a}{b}")

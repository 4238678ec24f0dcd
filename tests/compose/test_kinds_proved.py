"""Decks with tables from files, code and formulas stand before the validators and in a rendering."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.building import good

CODE = "      language: python\n      text: |\n        def f(x):\n            return x  # **all**\n      highlight: 2\n"
DECK = (
    "title: 题目\nmath: true\nslides:\n"
    "  - title: 程序\n    code:\n" + CODE + "      caption: 说明\n    takeaway: 小结\n"
    "  - title: 公式\n    math: '\\frac{-b \\pm \\sqrt[3]{b^2-4ac}}{2a} \\le \\sum_{i=1}^n \\hat{x_i}'\n"
    "    where: ['$x_1$ 是输入', '价格 $5 不是公式']\n"
    "  - title: 矩阵\n    math:\n"
    "      - '\\begin{pmatrix} 1 & \\bar{0} \\\\ 0 & 1 \\end{pmatrix} = \\lim_{n\\to\\infty} a_n'\n"
    "      - '\\left[\\binom{n}{k}\\right] + \\int_0^1 f(x)\\,dx'\n"
)


def test_code_and_formulas_are_sound(tmp_path: Path, proof: Callable[[Sequence[Path]], None]) -> None:
    decks = []
    for theme in ("azure", "dangjian"):
        deck = tmp_path / f"{theme}.pptx"
        deck.write_bytes(good(DECK, theme).data())
        decks.append(deck)
    proof(decks)

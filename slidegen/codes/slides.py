"""Codes of what slides hold."""

from slidegen.codes.code import DATA, Code, chart, head, slide

SLIDES: dict[str, Code] = {
    "two-layouts": Code(
        "A slide asks for several layouts at once.",
        "Its keys decide which layout it takes, and no layout has all of these.",
        slide("cards: [a, b]\n    table: [[a], [b]]"),
    ),
    "unknown-layout": Code("There is no layout of that name.", "The nearest is named.", slide("layout: crads")),
    "unknown-theme": Code("There is no theme of that name.", "The nearest is named.", head("theme: azur")),
    "unknown-icon": Code(
        "There is no icon of that name or keyword.",
        "The nearest are named.",
        slide("cards: [{title: a, icon: sheild}, b]"),
    ),
    "item-count": Code(
        "There are fewer items than the layout takes, or more where it cannot go on over several slides.",
        "The native layouts are drawn for certain numbers.",
        slide("cards: [one]"),
    ),
    "no-slot": Code(
        "The layout has no title.",
        "The title would be missing from the slide.",
        slide("layout: blank"),
    ),
    "no-room": Code(
        "The layout has no room for this key beside so many items.",
        "What does not fit is never left out.",
        slide("cards: [a, b, c, d, e, f]\n    takeaway: x"),
    ),
    "notes-too-long": Code(
        "The notes of a slide are longer than a page of notes on paper, even in small type with a small picture.",
        "PowerPoint prints one page a slide and cuts off the rest; on a screen nothing is lost.",
        slide("bullets: [a, b]\n    notes: " + "what there is to say about it, " * 240),
    ),
    "layout-switched": Code(
        "A slide's text does not fit its layout, and fits the one that this layout leads to.",
        "Text never overflows; where you name the layout, it stays, and the slide is split.",
        slide("key: Done\n    bullets:" + f"\n      - {'a point that says much ' * 3}" * 7),
    ),
    "overflow": Code(
        "The text is too long for its place at the least size.",
        "It could not go on over several slides either. Text never leaves its box and is never too small.",
        slide(f"bullets: [a, b]\n    takeaway: {'much ' * 40}"),
    ),
    "too-deep": Code(
        "Points go deeper than three levels.",
        "Nobody reads a fourth level from the back of a room.",
        slide("bullets: [a, [b, [c, [d, [e]]]]]"),
    ),
    "code-lines": Code(
        "`lines` or `highlight` names lines that the code has not.",
        "Lines are known by their numbers, from 1; those of a part of a file keep theirs.",
        slide("code: {text: a, highlight: 2}"),
    ),
    "no-highlighter": Code(
        "Code is shown in one colour.",
        "Its words are told apart by Pygments, which is not installed.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    "formula": Code(
        "A formula cannot be read.",
        "Formulas are a part of LaTeX; what is not of that part is never left out or shown as it is written.",
        slide("math: x^"),
    ),
    "table-size": Code(
        "The table has too few or too many rows or columns.",
        "It needs a header row, 1 to 300 rows below it and 1 to 8 columns.",
        slide("table: [[a, b]]"),
    ),
    "data-file": Code(
        "The file is no CSV file and no workbook that can be read.",
        "Data come from .csv, .tsv, .txt and .xlsx files; what a file is, its content says, not its name.",
        DATA,
        "command",
    ),
    "data-empty": Code("The data file or the sheet holds nothing.", "There is nothing to show.", DATA, "command"),
    "data-rows": Code(
        "A row of a CSV file has more or fewer cells than the first, a quotation mark has no partner, or `rows` names "
        "rows that the file has not.",
        "It would not be clear which column a cell belongs to.",
        DATA,
        "command",
    ),
    "data-columns": Code(
        "`columns` names a column that the file has not.", "A column is known by its heading.", DATA, "command"
    ),
    "data-sheet": Code("The file has no sheet of that name.", "Its sheets are named in the hint.", DATA, "command"),
    "data-size": Code(
        "A sheet has something beyond its 20,000th row or 500th column.",
        "Nobody reads so much on slides; reading it would take long.",
        DATA,
        "command",
    ),
    "chart-file": Code(
        "A data file does not hold what its chart needs.",
        "The first row names the series, the first column the categories; scatter and bubble charts take columns for "
        "x, y and size.",
        DATA,
        "command",
    ),
    "cell-error": Code(
        "A cell of a sheet shows an error such as #REF!.", "It is no value that a slide may show.", DATA, "command"
    ),
    "formula-value": Code(
        "A formula has no result in the file.",
        "slidegen calculates nothing: it shows the result that Excel or WPS saved. Files written by other programs may "
        "have none.",
        DATA,
        "command",
    ),
    "number-format": Code(
        "A number has a format that slidegen does not know.",
        "Shown otherwise than in the sheet it might mislead. Fractions, conditions and Chinese numerals are not read.",
        DATA,
        "command",
    ),
    "hidden-cells": Code(
        "Rows or columns that the sheet hides were left out.",
        "Who hides or filters them does not want them shown.",
        DATA,
        "command",
    ),
    "uneven-rows": Code(
        "A row has more or fewer cells than the header.",
        "It would not be clear which column a cell belongs to.",
        slide("table: [[a, b], [c]]"),
    ),
    "no-number": Code(
        "What stands in a chart's series is no number, or not a finite one.",
        "A chart draws numbers only; a missing one is written `-` and leaves a gap.",
        chart("column", "[a, b]", "[1, 1e400]"),
    ),
    "uneven-series": Code(
        "A series has more or fewer numbers than the chart has categories.",
        "It would not be clear which number belongs to which category.",
        chart("column", "[a, b, c]", "[1, 2]"),
    ),
    "chart-size": Code(
        "A chart has more series, slices or points than can be told apart, or too few.",
        "Six colours is what a theme has and what people tell apart; a radar needs three axes.",
        chart("pie", "[a, b, c, d, e, f, g]", "[1, 2, 3, 4, 5, 6, 7]"),
    ),
    "chart-values": Code(
        "The numbers are none that this type of chart can show.",
        "Shares of a whole cannot be negative, and a bubble needs a size.",
        chart("pie", "[a, b]", "[3, -1]"),
    ),
    "chart-key": Code(
        "A key has no effect in this type of chart.",
        "What is written and does nothing is mostly a mistake.",
        slide("chart: {type: pie, categories: [a, b], series: [1, 2], x: Years}"),
    ),
    "chart-crowded": Code(
        "The names of a chart's categories, or its values, have no room.",
        "Programs would turn, cut or overlay them.",
        chart("column", f"[{', '.join(f'Department {n:02}' for n in range(40))}]", f"[{', '.join('1' * 40)}]"),
    ),
    "no-such-category": Code(
        "A chart has no category and no series of that name.",
        "`highlight`, `line` and `format` name categories or series as they are written.",
        slide("chart: {type: column, categories: [a, b], series: [1, 2], highlight: c}"),
    ),
    "joined-cells": Code(
        "`<` or `^` has no cell to be joined with, or what is joined is no rectangle.",
        "A table's cells can only be joined to rectangles; the header is joined with no other row, as it is repeated.",
        slide("table: [[<, a], [b, c]]"),
    ),
    "no-such-row": Code(
        "`highlight` names a row or a column that the table has not.",
        "A row is named by its first cell or its number below the header, a column by its heading.",
        slide("table: {rows: [[a, b], [c, d]], highlight: [e]}"),
    ),
}

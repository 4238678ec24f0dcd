"""The numbers of a chart twice: in the workbook that PowerPoint edits, and as c:cat and c:val that refer to it."""

from collections.abc import Sequence

from msgspec import Struct

from slidegen.package.workbook import SHEET, Cell, Formula, column_name, number_text
from slidegen.package.xml import Xml, join, xml
from slidegen.plot import Plot, PlotSeries


class Sheet(Struct, frozen=True):
    """Where the numbers of a chart stand in its workbook: names in row 1, the first column for categories.

    A series of points takes a column for each coordinate, its name above the second.
    """

    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[int, ...]
    """The last column of each series' block."""
    width: int
    """How many columns a series takes."""
    named: int
    """How many categories or names of points there are."""

    def name(self, number: int, text: str) -> Xml:
        """Return c:tx of a series."""
        column = self.columns[number] - (1 if self.width == 3 else 0)
        return xml("<c:tx>%s</c:tx>", _texts(f"{SHEET}!${column_name(column)}$1", [text]))

    def data(self, number: int, series: PlotSeries, categories: Sequence[str]) -> Xml:
        """Return c:cat and c:val, or c:xVal, c:yVal and c:bubbleSize, of a series."""
        last = self.columns[number]
        if not series.across:
            names = _texts(_range(0, len(categories)), categories)
            values = _numbers(_range(last, len(series.values)), series.values)
            return xml("<c:cat>%s</c:cat><c:val>%s</c:val>", names, values)
        first, count = last - self.width + 1, len(series.values)
        across = _numbers(_range(first, count), series.across)
        points = xml(
            "<c:xVal>%s</c:xVal><c:yVal>%s</c:yVal>", across, _numbers(_range(first + 1, count), series.values)
        )
        sizes = _numbers(_range(last, count), series.sizes)
        return xml("%s<c:bubbleSize>%s</c:bubbleSize>", points, sizes) if series.sizes else points


def sheet_of(plot: Plot) -> Sheet:
    """Return a chart's numbers as rows of cells."""
    columns: list[Sequence[Cell]] = [("", *plot.categories)]
    ends = []
    width = 1
    for series in plot.series:
        values = _sums(series.values, len(columns)) if series.total else series.values
        blocks: list[Sequence[Cell]] = [(series.name, *values)]
        if series.across:
            blocks.insert(0, ("X", *series.across))
        if series.sizes:
            blocks.append(("", *series.sizes))
        width = len(blocks)
        columns.extend(blocks)
        ends.append(len(columns) - 1)
    height = max(map(len, columns))
    rows = tuple(tuple(column[r] if r < len(column) else None for column in columns) for r in range(height))
    return Sheet(rows, tuple(ends), width, len(plot.categories))


def _sums(values: Sequence[float | None], width: int) -> tuple[Cell, ...]:
    """Return the cells of totals, which follow when somebody edits the numbers in the columns before them."""
    last = column_name(width - 1)
    return tuple(
        None if value is None else Formula(f"SUM(B{row}:{last}{row})", value) for row, value in enumerate(values, 2)
    )


def _range(column: int, count: int) -> str:
    letters = column_name(column)
    return f"{SHEET}!${letters}$2:${letters}${count + 1}"


def _texts(reference: str, texts: Sequence[str]) -> Xml:
    points = join(xml('<c:pt idx="%s"><c:v>%s</c:v></c:pt>', n, text) for n, text in enumerate(texts))
    return xml(
        '<c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%s"/>%s</c:strCache></c:strRef>',
        *(reference, len(texts), points),
    )


def _numbers(reference: str, numbers: Sequence[float | None]) -> Xml:
    points = join(
        xml('<c:pt idx="%s"><c:v>%s</c:v></c:pt>', n, number_text(number))
        for n, number in enumerate(numbers)
        if number is not None
    )
    return xml(
        "<c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        '<c:ptCount val="%s"/>%s</c:numCache></c:numRef>',
        *(reference, len(numbers), points),
    )

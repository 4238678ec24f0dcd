"""Formulas as Office Math (ECMA-376-1, 22.1) within DrawingML text ([MS-ODRAWXML] 2.25.3, a14:m)."""

from slidegen.drawing import Color, Solid
from slidegen.math.tree import Accent, Big, Fenced, Formula, Fraction, Limit, Matrix, Piece, Root, Row, Script, Sign
from slidegen.package.xml import EMPTY, Xml, join, xml
from slidegen.units import hundredths
from slidegen.writer.drawing import paint_xml

_FACE = Xml('<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18" charset="0"/>')
_STYLES = {
    "i": EMPTY,
    "p": Xml('<m:rPr><m:sty m:val="p"/></m:rPr>'),
    "b": Xml('<m:rPr><m:sty m:val="b"/></m:rPr>'),
}
_ALIGNS = {"l": "left", "ctr": "center", "r": "right", "just": "left"}


class MathWriter:
    """Writes the formulas of one paragraph: `size` in points, the text's colour."""

    def __init__(self, size: float, color: Color) -> None:
        self._size, self._paint = hundredths(size), paint_xml(Solid(color))

    def formula(self, formula: Formula, align: str) -> Xml:
        """Return `m` of the namespace that `items` calls `math`: on its own line it is aligned as text would be."""
        body = xml("<m:oMath>%s</m:oMath>", self._row(formula.row))
        if formula.display:
            body = xml(
                '<m:oMathPara><m:oMathParaPr><m:jc m:val="%s"/></m:oMathParaPr>%s</m:oMathPara>',
                _ALIGNS.get(align, "center"),
                body,
            )
        return xml(
            '<math:m xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">%s</math:m>',
            body,
        )

    def _row(self, row: Row) -> Xml:
        return join(self._piece(piece) for piece in row.pieces)

    def _in(self, tag: str, row: Row | None) -> Xml:
        name = Xml(tag)
        return xml("<m:%s>%s</m:%s>", name, self._row(row) if row else EMPTY, name)

    def _piece(self, piece: Piece) -> Xml:
        match piece:
            case Sign():
                return self._sign(piece)
            case Row():
                return self._row(piece)
            case Fraction(above, below, bar):
                kind = EMPTY if bar else Xml('<m:type m:val="noBar"/>')
                return xml(
                    "<m:f><m:fPr>%s%s</m:fPr>%s%s</m:f>",
                    kind,
                    self._look(),
                    self._in("num", above),
                    self._in("den", below),
                )
            case Root(body, degree):
                hide = EMPTY if degree.pieces else Xml('<m:degHide m:val="1"/>')
                return xml(
                    "<m:rad><m:radPr>%s%s</m:radPr>%s%s</m:rad>",
                    hide,
                    self._look(),
                    self._in("deg", degree),
                    self._in("e", body),
                )
            case Script():
                return self._script(piece)
            case Big():
                return self._big(piece)
            case Limit(name, below):
                return xml(
                    "<m:limLow><m:limLowPr>%s</m:limLowPr><m:e>%s</m:e>%s</m:limLow>%s",
                    self._look(),
                    self._sign(Sign(name)),
                    self._in("lim", below),
                    self._sign(Sign("\u2009")),
                )
            case Fenced(opening, closing, body):
                return xml(
                    '<m:d><m:dPr><m:begChr m:val="%s"/><m:endChr m:val="%s"/>%s</m:dPr>%s</m:d>',
                    opening,
                    closing,
                    self._look(),
                    self._in("e", body),
                )
            case Matrix():
                return self._matrix(piece)
            case Accent():
                return self._accent(piece)

    def _accent(self, piece: Accent) -> Xml:
        look, body = self._look(), self._in("e", piece.body)
        if piece.bar:
            return xml('<m:bar><m:barPr><m:pos m:val="top"/>%s</m:barPr>%s</m:bar>', look, body)
        return xml('<m:acc><m:accPr><m:chr m:val="%s"/>%s</m:accPr>%s</m:acc>', piece.mark, look, body)

    def _sign(self, sign: Sign) -> Xml:
        return xml("<m:r>%s%s<m:t>%s</m:t></m:r>", _STYLES[sign.style], self._properties(sign.style), sign.text)

    def _properties(self, style: str) -> Xml:
        return xml(
            '<a:rPr lang="en-US" sz="%s"%s i="%s">%s%s</a:rPr>',
            self._size,
            Xml(' b="1"') if style == "b" else EMPTY,
            int(style == "i"),
            self._paint,
            _FACE,
        )

    def _look(self) -> Xml:
        """Return the look of what a construct draws by itself: bars, roots, parentheses."""
        return xml("<m:ctrlPr>%s</m:ctrlPr>", self._properties("i"))

    def _script(self, piece: Script) -> Xml:
        name = Xml("sSubSup" if piece.below and piece.above else "sSub" if piece.below else "sSup")
        return xml(
            "<m:%s><m:%sPr>%s</m:%sPr><m:e>%s</m:e>%s%s</m:%s>",
            name,
            name,
            self._look(),
            name,
            self._piece(piece.base),
            self._in("sub", piece.below) if piece.below else EMPTY,
            self._in("sup", piece.above) if piece.above else EMPTY,
            name,
        )

    def _big(self, piece: Big) -> Xml:
        return xml(
            '<m:nary><m:naryPr><m:chr m:val="%s"/><m:limLoc m:val="%s"/>%s%s%s</m:naryPr>%s%s%s</m:nary>',
            piece.sign,
            "undOvr" if piece.stacked else "subSup",
            EMPTY if piece.below else Xml('<m:subHide m:val="1"/>'),
            EMPTY if piece.above else Xml('<m:supHide m:val="1"/>'),
            self._look(),
            self._in("sub", piece.below),
            self._in("sup", piece.above),
            self._in("e", piece.body),
        )

    def _matrix(self, piece: Matrix) -> Xml:
        rows = join(xml("<m:mr>%s</m:mr>", join(self._in("e", cell) for cell in row)) for row in piece.rows)
        return xml(
            '<m:m><m:mPr><m:plcHide m:val="1"/><m:mcs><m:mc><m:mcPr><m:count m:val="%s"/><m:mcJc m:val="%s"/></m:mcPr>'
            "</m:mc></m:mcs>%s</m:mPr>%s</m:m>",
            len(piece.rows[0]),
            "left" if piece.left else "center",
            self._look(),
            rows,
        )

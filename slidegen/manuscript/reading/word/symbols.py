"""Characters that Word writes as a place in a symbol font, as the characters that they look like."""

_PRIVATE = 0xF000
_TABLES = {
    "wingdings": {
        0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
        0xA8: "□", 0xB2: "✧", 0xAB: "★", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xF0: "⇨",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□", 0x97: "•"},
    "symbol": {
        0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0x44: "Δ", 0x53: "Σ",
        0x57: "Ω", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB7: "•",
        0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xDE: "⇒", 0xD6: "√", 0xE5: "∑",
    },
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """Return the character of a `w:sym` (ECMA-376-1, 17.3.3.30); nothing where only its own font could draw it."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    table = _TABLES.get(font.lower())
    if table is not None:
        return table.get(point & 0xFF, "")
    return "" if _PRIVATE - 0x1000 <= point < _PRIVATE + 0x900 or not 0x20 <= point < 0xD800 else chr(point)

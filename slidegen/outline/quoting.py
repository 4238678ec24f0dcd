"""Quoting: how a line would be written so that YAML takes its value as text."""

_SHOWN = 60


def quoted(value: str) -> str:
    """Return a value in the quotes that need the least change; a long one is shown shortened."""
    if len(value) > _SHOWN:
        value = f"{value[: _SHOWN // 2]}…{value[-_SHOWN // 4 :]}"
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def quoted_line(line: str, at: int) -> str:
    """Return a line whose value, which begins at offset `at`, is put in quotes."""
    return line[:at].lstrip() + quoted(line[at:].rstrip())

"""The time a build says it was made at, so that the same input gives the same bytes."""

import os
import time

_FIRST = 315_532_800
"""1980-01-01, the first day that a zip directory can hold (APPNOTE.TXT, 4.4.6), in Unix seconds."""
_LAST = 4_354_819_198
"""2107-12-31 23:59:58, the last."""


def build_time() -> time.struct_time:
    """Return SOURCE_DATE_EPOCH as UTC, within 1980 to 2107; 1980-01-01 when it is unset or no number."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(value) if value.isascii() and value.isdigit() else _FIRST
    return time.gmtime(min(max(seconds, _FIRST), _LAST))

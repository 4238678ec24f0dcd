"""Stable GUIDs, derived from names, so that a rebuilt deck keeps the ids of its parts."""

import hashlib

_NAMESPACE = bytes.fromhex("5d1f0a6e3c0b5c0e9b7a2f64c1d8e923")


def guid(*names: str) -> str:
    """Return the UUIDv5 (RFC 9562, 5.5) of names in the form Office writes: braces, upper case.

    Made here because importing `uuid` costs 10 ms.
    """
    digest = bytearray(hashlib.sha1(_NAMESPACE + "\0".join(names).encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex().upper()
    return f"{{{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}}}"

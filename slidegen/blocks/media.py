"""`kind: media`: a film or a sound beside the outline, with the picture that is shown until it plays."""

import re
from collections.abc import Mapping

from slidegen.blocks.keyed import keyed
from slidegen.blocks.picture import check_alt
from slidegen.blocks.values import MediaValue
from slidegen.composed import Recording
from slidegen.diagnostics import Report
from slidegen.images.image import MEGA, MOST_BYTES, Asset
from slidegen.language import mark
from slidegen.layout.family import Slot
from slidegen.nearby import Nearby
from slidegen.outline.nodes import Mapping as MappingNode
from slidegen.outline.nodes import Node, Scalar

SPELLINGS: dict[str, tuple[str, ...]] = {"file": ("文件",), "poster": ("封面图",), "alt": ("说明", "替代文字")}
KEYS = {word: name for name, others in SPELLINGS.items() for word in (name, *others)}
"""The keys of a recording by every spelling."""
MOST = 200 * MEGA
_MP3 = re.compile(rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]", re.DOTALL)


def parse(node: Node, slot: Slot, report: Report, files: Nearby) -> MediaValue | None:
    """Return the recording with its poster; a file that PowerPoint does not play everywhere is an error."""
    entries = _entries(node, report)
    texts = {name: value for name, value in entries.items() if isinstance(value, Scalar) and value.text.strip()}
    name = texts.get("file")
    if name is None:
        if entries:
            report.error(
                "missing-key", node.span, "`{key}` lacks the recording's file", "write `file: talk.mp4`", key=slot.shown
            )
        return None
    alt = " ".join(texts["alt"].text.split()) if "alt" in texts else ""
    check_alt(alt, texts["alt"].span if "alt" in texts else name.span, report)
    found = files.read(name, report, MOST)
    if found is None:
        return None
    recording = _recording(found[1], Asset(found[0].name, name.span, report))
    if recording is None:
        return None
    image = None
    if "poster" in texts:
        from slidegen.images.reading import read_image

        poster = files.read(texts["poster"], report, MOST_BYTES)
        image = read_image(poster[1], Asset(poster[0].name, texts["poster"].span, report)) if poster else None
        if image is None:
            return None
    return MediaValue(recording, name.span, image, alt)


def _entries(node: Node, report: Report) -> Mapping[str, Node]:
    if isinstance(node, Scalar):
        return {"file": node} if node.text.strip() else {}
    found = keyed(node, KEYS, report) if isinstance(node, MappingNode) else {}
    entries = {name: entry.value for name, entry in found.items()}
    return entries or {"": node}


def _recording(data: bytes, asset: Asset) -> Recording | None:
    """Return a recording by what its bytes are, whatever its name says."""
    if data[4:8] == b"ftyp" and data[8:12] != b"qt  ":
        if not _has_film(data):
            asset.error(
                "damaged-recording",
                mark("{path} is damaged: it ends before the recording does"),
                mark("copy it again from where it came"),
            )
            return None
        sound = data[8:12] in (b"M4A ", b"M4B ")
        return Recording(data, "m4a" if sound else "mp4", not sound)
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return Recording(data, "wav", False)
    if _MP3.match(data):
        return Recording(data, "mp3", False)
    asset.error(
        "recording-format",
        mark("{path} is no recording in a format that PowerPoint plays everywhere"),
        mark("save films as MP4 (H.264), sounds as MP3, M4A or WAV"),
    )
    return None


def _has_film(data: bytes) -> bool:
    """Return whether the boxes of an MP4 (ISO/IEC 14496-12) lead to its end and one of them describes the film."""
    at, described = 0, False
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4])
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16])
        described = described or data[at + 4 : at + 8] == b"moov"
        if size == 0:
            return described
        if size < 8:
            return False
        at += size
    return described and at == len(data)

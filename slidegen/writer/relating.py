"""What the items of one slide refer to: addresses, other slides, and parts of their own such as pictures."""

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct

from slidegen.composed import Link, Recording
from slidegen.package import types as t
from slidegen.package.parts import Package, Relationships


class Media(Struct, frozen=True):
    """The media parts of a package: what is the same is one part; and how many parts of other kinds there are."""

    package: Package
    parts: dict[str, str] = {}
    counts: dict[str, int] = {}

    def count(self, kind: str) -> int:
        """Return the number of the next part of a kind, from 1."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.counts[kind]

    def part(self, data: bytes, extension: str) -> str:
        """Return the name of the part that holds these bytes, made where there is none."""
        key = sha256(data).hexdigest() + extension
        if key not in self.parts:
            self.parts[key] = f"/ppt/media/media{len(self.parts) + 1}.{extension}"
            self.package.add(self.parts[key], t.DEFAULTS[extension], data)
        return self.parts[key]


class Relating(Struct, frozen=True):
    """Hands out the relationship ids of one slide."""

    relationships: Relationships
    slides: Mapping[str, str]
    """The slides' parts by their ids."""
    media: Media

    def __call__(self, link: Link) -> str:
        """Return the relationship of a link."""
        if link.slide:
            return self.relationships.to(t.RT_SLIDE, self.slides[link.target])
        return self.relationships.external(t.RT_HYPERLINK, link.target)

    def image(self, data: bytes, extension: str) -> str:
        """Return the relationship of a picture."""
        return self.relationships.to(t.RT_IMAGE, self.media.part(data, extension))

    def recording(self, recording: Recording) -> tuple[str, str]:
        """Return the two relationships of a recording, as a linked file and as an embedded one, to the same part."""
        part = self.media.part(recording.data, recording.extension)
        linked = self.relationships.to(t.RT_VIDEO if recording.video else t.RT_AUDIO, part)
        return linked, self.relationships.to(t.RT_MEDIA, part)

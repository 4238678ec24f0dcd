"""Recordings on slides: a picture that plays."""

from collections.abc import Iterator

from slidegen.blocks.values import MediaValue
from slidegen.compose.crop import filling
from slidegen.compose.voice import Voice
from slidegen.composed import Item, Picture
from slidegen.images.poster import poster
from slidegen.layout.variant import FrameSpec


def drawn_recording(value: MediaValue, spec: FrameSpec, voice: Voice) -> Iterator[Item]:
    """Yield a recording behind its poster; without one, slidegen draws it in the theme's dark colour."""
    image = value.poster or poster(voice.theme.colors["dk2"])
    pixels = (image.width, image.height)
    yield Picture(
        name=spec.name,
        box=spec.box,
        data=image.data,
        extension=image.extension,
        pixels=pixels,
        crop=filling(pixels, spec.box, (0.5, 0.5)),
        alt=value.alt or spec.name,
        svg=image.svg,
        placeholder=spec.placeholder,
        recording=value.recording,
        origin=value.span,
        slot=spec.path,
    )

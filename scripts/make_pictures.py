"""Draw the pictures of the examples: scripts/pictures/*.svg become decks/pictures/*.png.

    python scripts/make_pictures.py

PNG, so that the examples build without the packages that drawings need; of few colours, so that they are small.
"""

import io
import wave
from math import exp, pi, sin
from pathlib import Path

from PIL import Image
from resvg_py import svg_to_bytes

ROOT = Path(__file__).parents[1]
COLORS = 64


RATE = 8000


def bell() -> bytes:
    """Return two strokes of a bell, two seconds of one channel."""
    tone = (
        sum(sin(2 * pi * f * (n % RATE) / RATE) / k for k, f in enumerate((523, 1046, 1570), 1))
        * exp(-4 * (n % RATE) / RATE)
        for n in range(2 * RATE)
    )
    return b"".join(int(9000 * value).to_bytes(2, "little", signed=True) for value in tone)


def main() -> None:
    """Draw every picture in the size of its view box, and let a bell ring."""
    target = ROOT / "decks/pictures"
    for drawing in sorted((ROOT / "scripts/pictures").glob("*.svg")):
        png = bytes(svg_to_bytes(svg_string=drawing.read_text(encoding="utf-8"), skip_system_fonts=True))
        picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
        path = target / f"{drawing.stem}.png"
        picture.save(path, optimize=True)
        print(f"{path.relative_to(ROOT)}: {picture.width} × {picture.height}, {path.stat().st_size / 1000:.0f} kB")
    with wave.open(str(target / "bell.wav"), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        sound.writeframes(bell())


if __name__ == "__main__":
    main()

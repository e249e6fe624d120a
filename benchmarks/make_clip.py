"""Makes the clip that tests and the board's bench play: 1280 × 720, 30 pictures a second, H.264, without sound.

Run by hand, with PyAV beside our own environment: ``pip install av; python -m benchmarks.make_clip``. The clip
is kept in the repository, so that figures are of the same clip everywhere and nobody needs an encoder.
"""

import importlib
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFilter

CLIP: Final = Path(__file__).resolve().parents[1] / "tests" / "display" / "h264_720p.mp4"
SIZE: Final = (1280, 720)
RATE: Final = 30
SECONDS: Final = 4
BITS: Final = 1_500_000


def picture(ground: Image.Image, n: int) -> Image.Image:
    """The n-th: a landscape of noise that pans, and shapes that cross it."""
    found = ground.crop((2 * n, n, 2 * n + SIZE[0], n + SIZE[1]))
    draw = ImageDraw.Draw(found)
    draw.rectangle((n * 8, 200, n * 8 + 200, 400), fill=(40, 90, 200))
    draw.ellipse((900 - n * 6, 300, 1100 - n * 6, 500), fill=(220, 180, 40))
    return found


def make(file: Path) -> None:
    av: Any = importlib.import_module("av")
    noise = Image.effect_noise((1600, 900), 90).filter(ImageFilter.GaussianBlur(2)).convert("RGB")
    with av.open(str(file), "w") as out:
        stream = out.add_stream("libx264", rate=RATE)
        stream.width, stream.height = SIZE
        stream.pix_fmt, stream.bit_rate = "yuv420p", BITS
        for n in range(RATE * SECONDS):
            for packet in stream.encode(av.VideoFrame.from_image(picture(noise, n))):
                out.mux(packet)
        for packet in stream.encode():
            out.mux(packet)


if __name__ == "__main__":
    make(CLIP)

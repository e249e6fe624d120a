"""Pictures and videos for the wall, good ones and others, made where a test needs them."""

import io
import shutil
import struct
import zlib
from pathlib import Path
from typing import Final

from PIL import Image

H264: Final = Path(__file__).parent / "h264_720p.mp4"
RED: Final = (200, 30, 40)
BLUE: Final = (30, 60, 200)
GREEN: Final = (20, 140, 60)


def picture(file: Path, colour=RED, size=(640, 360)) -> Path:
    """A picture of one colour, of the kind that its name says."""
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(file)
    return file


def huge_png(file: Path, size=(60_000, 40_000)) -> Path:
    """A picture that says it has more pixels than memory holds, in some bytes."""
    picture(file)
    data = bytearray(file.read_bytes())
    data[16:24] = struct.pack(">II", *size)
    header = bytes(data[12:29])
    data[29:33] = struct.pack(">I", zlib.crc32(header))
    file.write_bytes(data)
    return file


def truncated(file: Path, whole: Path, share=0.5) -> Path:
    """The beginning of another file."""
    data = whole.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    return file


def h264(file: Path) -> Path:
    """Four seconds of 1280 by 720."""
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(H264, file)
    return file


def short_clip(file: Path, colour=BLUE, *, pictures=10, rate=10, size=(320, 180)) -> Path:
    """A video of one colour (Motion JPEG in AVI), so that its end is near."""
    file.parent.mkdir(parents=True, exist_ok=True)
    still = io.BytesIO()
    Image.new("RGB", size, colour).save(still, "JPEG")
    jpeg = still.getvalue() + b"\0" * (len(still.getvalue()) % 2)
    movie = b"".join(_chunk(b"00dc", jpeg) for _ in range(pictures))
    index = b"".join(
        struct.pack("<4sIII", b"00dc", 0x10, 4 + n * (len(jpeg) + 8), len(jpeg)) for n in range(pictures)
    )
    width, height = size
    main = struct.pack("<14I", 1_000_000 // rate, 0, 0, 0x10, pictures, 0, 1, len(jpeg), width, height, 0, 0, 0, 0)
    head = struct.pack("<4s4sIHHIIIIIIII", b"vids", b"MJPG", 0, 0, 0, 0, 1, rate, 0, pictures, len(jpeg), 0, 0)
    head += struct.pack("<4H", 0, 0, width, height)
    form = struct.pack("<IiiHH4sIiiII", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0)
    stream = _list(b"strl", _chunk(b"strh", head) + _chunk(b"strf", form))
    body = _list(b"hdrl", _chunk(b"avih", main) + stream) + _list(b"movi", movie) + _chunk(b"idx1", index)
    file.write_bytes(b"RIFF" + struct.pack("<I", len(body) + 4) + b"AVI " + body)
    return file


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data


def _list(name: bytes, data: bytes) -> bytes:
    return _chunk(b"LIST", name + data)

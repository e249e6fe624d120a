"""Pictures as ESC/POS carries them: raster rows, columns of dots, and the graphics store."""

from typing import Final

from PIL import Image

_WIDEST: Final = 1024
_HIGHEST: Final = 4096


def from_raster(arguments: bytes) -> Image.Image:
    """``GS v 0 m xL xH yL yH d...``: rows of bytes, most significant dot first; m doubles width or height."""
    mode, width, height = arguments[1], arguments[2] + arguments[3] * 256, arguments[4] + arguments[5] * 256
    image = _rows(arguments[6:], width, height)
    scale = (2 if mode & 1 else 1, 2 if mode & 2 else 1)
    return _scaled(image, scale)


def from_columns(arguments: bytes) -> Image.Image:
    """``ESC * m nL nH d...``: columns of 8 or 24 dots, the top one first."""
    mode, count = arguments[0], arguments[1] + arguments[2] * 256
    deep = 3 if mode in (32, 33) else 1
    shown = min(count, _WIDEST)
    if not shown:
        return Image.new("L", (1, 8 * deep), 0)
    columns = Image.frombytes("1", (8 * deep, shown), arguments[3 : 3 + shown * deep]).convert("L")
    image = columns.transpose(Image.Transpose.TRANSPOSE)
    return _scaled(image, (1 if mode in (1, 33) else 2, 1 if deep == 3 else 3))


class Store:
    """``GS ( L``: function 112 keeps a picture, function 50 prints it."""

    def __init__(self) -> None:
        self._kept: Image.Image | None = None

    def obey(self, function: int, data: bytes) -> Image.Image | None:
        """The picture to print now, if this function prints."""
        if function == 112 and len(data) >= 8:
            width, height = data[4] + data[5] * 256, data[6] + data[7] * 256
            rows = _rows(data[8:], (width + 7) // 8, height)
            self._kept = _scaled(
                rows.crop((0, 0, min(width, rows.width), rows.height)), (data[1] or 1, data[2] or 1)
            )
        elif function in (2, 50):
            picture, self._kept = self._kept, None
            return picture
        return None


def _rows(data: bytes, row_bytes: int, height: int) -> Image.Image:
    """Short data is filled up with white; what is wider or higher than any paper is left out."""
    height = min(height, _HIGHEST)
    if not row_bytes or not height:
        return Image.new("L", (1, 1), 0)
    whole = data[: row_bytes * height].ljust(row_bytes * height, b"\x00")
    image = Image.frombytes("1", (row_bytes * 8, height), whole).convert("L")
    return image.crop((0, 0, min(image.width, _WIDEST), height))


def _scaled(image: Image.Image, scale: tuple[int, int]) -> Image.Image:
    wide, high = min(scale[0], 2), min(scale[1], 3)
    if (wide, high) == (1, 1):
        return image
    return image.resize((image.width * wide, image.height * high), Image.Resampling.NEAREST)

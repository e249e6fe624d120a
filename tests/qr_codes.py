"""QR codes in a picture, as a telephone's library finds and reads them (zxing-cpp); nothing of ours is in it."""

import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage


def codes_in(picture: Image.Image | QImage) -> list[tuple[str, str]]:
    """Text and level of error correction (L, M, Q, H) of every code."""
    image = _gray(picture) if isinstance(picture, QImage) else picture.convert("L")
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return [(code.text, code.ec_level) for code in found]


def _gray(picture: QImage) -> Image.Image:
    gray = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (gray.width(), gray.height())
    return Image.frombuffer("L", size, bytes(gray.constBits()), "raw", "L", gray.bytesPerLine(), 1)

"""One picture, decoded no larger than it is shown."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from waitline.model.media import PICTURE_MOST_PIXELS, PICTURES, Trouble

from .trouble import Unusable

_BYTES: Final = 4
_MB: Final = 1_000_000


def read_picture(file: Path, room: QSize) -> QImage | None:
    """The picture as it fits into `room`; as it is where there is none. None: a video. Raises Unusable."""
    try:
        with file.open("rb") as opened:
            opened.read(1)
    except FileNotFoundError as error:
        raise Unusable(Trouble.GONE, str(error)) from error
    except OSError as error:
        raise Unusable(Trouble.UNREADABLE, str(error)) from error
    return _decoded(file, room) if file.suffix.lower() in PICTURES else None


def _decoded(file: Path, room: QSize) -> QImage:
    QImageReader.setAllocationLimit(PICTURE_MOST_PIXELS * _BYTES // _MB + 1)
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > PICTURE_MOST_PIXELS:
        raise Unusable(Trouble.PIXELS, f"{size.width()} x {size.height()}")
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    fits = (size.transposed() if turned else size).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    if not room.isEmpty() and size.isValid() and fits.width() * fits.height() < size.width() * size.height():
        reader.setScaledSize(fits.transposed() if turned else fits)
    picture = reader.read()
    if picture.isNull():
        raise Unusable(Trouble.BROKEN, reader.errorString())
    return picture

"""Memory that two processes share, in two halves: a picture is laid into one while the other is on the glass."""

from typing import Final, cast

from PySide6.QtCore import QSharedMemory, QSize
from PySide6.QtGui import QImage

_BYTES: Final = 4


def bytes_for(room: QSize) -> int:
    """What two pictures of this size need."""
    return 2 * room.width() * room.height() * _BYTES


def half_of(memory: QSharedMemory, half: int, size: QSize) -> QImage | None:
    """The picture that lies in a half, to be looked at or painted on; it is the memory itself, good until that is
    detached. None: it does not fit, so it was meant for another memory."""
    if size.isEmpty() or bytes_for(size) > memory.size():
        return None
    begins, width, height = half * (memory.size() // 2), size.width(), size.height()
    # the stubs of Qt call it a number
    all_of_it = cast("memoryview", memory.data())
    part = all_of_it[begins : begins + width * height * _BYTES]
    return QImage(part, width, height, width * _BYTES, QImage.Format.Format_RGB32)

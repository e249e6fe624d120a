"""The house's own icons, tinted with a colour by role."""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from waitline.assets import asset, assets_in


class Icon(StrEnum):
    """Every icon there is: the names of the files in `assets/icons`."""

    ACCESSIBILITY = "accessibility"
    AGAIN = "again"
    BACK = "back"
    BEGIN = "begin"
    BLIND = "blind"
    BOOKING = "booking"
    CANCEL = "cancel"
    CERTIFICATE = "certificate"
    CHECK = "check"
    CLOCK = "clock"
    DEAF = "deaf"
    DISABILITY = "disability"
    DOOR = "door"
    ELDERLY = "elderly"
    FINISH = "finish"
    HELP = "help"
    HOUSEHOLD = "household"
    ID_CARD = "id_card"
    INFANT = "infant"
    LANGUAGE = "language"
    LOCK = "lock"
    LOVE = "love"
    NEXT = "next"
    NO_SHOW = "no_show"
    NOTICE = "notice"
    OTHER = "other"
    OUT_OF_TOUCH = "out_of_touch"
    PARK = "park"
    PAUSE = "pause"
    PEOPLE = "people"
    PREGNANCY = "pregnancy"
    PRINTER = "printer"
    PUT_BACK = "put_back"
    QUESTION = "question"
    RECALL = "recall"
    RECORD = "record"
    REGISTRATION = "registration"
    SEAL = "seal"
    SETTINGS = "settings"
    STOP = "stop"
    TRANSCRIPT = "transcript"
    TRANSFER = "transfer"
    TROUBLE = "trouble"
    UNDO = "undo"
    UP = "up"
    VOICE = "voice"
    WALK_IN = "walk_in"


def icon_named(name: str) -> Icon:
    """The icon an office file names; the question mark if there is none of that name."""
    return Icon(name) if name in set(Icon) else Icon.QUESTION


def icon_names() -> tuple[str, ...]:
    """The names of the icon files that are there."""
    return tuple(path.stem for path in assets_in("icons", "*.svg"))


def paint_icon(painter: QPainter, icon: Icon, box: QRectF, colour: QColor) -> None:
    """Draw an icon as large as fits into the middle of a box."""
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    _renderer(icon, colour.name()).render(painter, square)


def icon_pixmap(icon: Icon, side: int, colour: QColor, *, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `side` pixels, sharp on a screen of that device pixel ratio."""
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, icon, QRectF(0, 0, side, side), colour)
    painter.end()
    return picture


def icon_for_qt(icon: Icon, side: int, colour: QColor, *, ratio: float = 1.0) -> QIcon:
    """An icon for Qt's own buttons and menus."""
    return QIcon(icon_pixmap(icon, side, colour, ratio=ratio))


@lru_cache(maxsize=256)
def _renderer(icon: Icon, colour: str) -> QSvgRenderer:
    text = asset("icons", f"{icon.value}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))

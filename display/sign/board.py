"""The sign's face: the counter, the number that is called or served there, its services, its people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Banner, Colour, Icon, Look, Says, Type, paint_icon
from waitline.look.breaking import as_read, whole
from waitline.look.fit import Part, fit, paint_block
from waitline.look.fonts import font_of_px
from waitline.rules.counter_name import counter_name

from ..board.counter_words import CounterWords, Drawn, sign_for
from ..board.flashes import Flashes
from ..board.frame import frame_colour
from ..board.plan import glass_of_board
from ..board.two_languages import TwoLanguages
from .counter_now import CounterNow, Stands
from .plan import plan_sign

if TYPE_CHECKING:
    from collections.abc import Sequence

_RADIUS: Final = 0.06  # of a box' shorter side
_PAD: Final = 0.08
_BORDER: Final = 0.024  # of the sign's shorter side
_HEART: Final = 0.24  # of the number's box
_ASIDE: Final = 1.3
"""Width to height from which on the heart stands beside the number, else above it."""
_PITCH: Final = 1.12
_LEAST_PX: Final = 10.0
_BANNER: Final = 0.2  # of the height

Line = tuple[str, float, bool, Colour]
"""Words, their size in shares of their box' height, whether they are strong, and their colour."""


class SignBoard(QWidget):
    """`shown`: what was last painted, a line each; `plate`: the counter as painted."""

    painted = Signal(int)
    """The journal's number of a call, when it has been painted."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, still: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        tongues = TwoLanguages()
        self._come = tongues.words(self, self.tr("請到這個櫃台"))
        self._serving = tongues.words(self, self.tr("辦理中"))
        self._free = tongues.words(self, self.tr("請等候叫號"))
        self._paused = tongues.words(self, self.tr("暫停服務"))
        self._back_at = tongues.words(self, self.tr("預計 {time} 恢復"))
        self._opening = tongues.words(self, self.tr("即將開放"))
        self._closed = tongues.words(self, self.tr("未開放"))
        self._all_services = tongues.words(self, self.tr("各項業務"))
        self._staff = tongues.words(self, self.tr("服務人員"))
        self._deputy = tongues.words(self, self.tr("代理人"))
        self._connecting = tongues.words(self, self.tr("正在連線，請稍候"))
        self._not_yet = tongues.words(self, self.tr("尚未連上系統"))
        self._gone = tongues.words(self, self.tr("設定檔已沒有這個櫃台"))
        self._lost = tongues.words(self, self.tr("與系統失去連線，請留意櫃台叫號"))
        self._now: CounterNow | None = None
        self._known = False
        self._stale = False
        self.shown: tuple[str, ...] = ()
        self.plate: Drawn | None = None
        self.banner = Banner(look, role=Type.SMALL, parent=self)
        self.banner.setObjectName("banner")
        self._flashes = Flashes(look, self, still=still)
        self._flashes.turned.connect(self.update)
        self.setObjectName("sign")
        self._tell()

    @property
    def border_shown(self) -> bool:
        """Whether it is framed for a visitor who cannot hear."""
        return self._now is not None and self._now.deaf and self._now.stands is Stands.CALLING

    @property
    def flashing(self) -> bool:
        return self._flashes.active

    def show_counter(self, now: CounterNow | None, *, flashes: bool) -> None:
        """How the counter stands; None: there is none of that name. `flashes`: a new call was not there before."""
        if now != self._now or not self._known:
            self._now, self._known = now, True
            self._tell()
        call = 0 if now is None else now.call
        self._flashes.show([call] if call and flashes else [], newest=call)

    def _tell(self) -> None:
        plate = self._plate()
        said = [plate.text] if plate else []
        self.setAccessibleName(" ".join((*said, *(text for text, *_ in (*self._main(), *self._foot())))))
        self.update()

    def show_touch(self, *, lost: bool) -> None:
        """Grey what may be over, and say so."""
        if lost:
            self.banner.show_words(Says.OUT_OF_TOUCH, self._lost.zh, self._lost.en)
        else:
            self.banner.clear()
        self._stale = lost
        self._place_banner()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        self._look.change(glass=glass_of_board(self.size()))
        self._place_banner()

    def _place_banner(self) -> None:
        height = round(self.height() * _BANNER)
        self.banner.setGeometry(0, self.height() - height, self.width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour(Colour.PAGE))
        self.shown = tuple(self._paint_boxes(painter))
        if self.border_shown:
            width = min(self.width(), self.height()) * _BORDER
            painter.setPen(QPen(frame_colour(self._look), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2))
        painter.end()
        if self._now is not None and self._now.call:
            self.painted.emit(self._now.call)

    def _paint_boxes(self, painter: QPainter) -> list[str]:
        """Services have the whole foot while nobody is there to be named."""
        places = plan_sign(QSizeF(self.width(), self.height() - (self.banner.height() if self._stale else 0)))
        services, people = self._foot()[:2], self._foot()[2:]
        foot = places.services if people else places.services.united(places.people)
        love = self._now is not None and self._now.love
        heart = self._heart_in(places.main) if love else QRectF()
        shown = self._paint_plate(painter, places.plate)
        for box, ground, lines in (
            (places.main, self._ground(), self._main()),
            (foot, Colour.SURFACE, services),
            (places.people, Colour.SURFACE, people),
        ):
            if lines:
                shown += self._paint_box(painter, box, ground, lines, heart if box == places.main else QRectF())
        if love:
            paint_icon(painter, Icon.LOVE, heart, self._look.colour(self._heart_ink()))
        return shown

    def _ground(self) -> Colour:
        if self._now is None or self._stale:
            return Colour.SUNK
        lit = self._flashes.lit(self._now.call)
        return {Stands.CALLING: Colour.CALL_FLASH if lit else Colour.CALL, Stands.SERVING: Colour.SURFACE}.get(
            self._now.stands, Colour.SUNK
        )

    def _paint_box(
        self, painter: QPainter, box: QRectF, ground: Colour, lines: Sequence[Line], heart: QRectF
    ) -> list[str]:
        """Words on their ground, beside or below a heart; gives back what is drawn, a line each."""
        look = self._look
        inner = self._paint_ground(painter, box, ground)
        pad = inner.left() - box.left()
        if not heart.isEmpty() and box.width() > box.height() * _ASIDE:
            inner.setLeft(heart.right() + pad / 2)
        elif not heart.isEmpty():
            inner.setTop(heart.bottom())
        weights = {True: look.sizes.weight_strong, False: look.sizes.weight_text}
        parts = []
        for text, size, strong, _ in lines:
            font = font_of_px(inner.height() * size, weights[strong])
            parts.append(Part(whole(text, font, inner.width()), font))
        block = fit(parts, inner, pitch=_PITCH, least_px=_LEAST_PX)
        inks = [look.colour(Colour.STALE if self._stale else colour) for *_, colour in lines]
        paint_block(painter, block, inner, Qt.AlignmentFlag.AlignHCenter, inks)
        return as_read(block.text).split("\n")

    def _paint_ground(self, painter: QPainter, box: QRectF, ground: Colour) -> QRectF:
        """A round ground; gives back the room for its words."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(Colour.SUNK if self._stale else ground))
        side = min(box.width(), box.height())
        painter.drawRoundedRect(box, side * _RADIUS, side * _RADIUS)
        pad = side * _PAD
        return box.adjusted(pad, pad / 2, -pad, -pad / 2)

    def _plate(self) -> CounterWords | None:
        """「3 號櫃台」 with its number as large as can be."""
        now = self._now
        return None if now is None else CounterWords(counter_name(now.names, now.sign), "")

    def _paint_plate(self, painter: QPainter, box: QRectF) -> list[str]:
        plate = self._plate()
        if plate is None:
            return []
        look = self._look
        inner = self._paint_ground(painter, box, Colour.ACCENT)
        ink = look.colour(Colour.STALE if self._stale else Colour.ON_ACCENT)
        self.plate = plate.paint(
            painter, look, inner, sign_for(look, inner, go_to=""), (ink, ink), centred=True, each=True
        )
        return [self.plate.text]

    def _main(self) -> list[Line]:
        now = self._now
        if now is None:
            before = self._not_yet if self._stale else self._connecting
            said = self._gone if self._known else before
            return [(said.zh, 0.2, True, Colour.TEXT), (said.en, 0.12, False, Colour.TEXT_QUIET)]
        if now.number:
            called = now.stands is Stands.CALLING
            said, ink = (self._come, Colour.ON_CALL) if called else (self._serving, Colour.TEXT)
            quiet = Colour.CALL_QUIET if called else Colour.TEXT_QUIET
            return [(now.number, 0.66, True, ink), (f"{said.zh}  {said.en}", 0.15, True, quiet)]
        words = {
            Stands.FREE: self._free,
            Stands.PAUSED: self._paused,
            Stands.OPENING: self._opening,
            Stands.CLOSED: self._closed,
        }[now.stands]
        lines: list[Line] = [
            (words.zh, 0.32, True, Colour.TEXT),
            (words.en, 0.16, False, Colour.TEXT_QUIET),
        ]
        if now.back_at:
            zh, en = (text.format(time=now.back_at) for text in (self._back_at.zh, self._back_at.en))
            lines.append((f"{zh}  {en}", 0.14, True, Colour.TEXT))
        return lines

    def _foot(self) -> list[Line]:
        """Two lines for what is done here, then who does it, while somebody is there."""
        now = self._now
        if now is None:
            return []
        services = now.services or self._all_services
        lines: list[Line] = [
            (services.zh, 0.42, True, Colour.TEXT),
            (services.en, 0.28, False, Colour.TEXT_QUIET),
        ]
        who = ((self._staff, now.staff), (self._deputy, now.deputy))
        lines += [(f"{role.zh} {role.en}  {name}", 0.42, True, Colour.TEXT) for role, name in who if name]
        return lines

    def _heart_in(self, box: QRectF) -> QRectF:
        """A love visitor's mark, in the upper corner of the number's box or above it."""
        side = min(box.width(), box.height()) * _HEART
        pad = side * 0.3
        aside = box.width() > box.height() * _ASIDE
        left = box.left() + pad if aside else box.center().x() - side / 2
        return QRectF(left, box.top() + pad, side, side)

    def _heart_ink(self) -> Colour:
        if self._stale:
            return Colour.STALE
        calling = self._now is not None and self._now.stands is Stands.CALLING
        return Colour.ON_CALL if calling else Colour.LOVE

"""The one button of the house: for fingers, mice, keys and screen readers; one touch is one wish."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QInputEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from .button_face import Face, face_colours, paint_face
from .button_words import ButtonWords, Words
from .finger import Finger, Touch
from .icon import Icon
from .look import Look
from .roles import Distance, Space

TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)
BEGINS = (
    QEvent.Type.TouchBegin,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.KeyPress,
)
"""Events by which a person begins to press; when that was decides what it was meant for."""
ENDS = (
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.KeyRelease,
)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class TouchButton(QAbstractButton):
    """Activates when the finger is lifted on it. Connect to `activated`, never to `clicked`.

    A finger may slip off by the token `slip`; drawn away and back it counts, lifted elsewhere it does not. A
    second finger does nothing. After an activation the button rests for `rest_ms`, and one that a touch has just
    brought onto the screen rests as long: a double tap is one wish, also across two pages, and also where a busy
    program handles the second tap late: what counts is when the finger came down (`Look.events`).

    `halo_mm` widens what can be hit, not what is seen: buttons laid side by side without spacing, each with
    half the gap as halo, leave no dead gap; a touch in it belongs to the nearest.
    """

    activated = Signal()

    def __init__(
        self,
        look: Look,
        first: str = "",
        second: str = "",
        *,
        face: Face = Face.PLAIN,
        icon: Icon | None = None,
        stacked: bool = False,
        halo_mm: float = 0.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._face = face
        self._halo_mm = halo_mm
        self._finger = Finger()
        self._rests_until = 0.0
        self._pressed_at: float | None = None
        self._event_at = 0.0
        self._content = ButtonWords(look, icon=icon, stacked=stacked)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._pointed_at = look.sizes.distance is Distance.DESK  # glass keeps the last finger as a pointer
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, self._pointed_at)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._activate)
        look.changed.connect(self._again)
        self.show_words(first, second)

    def show_words(self, first: str, second: str = "", note: str = "") -> None:
        """Show the name in two languages and a line of what is now, such as how many wait."""
        words = Words(first=first, second=second, note=note)
        if words == self._content.words:
            return
        self._content.words = words
        self.setText(first)
        self.setAccessibleName(words.together)
        self._again()

    def show_icon(self, icon: Icon | None) -> None:
        """Change the picture."""
        if icon != self._content.icon:
            self._content.icon = icon
            self._again()

    def show_face(self, face: Face) -> None:
        """Change what the button is for."""
        if face != self._face:
            self._face = face
            self.update()

    def show_pressed(self, pressed: bool) -> None:
        """Stand there pressed, as a wish under way has it, or not; under a finger it follows the finger alone."""
        if pressed or self._pressed_at is None or not self.isDown():
            self.setDown(pressed)

    @property
    def words(self) -> Words:
        """What stands on it."""
        return self._content.words

    @property
    def picture(self) -> Icon | None:
        """Its picture."""
        return self._content.icon

    @property
    def face(self) -> Face:
        """What it is for."""
        return self._face

    @property
    def squeezed(self) -> bool:
        """Whether the words are smaller than they may be, because the button is too small."""
        return self._content.laid_in(self._inside()).block.squeezed

    @property
    def smallest_cap_mm(self) -> float:
        """The height of the smallest capitals really drawn."""
        lines = self._content.laid_in(self._inside()).block.lines
        return min((self._look.cap_mm(line.font) for line in lines), default=0.0)

    @property
    def shown_text(self) -> str:
        """The words as drawn, a line each."""
        return self._content.laid_in(self._inside()).block.text

    @property
    def seen_mm(self) -> tuple[float, float]:
        """Width and height of the face on the glass, without halo."""
        face = self._face_box()
        return self._look.glass.mm(face.width()), self._look.glass.mm(face.height())

    def content(self) -> tuple[ButtonWords, QRectF]:
        """What stands on it, and in which box."""
        return self._content, self._inside()

    def sizeHint(self) -> QSize:
        return self._with_frame(self._content.ideal_size()).expandedTo(self.minimumSizeHint())

    def minimumSizeHint(self) -> QSize:
        least = self._look.px(Space.BUTTON)
        around = round(2 * self._around())
        return self._with_frame(self._content.least_size()).expandedTo(QSize(least + around, least + around))

    def least_height(self, width: int) -> int:
        """The height below which the words do not fit a width; not stacked."""
        frame = self._with_frame(QSize(0, 0))
        words = self._content.least_height(width - frame.width())
        least = self._look.px(Space.BUTTON) + round(2 * self._around())
        return max(least, frame.height() + round(words + 1.5))

    def least_width(self) -> int:
        """The width below which a name without a picture does not stand on one line."""
        frame = self._with_frame(QSize(0, 0)).width()
        least = self._look.px(Space.BUTTON) + round(2 * self._around())
        return max(least, frame + round(self._content.least_width() + 1.5))

    def hitButton(self, pos: QPoint) -> bool:
        return self._reach().contains(pos) if self.isDown() else self.rect().contains(pos)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QInputEvent):
            return self._handled(event)
        self._event_at = self._look.events.happened_at(event)
        if event.type() in BEGINS:
            self._pressed_at = self._event_at
            self._look.touched.emit()
            if event.type() != QEvent.Type.KeyPress:
                self._look.finger_down()
        handled = self._handled(event)
        if event.type() in ENDS:
            self._pressed_at = None
            self._look.finger_up()
        return handled

    def _handled(self, event: QEvent) -> bool:
        if event.type() in TOUCHES and isinstance(event, QTouchEvent) and self.isEnabled():
            self._touched(self._finger.follow(event.points(), self._reach()))
            event.accept()
            return True
        if event.type() == QEvent.Type.TouchCancel:
            self._let_go()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._finger.is_down:
            event.accept()  # a mouse made from the finger that is on us already
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._rests_until = max(self._rests_until, self._look.touched_at + self._look.rest_s)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if "_finger" in vars(self):  # not where a window that was never closed is collected as rubbish
            self._let_go()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._let_go()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        halo = self._look.mm(self._halo_mm)
        top = paint_face(
            painter,
            self._look,
            self._face,
            QRectF(self.rect()).adjusted(halo, halo, -halo, -halo),
            down=self.isDown(),
            enabled=self.isEnabled(),
            focused=self.hasFocus(),
            hovered=self._pointed_at and self.underMouse(),
        )
        pad = self._look.px(Space.PAD)
        colours = face_colours(self._face, enabled=self.isEnabled())
        self._content.paint(painter, top.adjusted(pad, pad / 2, -pad, -pad / 2), colours)
        painter.end()

    def _touched(self, touch: Touch) -> None:
        if touch is Touch.LET_GO:
            self.setDown(False)
            self.click()
        elif touch is not Touch.NOTHING:
            self.setDown(touch is Touch.OVER)

    def _activate(self) -> None:
        now = self._look.events.now()
        pressed, ended = (now, now) if self._pressed_at is None else (self._pressed_at, self._event_at)
        if pressed < self._rests_until:
            return
        self._rests_until = ended + self._look.rest_s
        self._look.touched_at, self._look.pressed_at = ended, pressed
        try:
            self.activated.emit()
        finally:
            self._look.pressed_at = None

    def _let_go(self) -> None:
        self._finger.forget()
        self.setDown(False)
        if self._pressed_at is not None:
            self._pressed_at = None
            self._look.finger_up()

    def _around(self) -> float:
        """What lies around the face: the halo and the ring of focus."""
        return self._look.mm(self._halo_mm) + self._look.px(Space.FOCUS) + 1

    def _face_box(self) -> QRectF:
        around = self._around()
        return QRectF(self.rect()).adjusted(around, around, -around, -around)

    def _inside(self) -> QRectF:
        pad, lip = self._look.px(Space.PAD), self._look.px(Space.LIP)
        return self._face_box().adjusted(pad, pad / 2, -pad, -lip - pad / 2)

    def _reach(self) -> QRectF:
        slip = self._look.px(Space.SLIP)
        return QRectF(self.rect()).adjusted(-slip, -slip, slip, slip)

    def _with_frame(self, content: QSize) -> QSize:
        around, pad, lip = self._around(), self._look.px(Space.PAD), self._look.px(Space.LIP)
        return QSize(
            round(content.width() + 2 * around + 2 * pad + 1),
            round(content.height() + 2 * around + pad + lip + 1),
        )

    def _again(self) -> None:
        self._content.forget()
        self.updateGeometry()
        self.update()

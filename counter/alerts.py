"""What others want of whoever sits here: a line each; a new one never moves those that stand already."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from waitline.look import Look, Space

from .actions import Action, Place
from .back_line_strip import BackLineStrip
from .cases.strips import AT_A_COUNTER, ELSEWHERE, AskedCaseStrip, OwnCaseStrip
from .device_strip import DeviceStrip
from .help_strip import HelpStrip
from .key_strip import KeyStrip
from .words import ClerkWords


class Alerts(QWidget):
    """Calls for help and colleagues' questions; with `all_news` also one's own, back line, devices, keys.

    Each is hidden while there is none. A new line comes below those that stand already, so that no button moves
    under the mouse. `pad`: pixels left free at the sides and below a line; `gap`: between two.
    """

    wanted = Signal(Action)
    chosen = Signal(int)

    def __init__(
        self,
        look: Look,
        words: ClerkWords,
        keys: dict[Action, str],
        *,
        place: Place = Place.COUNTER,
        all_news: bool = False,
        pad: int = 0,
        gap: int = 0,
    ) -> None:
        super().__init__()
        self.setObjectName("alerts")
        self._gap = gap
        called = HelpStrip(look, words, keys)
        self.tall = tall = called.height()
        offered = AT_A_COUNTER if place is Place.COUNTER else ELSEWHERE
        asked = AskedCaseStrip(look, words, keys, offered, tall=tall)
        self._lines: list[Any] = [called, asked]
        for line in (called, asked):
            line.wanted.connect(self.wanted)
            line.chosen.connect(self.chosen)
        if all_news:
            own = OwnCaseStrip(look, words, keys, tall=tall)
            own.wanted.connect(self.wanted)
            quiet = (BackLineStrip, DeviceStrip, KeyStrip)
            self._lines = [own, *self._lines, *(kind(look, words, tall=tall) for kind in quiet)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        for line in self._lines:
            line.setContentsMargins(pad, 0, pad, pad)
            line.setFixedHeight(tall if pad else tall - look.px(Space.GAP))  # its words and buttons stay as high
            self._column.addWidget(line)
        self.hide()

    def show_face(self, face: Any) -> None:
        """Draw this moment, as tall as what there is to say."""
        before = [line for line in self._lines if not line.isHidden()]
        for line in self._lines:
            line.show_face(face)
        stay = [line for line in before if not line.isHidden()]
        come = [line for line in self._lines if not line.isHidden() and line not in stay]
        self._stand([*stay, *come])

    def _stand(self, shown: list[Any]) -> None:
        """These, from above to below."""
        order = [*shown, *(line for line in self._lines if line not in shown)]
        if order != self._lines:
            self._lines = order
            for line in order:
                self._column.removeWidget(line)
                self._column.addWidget(line)
        self.setVisible(bool(shown))
        if shown:
            self.setFixedHeight(sum(line.height() for line in shown) + self._gap * (len(shown) - 1))

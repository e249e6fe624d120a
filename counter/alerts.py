"""What wants somebody of the staff, below the bar: calls for help, the back line, devices in trouble."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from waitline.look import Look

from .actions import Action
from .back_line_strip import BackLineStrip
from .device_strip import DeviceStrip
from .face import Face
from .help_strip import HelpStrip
from .words import ClerkWords


class Alerts(QWidget):
    """A line for each kind, hidden while there is none. `pad`: pixels left free at the sides and below a line."""

    wanted = Signal(Action)
    chosen = Signal(int)

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str], *, pad: int = 0) -> None:
        super().__init__()
        self.setObjectName("alerts")
        help_strip = HelpStrip(look, words, keys)
        help_strip.wanted.connect(self.wanted)
        help_strip.chosen.connect(self.chosen)
        tall = help_strip.height()
        strips = BackLineStrip(look, words, tall=tall), DeviceStrip(look, words, tall=tall)
        self._lines = help_strip, *strips
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self._lines:
            line.setContentsMargins(pad, 0, pad, pad)
            column.addWidget(line)
        self.hide()

    def show_face(self, face: Face) -> None:
        """Draw this moment, as tall as what there is to say."""
        for line in self._lines:
            line.show_face(face)
        tall = sum(line.height() for line in self._lines if not line.isHidden())
        self.setVisible(tall > 0)
        if tall:
            self.setFixedHeight(tall)

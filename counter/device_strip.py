"""Which device needs somebody, where, and since when: one line that bar and console share."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from drivers.troubles import only_warns, trouble_words
from waitline.look import Banner, Look, Says, Type
from waitline.model.device import DeviceReport

from .help_calls import NewsFace
from .words import ClerkWords


class DeviceStrip(QWidget):
    """Hidden while all is well; nothing in it is to be pressed. Screen readers are told of each new trouble."""

    def __init__(self, look: Look, words: ClerkWords, *, tall: int) -> None:
        super().__init__()
        self.setObjectName("device_strip")
        self._words = words
        self._about: DeviceReport | None = None
        self._said = Banner(look, role=Type.SMALL)
        self._said.setObjectName("device_trouble")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said)
        self.setFixedHeight(tall)
        self.hide()

    def show_face(self, face: NewsFace) -> None:
        """Draw this moment."""
        troubles = () if face.view is None else sorted(face.view.troubles, key=only_warns)
        self.setVisible(bool(troubles))
        if face.view is None or not troubles:
            self._about = None
            self._said.clear()
            return
        first = troubles[0]
        if first != self._about:
            self._about = first
            self._said.clear()  # another trouble is told to the listener anew
        place = self._words.place(first.place, face.view.setup)
        since = self._words.hour(first.since, face.view.setup)
        cause = self._words.of(trouble_words(first, face.view.setup))
        told = self.tr("%1：%2（%3 起）").replace("%1", place).replace("%2", cause)
        told = told.replace("%3", since)
        if len(troubles) > 1:
            told += " " + self.tr("還有 %1 台").replace("%1", str(len(troubles) - 1))
        says = Says.NOTICE if only_warns(first) else Says.TROUBLE
        self._said.show_words(says if face.in_touch else Says.STALE, told)
        self._said.setToolTip(told)

"""Which keys do not work while another program has the focus, and why: one line that bar and console share."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from waitline.look import Banner, Look, Says, Type

from .face import Face
from .words import ClerkWords


class KeyStrip(QWidget):
    """Hidden while all that are wanted do, or none are; nothing in it is to be pressed."""

    def __init__(self, look: Look, words: ClerkWords, *, tall: int) -> None:
        super().__init__()
        self.setObjectName("key_strip")
        self._words = words
        self._said = Banner(look, role=Type.SMALL)
        self._said.setObjectName("key_trouble")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said)
        self.setFixedHeight(tall)
        self.hide()

    def show_face(self, face: Face) -> None:
        """Draw this moment."""
        self.setVisible(face.keys is not None)
        if face.keys is None:
            self._said.clear()
            return
        told = self._words.of(face.keys)
        self._said.show_words(Says.NOTICE, told)
        self._said.setToolTip(told)

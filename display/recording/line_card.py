"""The clip in hand: its words as large as they go, the call it is said in, and how its recording is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from drivers.voice.own_calls import tokens_of
from waitline.look import Banner, Colour, FitLabel, Look, Panel, Says, Space, Type

from .flow import Doing, RoomFace
from .takes import WORDS, Verdict


class LineCard(Panel):
    """Shows one line of the list, and whether it is being recorded."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("card")
        centre = Qt.AlignmentFlag.AlignCenter
        self._words = FitLabel(look, Type.HERO, strong=True, align=centre)
        self._words.setObjectName("words")
        self._example = FitLabel(look, Type.BODY, colour=Colour.TEXT_QUIET, align=centre)
        self._example.setObjectName("example")
        self._state = Banner(look)
        self._state.setObjectName("state")
        margin = look.px(Space.MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(Space.GAP))
        column.addWidget(self._words, 3)
        column.addWidget(self._example, 2)
        column.addWidget(self._state)

    def show_face(self, face: RoomFace, language: str) -> None:
        """Draw this moment."""
        line = face.line
        self._words.show_words(line.words)
        said = [
            f"【{token.text}】" if token.clip == line.clip else token.text
            for token in tokens_of(line.example, face.pack.language)
        ]
        call = self.tr("例：{number} 號到 {counter} 號櫃台").format(
            number=line.example.number, counter=line.example.counter
        )
        self._example.show_words(f"{call}\n{' '.join(said)}")
        says, words = self._about(face, language)
        self._state.show_words(says, words)
        recording = face.doing is Doing.RECORDING
        self.show_surface(Colour.SURFACE, Colour.ACCENT if recording else Colour.LINE, thick=recording)

    def _about(self, face: RoomFace, language: str) -> tuple[Says, str]:
        take = face.pack.takes.get(face.line.clip)
        if face.doing is Doing.RECORDING:
            return Says.NOTICE, self.tr("正在錄音 {seconds} 秒，請說").format(seconds=face.seconds)
        if face.doing is Doing.JUDGING:
            return Says.QUIET, self.tr("正在修剪、調整音量…")
        if take is None:
            return Says.QUIET, self.tr("還沒錄")
        words = self.tr("已錄：{verdict}").format(verdict=WORDS[take.verdict].in_language(language))
        return (Says.GOOD if take.verdict is Verdict.GOOD else Says.NOTICE), words

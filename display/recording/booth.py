"""What is done to the clip in hand: level and microphone, record, listen, the next, and whole calls."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from drivers.voice.own_calls import Example
from waitline.look import Banner, FitLabel, Icon, Look, Says, Space, TouchButton, Type
from waitline.look import Face as ButtonFace

from .flow import Doing, RoomFace, Tone
from .level_meter import LevelMeter
from .line_card import LineCard
from .microphone import Device

TONES: Final = {Tone.QUIET: Says.QUIET, Tone.GOOD: Says.GOOD, Tone.NOTICE: Says.NOTICE, Tone.TROUBLE: Says.TROUBLE}
NUMBER_EMS: Final = 7
MESSAGE_LINES: Final = 2


class Booth(QWidget):
    """Signals are wishes; `sentence_wanted` carries number and counter as typed."""

    record_wanted = Signal()
    listen_wanted = Signal()
    next_wanted = Signal()
    sentence_wanted = Signal(str, str)
    microphone_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.card = LineCard(look)
        self.meter = LevelMeter(look)
        self._microphone = QComboBox()
        self._microphone.setObjectName("microphone")
        self._record = TouchButton(look, face=ButtonFace.MAIN, icon=Icon.RECORD)
        self._listen = TouchButton(look, icon=Icon.VOICE)
        self._next = TouchButton(look, icon=Icon.NEXT)
        self._sentence = TouchButton(look, icon=Icon.VOICE)
        for button, name in (
            (self._record, "record"),
            (self._listen, "listen"),
            (self._next, "next"),
            (self._sentence, "sentence"),
        ):
            button.setObjectName(name)
        self._number, self._counter = QLineEdit(), QLineEdit()
        self._number.setObjectName("number")
        self._counter.setObjectName("counter")
        self._names = [FitLabel(look, Type.BODY) for _ in range(2)]
        self._said = Banner(look)
        self._said.setObjectName("message")
        self._shown: Example | None = None
        self._doing = Doing.NOTHING
        self._lay_out(look)
        self._wire()
        self._name()

    def show_face(self, face: RoomFace, language: str) -> None:
        """Draw this moment."""
        self.card.show_face(face, language)
        self.meter.show_live(live=face.hears)
        if face.doing is not self._doing:
            self._doing = face.doing
            self._name()
        take = face.pack.takes.get(face.line.clip)
        still = face.doing in (Doing.NOTHING, Doing.PLAYING)
        self._record.setEnabled(face.doing is Doing.RECORDING or (still and face.hears))
        self._listen.setEnabled(face.doing is Doing.PLAYING or (still and take is not None))
        self._next.setEnabled(still)
        self._sentence.setEnabled(still)
        if face.line.example != self._shown:
            self._shown = face.line.example
            self._number.setText(self._shown.number)
            self._counter.setText(self._shown.counter)
        if face.said is None:
            self._said.clear()
        else:
            self._said.show_words(TONES[face.said.tone], face.said.words.in_language(language))

    def show_devices(self, devices: Sequence[Device], listening: str) -> None:
        """The microphones there are, and the one listened to."""
        blocker = QSignalBlocker(self._microphone)
        self._microphone.clear()
        for device in devices:
            self._microphone.addItem(device.name, device.id)
        self._microphone.setCurrentIndex(self._microphone.findData(listening))
        if not devices:
            self._microphone.addItem(self.tr("沒有麥克風"), "")
        self._microphone.setEnabled(bool(devices))
        blocker.unblock()

    def want_sentence(self) -> None:
        """The key of the button."""
        self.sentence_wanted.emit(self._number.text().strip(), self._counter.text().strip())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _wire(self) -> None:
        self._record.activated.connect(self.record_wanted)
        self._listen.activated.connect(self.listen_wanted)
        self._next.activated.connect(self.next_wanted)
        self._sentence.activated.connect(self.want_sentence)
        self._number.returnPressed.connect(self.want_sentence)
        self._counter.returnPressed.connect(self.want_sentence)
        self._microphone.currentIndexChanged.connect(
            lambda: self.microphone_wanted.emit(self._microphone.currentData())
        )

    def _lay_out(self, look: Look) -> None:
        gap = look.px(Space.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.card, 1)
        level = QHBoxLayout()
        level.setSpacing(look.px(Space.MARGIN))
        level.addWidget(self.meter, 3)
        level.addWidget(self._microphone, 2)
        column.addLayout(level)
        column.addLayout(_row(gap, (self._record, 2), (self._listen, 1), (self._next, 1)))
        for field in (self._number, self._counter):
            field.setFixedWidth(look.font(Type.BODY).pixelSize() * NUMBER_EMS)
        number, counter = self._names
        column.addLayout(
            _row(gap, (number, 0), (self._number, 0), (counter, 0), (self._counter, 0), (self._sentence, 1))
        )
        kept = QWidget()
        kept.setFixedHeight(round(look.font(Type.BODY).pixelSize() * 1.4 * MESSAGE_LINES) + look.px(Space.PAD))
        inside = QVBoxLayout(kept)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._said)
        column.addWidget(kept)

    def _name(self) -> None:
        recording = self._doing is Doing.RECORDING
        self._record.show_words(self.tr("停止") if recording else self.tr("錄音"), note="F9")
        self._record.show_icon(Icon.STOP if recording else Icon.RECORD)
        playing = self._doing is Doing.PLAYING
        self._listen.show_words(self.tr("不聽了") if playing else self.tr("聽這句"), note="F10")
        self._next.show_words(self.tr("下一句"), note="F12")
        self._sentence.show_words(self.tr("聽整句叫號"), note="F11")
        for label, field, name in zip(
            self._names, (self._number, self._counter), (self.tr("號碼"), self.tr("櫃台")), strict=True
        ):
            label.show_words(name)
            field.setAccessibleName(name)
        self._microphone.setAccessibleName(self.tr("麥克風"))


def _row(gap: int, *parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part, share in parts:
        row.addWidget(part, share)
    return row

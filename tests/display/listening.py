"""What a loudspeaker was asked to say."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from display.announcer import Announcement


class ListeningLoudspeaker(QObject):
    """A loudspeaker that writes down what it is asked to say; each call is said within a moment."""

    finished = Signal()
    spoke = Signal(bool)
    audible_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.loud: list[float] = []
        self.cut_short = 0
        self.absent: frozenset[str] = frozenset()
        self.holds = False
        self.hurry: Callable[[], bool] | None = None
        self.may: Callable[[], bool] | None = None

    def open(self) -> None:
        self.audible_changed.emit(True)

    def say(
        self, announcement: Announcement, *, times: float, hurry: Callable[[], bool], may: Callable[[], bool]
    ) -> None:
        self.loud.append(times)
        self.may = may
        self.hurry = hurry
        self.said.append(announcement.call.label)
        if not self.holds:
            QTimer.singleShot(0, self, self.finished.emit)

    def be_as_loud_as(self, times: float) -> None:
        if self.loud[-1] != times:
            self.loud.append(times)

    def stop(self) -> None:
        self.cut_short += 1

    def close(self) -> None:
        self.said.append("closed")

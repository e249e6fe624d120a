"""A hall in memory for the follower: the same port as the database's, with a line that can be cut or go dark."""

import threading
from dataclasses import dataclass, field

from waitline.desktop import Watch
from waitline.model.errors import DatabaseAway


@dataclass
class Hall:
    """State, who reads it from which thread, and what is wrong with the line."""

    value: int = 0
    cut: bool = False
    dark: bool = False
    changed: threading.Event = field(default_factory=threading.Event)
    light: threading.Event = field(default_factory=threading.Event)
    opened: int = 0
    closed: int = 0
    read_by: set[str] = field(default_factory=set)
    waited_s: list[float] = field(default_factory=list)

    def watch(self) -> "Watch[int]":
        self.opened += 1
        return Watch(feed=Line(self), read=self.read)

    def read(self) -> int:
        self.read_by.add(threading.current_thread().name)
        if self.dark:
            self.light.wait()
        if self.cut:
            raise DatabaseAway
        return self.value

    def change_to(self, value: int) -> None:
        self.value = value
        self.changed.set()


class Line:
    """The hall's feed."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    def wait(self, timeout_s: float) -> bool:
        self._hall.waited_s.append(timeout_s)
        if self._hall.cut:
            raise DatabaseAway
        woken = self._hall.changed.wait(timeout_s)
        self._hall.changed.clear()
        return woken

    def close(self) -> None:
        self._hall.closed += 1

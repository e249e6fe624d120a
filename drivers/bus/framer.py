"""Frames out of a stream of bytes, whatever else is in it.

A byte that begins no frame is dropped, one that might is kept until the frame is whole or the line has been
silent; then the rest is looked through again from the next byte on. So a frame is lost only if its own bytes were
hurt: what follows garbage, half a frame or a false beginning is found, at the latest after a silence.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .layout import Layout

Tag = TypeVar("Tag")
Tag_co = TypeVar("Tag_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Frame(Generic[Tag_co]):
    """A whole frame: which layout it has (`tag`), what it carries, and its bytes."""

    tag: Tag_co
    values: dict[str, int | str | bytes]
    data: bytes

    @property
    def address(self) -> int | None:
        """Whose it is; None where the layout does not say."""
        found = self.values.get("address")
        return found if isinstance(found, int) else None


class Framer(Generic[Tag]):
    """Knows some layouts. `wanted` refuses a frame that cannot be meant, e.g. of an address that nobody has."""

    def __init__(
        self, layouts: Sequence[tuple[Tag, Layout]], wanted: Callable[[Frame[Tag]], bool] = lambda _: True
    ) -> None:
        self._layouts = tuple(layouts)
        self._wanted = wanted
        self._kept = bytearray()
        self.dropped = 0
        """Bytes that were part of no frame."""

    @property
    def is_within(self) -> bool:
        """Whether bytes are kept that may become a frame."""
        return bool(self._kept)

    def feed(self, data: bytes) -> list[Frame[Tag]]:
        """The frames that are whole with these bytes."""
        self._kept += data
        return self._scan(silent=False)

    def silence(self) -> list[Frame[Tag]]:
        """Nothing came for so long that no frame goes on: what is kept holds whole frames or none."""
        return self._scan(silent=True)

    def _scan(self, *, silent: bool) -> list[Frame[Tag]]:
        found: list[Frame[Tag]] = []
        while self._kept:
            frame, may_grow = self._first()
            if frame is not None:
                found.append(frame)
                del self._kept[: len(frame.data)]
            elif may_grow and not silent:
                break
            else:
                del self._kept[0]
                self.dropped += 1
        return found

    def _first(self) -> tuple[Frame[Tag] | None, bool]:
        """The frame that stands first, or whether one may do so with more bytes."""
        may_grow = False
        for tag, layout in self._layouts:
            head = bytes(self._kept[: layout.size])
            if not layout.may_begin(head):
                continue
            if len(head) < layout.size:
                may_grow = True
                continue
            values = layout.read(head)
            if values is None:
                continue
            frame = Frame(tag, values, head)
            if self._wanted(frame):
                return frame, False
        return None, may_grow

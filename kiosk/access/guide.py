"""What is read aloud, as pieces one after the other: pages, choices and where they stand, the number twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..tongue import first

if TYPE_CHECKING:
    from .reading import Choice, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words said in one go. `is_number`: a ticket's label, read sign by sign as it is printed."""

    text: str
    is_number: bool = False


class GuideWords(QObject):
    """Puts readings into spoken words, in the language of the moment."""

    def greeting(self, office: str) -> tuple[Piece, ...]:
        """Said once when the guide begins."""
        how = self.tr("語音導覽已開啟。用上一項、下一項選擇，確認鍵選取，返回鍵回上一頁。")
        return _pieces(office, first(how))

    def page(self, reading: Reading) -> tuple[Piece, ...]:
        """A page from its title on; a number twice."""
        if not reading.number:
            return _pieces(reading.alert, reading.title, *reading.lines)
        number = Piece(text=reading.number, is_number=True)
        title = _pieces(reading.title)
        return (*_pieces(reading.alert), *title, number, *title, number, *_pieces(*reading.lines))

    def changed(self, before: Reading, now: Reading) -> tuple[Piece, ...]:
        """What is new on a page that was read already."""
        old = (before.alert, before.title, *before.lines)
        return _pieces(*(text for text in (now.alert, now.title, *now.lines) if text not in old))

    def choice(self, choice: Choice, place: int, of: int, *, turned: bool = False) -> tuple[Piece, ...]:
        """Name, what it is, its state, and where it stands. `turned`: the last was left for the first, or back."""
        around = first(self.tr("繞回另一端")) if turned else ""
        state = first(self.tr("處理中")) if choice.held else ""
        where = first(self.tr("第 {place} 項，共 {of} 項")).format(place=place, of=of)
        return _pieces(around, choice.words, first(self.tr("按鈕")), choice.note, state, where)

    def leaving(self, seconds: int) -> str:
        """The warning before a page goes away."""
        text = first(self.tr("還在嗎？請按任一鍵或碰一下螢幕，{seconds} 秒後回到首頁。"))
        return text.replace("{seconds}", str(seconds))

    def left(self) -> tuple[Piece, ...]:
        """The last words: the screen is as everybody finds it."""
        return _pieces(first(self.tr("已回到一般畫面")))


def _pieces(*texts: str) -> tuple[Piece, ...]:
    return tuple(Piece(text=text) for text in texts if text)

"""What is read aloud, one saying after the other: pages, choices and where they stand, the number twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drivers.voice.spoken import Saying

from ..tongue import first
from .speech import Silence

if TYPE_CHECKING:
    from .reading import Choice, Reading


class GuideWords(QObject):
    """Puts readings into spoken words, in the language of the moment."""

    def greeting(self, office: str, *, holding: bool) -> tuple[Saying, ...]:
        """Said once when the guide begins. `holding`: that a key may be held down."""
        how = first(self.tr("語音導覽已開啟。用上一項、下一項選擇，確認鍵選取，返回鍵回上一頁。"))
        return _sayings(office, how, first(self.tr("按住上一項或下一項，會一項一項往下念。")) if holding else "")

    def page(self, reading: Reading) -> tuple[Saying, ...]:
        """A page from its title on; a number twice."""
        if not reading.number:
            return _sayings(reading.alert, reading.title, *reading.lines)
        number = Saying(text=reading.number, is_number=True)
        title = _sayings(reading.title)
        return (*_sayings(reading.alert), *title, number, *title, number, *_sayings(*reading.lines))

    def changed(self, before: Reading, now: Reading) -> tuple[Saying, ...]:
        """What is new on a page that was read already."""
        old = (before.alert, before.title, *before.lines)
        return _sayings(*(text for text in (now.alert, now.title, *now.lines) if text not in old))

    def choice(self, choice: Choice, place: int, of: int, *, turned: bool = False) -> tuple[Saying, ...]:
        """Name, what it is, its state, and where it stands. `turned`: the last was left for the first, or back."""
        around = first(self.tr("繞回另一端")) if turned else ""
        state = first(self.tr("處理中")) if choice.held else ""
        where = first(self.tr("第 {place} 項，共 {of} 項")).format(place=place, of=of)
        return _sayings(around, choice.words, first(self.tr("按鈕")), choice.note, state, where)

    def turned(self, page: int, pages: int) -> tuple[Saying, ...]:
        """Which page of the choices was turned to."""
        return _sayings(first(self.tr("第 {page} 頁，共 {pages} 頁")).format(page=page, pages=pages))

    def leaving(self, seconds: int) -> str:
        """The warning before a page goes away."""
        text = first(self.tr("還在嗎？請按鍵或碰螢幕，{seconds} 秒後回首頁。"))
        return text.replace("{seconds}", str(seconds))

    def silence(self, why: Silence) -> str:
        """Said on the glass, where nothing is said aloud."""
        match why:
            case Silence.NONE:
                return ""
            case Silence.LANGUAGE:
                return first(self.tr("這種語言不能朗讀，請看螢幕。"))
            case Silence.SOUND:
                return first(self.tr("目前沒有語音，請看螢幕。"))

    def left(self) -> tuple[Saying, ...]:
        """The last words: the screen is as everybody finds it."""
        return _sayings(first(self.tr("已回到一般畫面")))


def _sayings(*texts: str) -> tuple[Saying, ...]:
    return tuple(Saying(text=text) for text in texts if text)

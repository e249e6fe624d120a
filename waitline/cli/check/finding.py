"""One thing that was looked at, and how it was found."""

from dataclasses import dataclass
from enum import StrEnum

from waitline.cli.reasons import words_with_reason
from waitline.model.errors import WaitlineError
from waitline.model.words import Words


class Level(StrEnum):
    """NOTICE works, but somebody should know; WRONG makes the command say no."""

    WELL = "well"
    NOTICE = "notice"
    WRONG = "wrong"


class Topic(StrEnum):
    OFFICE = "office"
    CALENDAR = "calendar"
    DATABASE = "database"
    FONTS = "fonts"
    SCREENS = "screens"
    PRINTERS = "printers"
    BUSES = "buses"
    DEVICES = "devices"
    KEYS = "keys"
    MEDIA = "media"
    VOICE = "voice"


TOPIC_WORDS = {
    Topic.OFFICE: Words(zh="設定檔", en="Office file"),
    Topic.CALENDAR: Words(zh="開放日曆", en="Calendar"),
    Topic.DATABASE: Words(zh="資料庫", en="Database"),
    Topic.FONTS: Words(zh="字型", en="Fonts"),
    Topic.SCREENS: Words(zh="螢幕", en="Screens"),
    Topic.PRINTERS: Words(zh="印表機", en="Printers"),
    Topic.BUSES: Words(zh="櫃台面板與鍵盤", en="Panels and keypads"),
    Topic.DEVICES: Words(zh="設備回報", en="Devices, as told"),
    Topic.KEYS: Words(zh="全域按鍵", en="Global keys"),
    Topic.MEDIA: Words(zh="圖片與影片", en="Pictures and videos"),
    Topic.VOICE: Words(zh="語音", en="Voice"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was looked at (`topic`) and what it is like."""

    topic: Topic
    level: Level
    words: Words


def well(topic: Topic, zh: str, en: str) -> Finding:
    return Finding(topic=topic, level=Level.WELL, words=Words(zh=zh, en=en))


def notice(topic: Topic, zh: str, en: str) -> Finding:
    return Finding(topic=topic, level=Level.NOTICE, words=Words(zh=zh, en=en))


def wrong(topic: Topic, zh: str, en: str) -> Finding:
    return Finding(topic=topic, level=Level.WRONG, words=Words(zh=zh, en=en))


def from_error(topic: Topic, error: WaitlineError, level: Level = Level.WRONG) -> Finding:
    return Finding(topic=topic, level=level, words=words_with_reason(error))

"""Reads a page of the kiosk, and puts the profile's own choices beside the page's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from waitline.look import Icon

from ..tongue import first
from .paging import Kept
from .reading import Choice, Reading, choice_of, the_main_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from waitline.look import TouchButton

    from ..pages.page import Page

REPEAT, LOUDER, SOFTER = "access-repeat", "access-louder", "access-softer"
OPTIONS, CLOSE, ORDINARY = "access-options", "access-close", "access-ordinary"
HOME: Final = "home"
SENTENCES: Final = re.compile(r"(?<=[。！？])|(?<=[.!?]) ")
"""A sentence a line: what has no room together is shown, and read, one by one."""
FIRST_PAGE: Final = "home-page"
HELP: Final = "help"
KEPT: Final = Kept(order=(REPEAT, OPTIONS, HELP, "love", CLOSE, "way-home", HOME), alone=(REPEAT,), rather=(HELP,))
"""What stands low on each page, the nearest way out last: one step back from the first."""
NEEDS_A_VOICE: Final = (REPEAT, LOUDER, SOFTER)


class Reader(QObject):
    """`silence` says why nothing is heard, where that is so: on the first page, and where sound is chosen. What is
    only for the ear is not offered then.
    """

    def read(self, page: Page, *, alert: str, silence: str) -> Reading:
        """What stands on a page now."""
        title, *texts = page.said() or ("",)
        lines = [sentence for text in texts for sentence in SENTENCES.split(text) if sentence]
        own = [choice_of(button) for button in the_main_first(page.choices())]
        every = (*own, *self._offered(REPEAT, OPTIONS, silence=silence))
        return Reading(
            page=f"{page.objectName()} {title}",
            title=title,
            lines=tuple(lines),
            number=page.number(),
            code=page.code(),
            alert="" if page.number() else alert,  # its own words say how its slip is doing
            aside=silence if page.objectName() == FIRST_PAGE else "",
            spare=frozenset({HELP}) if page.needs_its_room() else frozenset(),
            choices=every,
        )

    def options(self, extra: Iterable[TouchButton], *, alert: str, silence: str) -> Reading:
        """Language, sound and manner: what holds for the whole visit."""
        chosen = (choice_of(button) for button in extra)
        own = self._offered(CLOSE, REPEAT, LOUDER, SOFTER, silence=silence)
        return Reading(
            page=OPTIONS,
            title=first(self.tr("語言與聲音")),
            lines=(silence,) if silence else (),
            alert=alert,
            choices=(*own, *chosen, self._own(ORDINARY)),
        )

    def _offered(self, *names: str, silence: str) -> tuple[Choice, ...]:
        return tuple(self._own(name) for name in names if not (silence and name in NEEDS_A_VOICE))

    def _own(self, name: str) -> Choice:
        texts = {
            REPEAT: (self.tr("再聽一次"), Icon.VOICE),
            LOUDER: (self.tr("大聲一點"), Icon.UP),
            SOFTER: (self.tr("小聲一點"), Icon.VOICE),
            OPTIONS: (self.tr("語言與聲音"), Icon.SETTINGS),
            CLOSE: (self.tr("返回"), Icon.BACK),
            ORDINARY: (self.tr("一般畫面"), Icon.UNDO),
        }
        text, icon = texts[name]
        return Choice(name=name, words=first(text), icon=icon)

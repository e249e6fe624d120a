"""The stand-by screen's words: where one stands, what is asked, how full the hall is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from waitline.model.back_line import Summons

from ..cases.words import CaseWords
from ..words import ClerkWords
from .face import Stage, StandByFace

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.stand_by import StandByView


class StandByWords(QObject):
    """In the language of the moment, as the clerk's own words are."""

    def __init__(self, words: ClerkWords) -> None:
        super().__init__()
        self.clerk = words
        self.cases = CaseWords(words)

    def title(self, face: StandByFace) -> str:
        """Where one stands, in a line."""
        where = self._counter(face)
        return {
            Stage.BEGINNING: self.tr("讀取中"),
            Stage.STANDING_BY: self.tr("待命中"),
            Stage.ASKED: self.tr("請支援 %1").replace("%1", where),
            Stage.COMING: self.tr("請前往 %1").replace("%1", where),
            Stage.HERE: self.tr("%1 服務中").replace("%1", where),
            Stage.RELEASED: self.tr("可以回座了"),
            Stage.OVER: self.tr("待命已結束"),
        }[face.stage]

    def left(self, seconds: int) -> str:
        """How long the question stands."""
        return self.tr("剩 %1 秒").replace("%1", str(seconds))

    def reason(self, view: StandByView, one: Summons, *, locked: bool) -> str:
        """Why somebody is asked to come: a person's own words, unless `locked`; or the rule's figures."""
        if one.reason is None or locked:
            told = self.tr("大廳 %1 人等候，每個櫃台約有 %2 分鐘的工作")
            return told.replace("%1", str(view.waiting)).replace("%2", str(round(view.work_minutes)))
        by = next((p.name for p in view.setup.staff if p.id == one.wanted_by), None)
        told = self.tr("%1：%2").replace("%1", by) if by else "%2"
        return told.replace("%2", one.reason)

    def hall(self, view: StandByView) -> str:
        """How full the hall is, in words and in people."""
        rules = view.setup.rules
        if view.work_minutes >= rules.summon_at:
            how = self.tr("大廳人多")
        elif view.work_minutes > rules.release_at:
            how = self.tr("大廳如常")
        else:
            how = self.tr("大廳清閒")
        waiting = self.tr("%1 人等候").replace("%1", str(view.waiting))
        return self.clerk.listed((how, waiting))

    def others(self, view: StandByView) -> str:
        """Who else stands by."""
        names = [person.name for person in view.setup.staff if person.id in view.others]
        if not names:
            return self.tr("沒有其他人待命")
        return self.tr("一起待命：%1").replace("%1", self.tr("、").join(names))

    def here(self) -> str:
        """What to do at the counter's own computer."""
        return self.tr("在那個櫃台的電腦登入，就算到了")

    def _counter(self, face: StandByFace) -> str:
        view = face.view
        number = face.summons.counter if face.summons else view.at_counter if view else None
        if view is None or number is None:
            return ""
        names = next((c.names for c in view.setup.counters if c.id == number), None)
        return self.clerk.of(names) if names is not None else number

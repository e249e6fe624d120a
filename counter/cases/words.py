"""What is said of a question about a case: to whoever asked, and to whoever is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from waitline.look import Says
from waitline.model.case_help import Answer, CaseHelp, Team
from waitline.model.clock import Instant
from waitline.model.office import OfficeSetup

from ..back_line_strip import name_of
from ..words import ClerkWords
from .news import has_climbed

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.cases import Cases


class CaseWords(QObject):
    """In the language of the moment, as the clerk's own words are."""

    def __init__(self, words: ClerkWords) -> None:
        super().__init__()
        self.clerk = words

    def team(self, team: Team) -> str:
        """Who is asked."""
        return {Team.REVIEW: self.tr("審核支援團隊"), Team.SUPERVISOR: self.tr("主管")}[team]

    def own(self, case: CaseHelp, setup: OfficeSetup) -> tuple[Says, str]:
        """How one's own question stands."""
        name = name_of(case.answered_by, setup)
        if case.answer is Answer.COME:
            told = self.tr("%1 正過來協助").replace("%1", name)
            before = self.tr("先前回覆：%1").replace("%1", case.message) if case.message else ""
            return Says.GOOD, self.clerk.listed((told, before))
        if case.answer is Answer.MESSAGE:
            return Says.GOOD, self.tr("%1 回覆：%2").replace("%1", name).replace("%2", case.message or "")
        since = self.clerk.hour(case.team_since, setup)
        if has_climbed(case):
            told = self.tr("審核支援團隊沒有回覆，已轉請主管（%1 起）").replace("%1", since)
            return Says.TROUBLE, self._with_question(told, case)
        told = self.tr("已請教%1，等候回覆（%2 起）").replace("%1", self.team(case.team)).replace("%2", since)
        return Says.NOTICE, self._with_question(told, case)

    def asked(self, case: CaseHelp, cases: Cases, setup: OfficeSetup, now: Instant) -> tuple[Says, str]:
        """What a colleague asks, or what one has answered."""
        whom = self.subject(case, cases, setup)
        if case.answer is Answer.COME:
            return Says.GOOD, self._with_question(self.tr("您正過去 %1").replace("%1", whom), case)
        if case.answer is Answer.MESSAGE:
            told = self.tr("您已回覆 %1：%2").replace("%1", whom)
            return Says.GOOD, told.replace("%2", case.message or "")
        waits = self.clerk.minutes(now - case.asked_at)
        if has_climbed(case):
            told = self.tr("%1 請教案件，等了 %2 沒有人回覆").replace("%1", whom).replace("%2", waits)
            return Says.TROUBLE, self._with_question(told, case)
        told = self.tr("%1 請教案件，已等 %2").replace("%1", whom).replace("%2", waits)
        return Says.NOTICE, self._with_question(told, case)

    def whom(self, case: CaseHelp, cases: Cases, setup: OfficeSetup) -> str:
        """Which counter, which number."""
        counter, ticket = self.counter(case, setup), cases.ticket_of(case)
        return f"{counter} {ticket.label}" if ticket is not None else counter

    def subject(self, case: CaseHelp, cases: Cases, setup: OfficeSetup) -> str:
        """Which counter, which number, which service."""
        whom, ticket = self.whom(case, cases, setup), cases.ticket_of(case)
        if ticket is None:
            return whom
        service = self.clerk.short_service(ticket.service, setup)
        return self.tr("%1（%2）").replace("%1", whom).replace("%2", service)

    def counter(self, case: CaseHelp, setup: OfficeSetup) -> str:
        """The counter by name."""
        return self.clerk.of(setup.counter(case.counter).names)

    def _with_question(self, told: str, case: CaseHelp) -> str:
        return self.tr("%1：%2").replace("%1", told).replace("%2", case.question) if case.question else told

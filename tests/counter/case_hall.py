"""Hard cases in a hall: clerks who ask about them, and colleagues who answer, by verbs alone."""

from dataclasses import dataclass
from typing import Any

from tests.counter.halls import RealHall
from waitline.model.case_help import CaseHelp, Team
from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.verbs.case_helping import CaseHelping
from waitline.verbs.requests import new_request


@dataclass(frozen=True)
class HardCases:
    """What is asked and answered elsewhere. Without a team of its own the office asks its back line."""

    hall: RealHall

    @property
    def _helping(self) -> CaseHelping:
        return CaseHelping(self.hall.store)

    def serve(self, counter: str = "3", service: str = "TRANS") -> str:
        """A visitor is served there, by somebody without a window; the label of their number."""
        ticket = self.hall.take(service)
        clerk = self.hall.clerk(counter)
        clerk.do("open")
        clerk.do("call_ticket", label=ticket.label, reason="指定")
        clerk.do("begin")
        return ticket.label

    def ask(
        self,
        counter: str = "3",
        team: Team = Team.REVIEW,
        question: str = "收養登記缺一份文件",
        by: str | None = None,
    ) -> CaseHelp:
        """Whoever serves there asks about their visitor."""
        return self._helping.ask_for_case_help(
            request=new_request(),
            counter=CounterId(counter),
            by=StaffId(by or f"c{int(counter):02d}"),
            team=team,
            question=question,
        )

    def do(self, verb: str, case: CaseHelp | int, by: str, **facts: Any) -> Any:
        number = case if isinstance(case, int) else case.id
        return getattr(self._helping, verb)(request=new_request(), case=number, by=StaffId(by), **facts)

    @property
    def open(self) -> list[CaseHelp]:
        """Those that are not over."""
        with self.hall.store.reading() as look:
            return look.case_helps()

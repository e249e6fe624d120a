"""What past days teach, and what visitors are told of it."""

from tests.builders import LiveHall
from tests.verbs.act import Act
from waitline.model.clock import MINUTE
from waitline.model.forecast import Errors, Experience, Forecast, Kept, Line, Pace, WaitRange
from waitline.model.service import ServiceCode
from waitline.verbs.learning import Learning

TOLD = Forecast(9 * MINUTE, 8 * MINUTE, WaitRange(5, 14))
LEARNT = Experience(
    day="2026-11-20",
    days=6,
    paces={(ServiceCode("TRANS"), False): Pace(40, 200 * MINUTE), (None, True): Pace(4, 30 * MINUTE)},
    kept={"2026-11-18": Kept(9, 7)},
    errors={Line.ORDINARY: (Errors(0, -30_000, 0, 90_000), Errors(600_000, -120_000, 30_000, 400_000))},
)


def an_empty_hall(_: LiveHall) -> None:
    """Nobody is there."""


ACTS_OF_LEARNING = [
    Act(verb="learn", prepare=an_empty_hall, kinds=("DayOpened", "ExperienceRenewed"),
        do=lambda hall, _, request: Learning(hall.store).learn(LEARNT, request=request)),
    Act(verb="take_ticket", how="and is told the wait", prepare=an_empty_hall, kinds=("DayOpened", "TicketTaken"),
        do=lambda hall, _, request: hall.reception.take_ticket(request=request, service="TRANS", told=TOLD)),
]  # fmt: skip

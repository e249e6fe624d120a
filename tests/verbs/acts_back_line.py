"""The verbs of the back line, each with the hall it needs and what the journal gets."""

from collections.abc import Callable
from typing import Any

from tests.builders import LiveHall
from tests.verbs.act import Act
from tests.verbs.back_line_hall import CREW, accepted, asked, asked_one, at_the_counter, crew, full, verbs
from waitline.verbs.settling import Settling


def _do(verb: str, **facts: Any) -> Callable[[LiveHall, int, str], Any]:
    return lambda hall, summons, request: getattr(verbs(hall), verb)(request=request, summons=summons, **facts)


FIRST = CREW[0]

ACTS_OF_THE_BACK_LINE = [
    Act(verb="stand_by", prepare=crew, kinds=("StandByBegun",),
        do=lambda hall, _, request: verbs(hall).stand_by(request=request, staff=FIRST)),
    Act(verb="stand_down", prepare=asked_one, kinds=("StandByEnded", "SummonsEscalated"),
        do=lambda hall, _, request: verbs(hall).stand_down(request=request, staff=FIRST)),
    Act(verb="stand_down", how="at the counter", prepare=at_the_counter,
        kinds=("StandByEnded", "BackLineReleased"),
        do=lambda hall, _, request: verbs(hall).stand_down(request=request, staff=FIRST)),
    Act(verb="summon", prepare=full, kinds=("BackLineSummoned", "SummonsAsked"),
        do=lambda hall, _, request: verbs(hall).summon(request=request, by="supervisor", reason="人多")),
    Act(verb="accept", prepare=asked, kinds=("SummonsAccepted",), do=_do("accept", by=FIRST)),
    Act(verb="decline", prepare=asked, kinds=("SummonsDeclined", "SummonsAsked"),
        do=_do("decline", by=FIRST, reason="會議中")),
    Act(verb="decline", how="after accepting", prepare=accepted, kinds=("SummonsDeclined", "SummonsAsked"),
        do=_do("decline", by=FIRST, reason="會議中")),
    Act(verb="call_off", prepare=accepted, kinds=("SummonsEnded",),
        do=_do("call_off", by="supervisor", reason="不需要了")),
    Act(verb="arrive", prepare=accepted, kinds=("SignedIn", "CounterOpened", "BackLineArrived"),
        do=_do("arrive", staff=FIRST)),
    Act(verb="release", prepare=at_the_counter, kinds=("BackLineReleased",),
        do=_do("release", by="supervisor", reason="人少了")),
    Act(verb="settle", how="summons", prepare=full, kinds=("HallWatched",),
        do=lambda hall, _, request: Settling(hall.store).settle(request=request)),
]  # fmt: skip

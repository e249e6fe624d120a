"""A recorded busy day in a real hall: played through the verbs at a turned pace, held against a display's log."""

import re
import threading
import time
from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from tests.fresh_database import make_database
from waitline.cli.rehearse.office_of_day import OPENS, at_second, office_of, sample_rules, sample_services
from waitline.cli.rehearse.plan import Plan
from waitline.cli.rehearse.play import Play
from waitline.cli.rehearse.recorded import read_day
from waitline.model.clock import Instant
from waitline.model.journal import Entry, Kind
from waitline.settings.office_folder import OFFICE_FILE, open_office
from waitline.store.engine import Store
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

DAY: Final = Path(__file__).parents[1] / "days" / "busy_00"
SAME_FRAME_S: Final = 0.1
"""Calls that come to the glass in one frame are noted in any order."""
ROOM: Final = 4
_WITHDRAWN: Final = frozenset(
    {Kind.NO_SHOW_MARKED, Kind.CALL_WITHDRAWN, Kind.TICKET_PUT_BACK, Kind.TICKET_PARKED}
    | {Kind.TICKET_RETURNED, Kind.TICKET_TRANSFERRED}
)
_SHOWN: Final = re.compile(r"^(\S+ \S+) INFO display\.window call_shown .*?\bseq=(\d+)", re.MULTILINE)
_LEFT: Final = re.compile(r" call_made_room .*?\bseq=(\d+) stood_s=([\d.]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A call in the journal; `at` and `withdrawn_at` by this computer's clock, in seconds."""

    seq: int
    label: str
    at: float
    withdrawn_at: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A call in the big place, as the display has painted it; `stood_s` None: it stands there still."""

    seq: int
    at: float
    stood_s: float | None

    def stands_at(self, moment: float) -> bool:
        return self.at <= moment and (self.stood_s is None or moment < self.at + self.stood_s)


class _Over(Exception):
    """So far and no further."""


class BusyHall:
    """The day's own office in a folder, its clock turned to the opening."""

    def __init__(self, folder: Path, *, languages: tuple[str, ...]) -> None:
        self._plan = Plan(day=read_day(DAY, sample_services()), rules=sample_rules())
        voice = ", ".join(f'"{language}"' for language in languages)
        text = office_of(self._plan) + f'[[displays]]\nid = "lobby-1"\nvoice = [{voice}]\n'
        folder.mkdir(parents=True, exist_ok=True)
        (folder / OFFICE_FILE).write_text(text, encoding="utf-8")
        self.office = open_office(folder)
        make_database(self.office.database_url)
        self._store = Store(self.office.database_url, self.office.office_id)
        Floor(self._store).set_up_office(text, request=new_request(), turned_to=OPENS)
        self._moments: list[tuple[Instant, float]] = []

    def play(self, *, until_s: float, pace: float) -> None:
        """The day's first `until_s` seconds, `pace` of them in one of this computer's."""
        began = time.monotonic()

        def wait(seconds: float) -> None:
            if seconds > until_s:
                raise _Over
            threading.Event().wait(max(0.0, began + seconds / pace - time.monotonic()))
            self._moments.append((at_second(seconds), time.time()))

        self._moments = [(OPENS, time.time())]
        try:
            Play(self._store, self._plan, before=wait).run()
        except _Over:
            return

    def calls(self) -> list[Called]:
        """Every call of the journal, in its order."""
        entries = list(self._entries())
        return [
            Called(
                seq=entry.seq,
                label=str(entry.facts["label"]),
                at=self._moment(entry),
                withdrawn_at=next((self._moment(one) for one in entries if _withdraws(one, entry)), None),
            )
            for entry in entries
            if entry.kind is Kind.TICKET_CALLED
        ]

    def close(self) -> None:
        self._store.close()

    def _entries(self) -> list[Entry]:
        found: list[Entry] = []
        with self._store.reading() as look:
            while page := look.entries_after(found[-1].seq if found else 0):
                found += page
        return found

    def _moment(self, entry: Entry) -> float:
        """When the clock was turned to it."""
        return self._moments[max(0, bisect_right(self._moments, (entry.at, float("inf"))) - 1)][1]


def _withdraws(one: Entry, call: Entry) -> bool:
    return one.seq > call.seq and one.ticket == call.ticket and one.kind in _WITHDRAWN


def shown_in(log: str) -> list[Shown]:
    """In the order of the journal."""
    stood = {int(seq): float(seconds) for seq, seconds in _LEFT.findall(log)}
    found = [
        Shown(seq=int(seq), at=datetime.fromisoformat(at).timestamp(), stood_s=stood.get(int(seq)))
        for at, seq in _SHOWN.findall(log)
    ]
    return sorted(found, key=lambda one: one.seq)


def missed(calls: list[Called], shown: list[Shown]) -> list[Called]:
    """Never painted, and nobody had taken them back."""
    seen = {one.seq for one in shown}
    return [call for call in calls if call.seq not in seen and call.withdrawn_at is None]


def out_of_order(shown: list[Shown]) -> list[Shown]:
    """Painted before one that was called earlier."""
    latest, found = 0.0, []
    for one in shown:
        if one.at < latest - SAME_FRAME_S:
            found.append(one)
        latest = max(latest, one.at)
    return found


def stays(calls: list[Called], shown: list[Shown]) -> list[float]:
    """How long each stood in the big place that nobody took back."""
    kept = {call.seq for call in calls if call.withdrawn_at is None}
    return [one.stood_s for one in shown if one.stood_s is not None and one.seq in kept]


def delays_with_room(calls: list[Called], shown: list[Shown]) -> list[float]:
    """Seconds from the clock's turning to the painted call, of those that had to wait for nobody."""
    found, painted = [], {one.seq: one for one in shown}
    for number, call in enumerate(calls):
        before = [painted[one.seq].at for one in calls[:number] if one.seq in painted]
        standing = sum(one.stands_at(call.at) for one in shown if one.seq < call.seq)
        if call.seq in painted and standing < ROOM and max(before, default=0.0) <= call.at:
            found.append(painted[call.seq].at - call.at)
    return found

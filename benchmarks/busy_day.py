"""Eight hours of a recorded busy day beside the real display program, in twenty real minutes.

``python -m benchmarks.busy_day --minutes 2`` plays the beginning of the day, at the same pace. The program speaks
into a null sink, as long as its words last: at this pace it sheds most of them. What it has painted, by its paint
events, is held against the journal; its memory is all that is resident of it and of its child processes.
"""

import argparse
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from statistics import linear_regression
from typing import Final

import psutil

from display.showing import STAY_UNDER_LOAD_S
from tests.display.busy_hall import (
    BusyHall,
    Called,
    Shown,
    delays_with_room,
    missed,
    out_of_order,
    shown_in,
    stays,
)
from waitline.cli.demo.crew import Member
from waitline.cli.demo.waiting import DidNotHappen, wait_for
from waitline.model.words import Words

from .board import display_of
from .measure import Measure, p50, p95, table
from .stages import load, stage, work_folder
from .starting import MEGABYTE, sound_server

MINUTES: Final = 20.0
PACE: Final = 24.0
"""Eight hours in twenty minutes: a call every three seconds, which is as many as the board has room for."""
WARM_SHARE, SAMPLE_EVERY_S, SAMPLES_A_MEDIAN = 0.2, 2.0, 10
GROWTH_MB, PAINTED_MS = 30.0, 300.0
SHORTEST_S: Final = STAY_UNDER_LOAD_S - 0.1
"""A call's time is counted from its painting to when others have its place, which is painted a little later."""
BANKS_WITHIN_S, LAST_WITHIN_S = 600.0, 60.0
WHERE: Final = "Xvfb, null sink"


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes of a program with its children, as time went by (seconds)."""

    at: list[float] = field(default_factory=list)
    all_of_it: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)

    def look(self, program: psutil.Process) -> None:
        own, children = program.memory_info().rss, 0
        for child in program.children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                children += child.memory_info().rss
        self.at.append(time.monotonic())
        self.own.append(own / MEGABYTE)
        self.all_of_it.append((own + children) / MEGABYTE)


@contextmanager
def watched(program: psutil.Process) -> Iterator[Memory]:
    """Its memory, looked at every while."""
    over, memory = threading.Event(), Memory()

    def look_on() -> None:
        while not over.wait(SAMPLE_EVERY_S):
            memory.look(program)

    thread = threading.Thread(target=look_on, name="memory")
    thread.start()
    try:
        yield memory
    finally:
        over.set()
        thread.join()


def day(minutes: float) -> list[Measure]:
    """So many minutes of this computer's."""
    languages = ("zh-TW", "en") if minutes >= MINUTES else ("zh-TW",)
    with work_folder() as folder, sound_server(folder) as audible, stage("display", folder) as place:
        hall = BusyHall(folder / "office", languages=languages)
        try:
            member = place.start("display", "--office", str(hall.office.path), described=False)
            _until(Words(zh="看板跟上", en="the display follows"), member, "this_display_speaks")
            if audible:
                _until(Words(zh="語音片段已備妥", en="the clips are made"), member, "voice_banks_done")
            with watched(display_of(member.pid)) as memory:
                hall.play(until_s=minutes * 60 * PACE, pace=PACE)
                calls = hall.calls()
                with suppress(DidNotHappen):  # a missed call is a figure
                    _until_all_shown(calls, member)
            place.crew.check()
            said = _log(member)
        finally:
            hall.close()
    shown = shown_in(said)
    spoken = f"{said.count(' call_spoken ')} of them spoken" if audible else "no sound server here"
    return [*_painted(calls, shown, spoken), _growth(memory), *_speed(calls, shown)]


def _painted(calls: Sequence[Called], shown: Sequence[Shown], spoken: str) -> list[Measure]:
    back = sum(call.withdrawn_at is not None for call in calls)
    about = f"of {len(calls)} in the journal, {back} taken back later; {spoken}"
    stayed = stays(calls, shown)
    return [
        _line("busy day, calls of the journal never painted", len(missed(calls, shown)), "calls", 0, about),
        _line("busy day, painted out of the journal's order", len(out_of_order(shown)), "calls", 0, about),
        Measure(
            what="busy day, shortest in the big place",
            where=WHERE,
            value=min(stayed),
            unit="s",
            bar=SHORTEST_S,
            more_is_better=True,
            detail=f"of {len(stayed)} that made room, p50 {p50(stayed):.0f} s",
        ),
    ]


def _growth(memory: Memory) -> Measure:
    """From after its warming up to the end, medians of looks."""
    warm = int(len(memory.at) * WARM_SHARE)
    at, found = memory.at[warm:], memory.all_of_it[warm:]
    first, last = p50(found[:SAMPLES_A_MEDIAN]), p50(found[-SAMPLES_A_MEDIAN:])
    own = p50(memory.own[warm:][:SAMPLES_A_MEDIAN]), p50(memory.own[-SAMPLES_A_MEDIAN:])
    slope = linear_regression(at, found).slope * 3600
    about = f"{first:.0f} → {last:.0f} MB, most {max(found):.0f}; slope {slope:+.1f} MB an hour"
    about += f"; the program alone {own[0]:.0f} → {own[1]:.0f} MB; {len(found)} looks in {at[-1] - at[0]:.0f} s"
    return _line("busy day, memory's growth with child processes", last - first, "MB", GROWTH_MB, about)


def _speed(calls: list[Called], shown: list[Shown]) -> Iterator[Measure]:
    """Of calls that found room, in the first and in the last third of the day."""
    third = len(calls) // 3
    delays = [[one * 1e3 for one in delays_with_room(part, shown)] for part in (calls[:third], calls[-third:])]
    first, last = delays
    about = f"of {len(last)} that found room, p50 {p50(last):.0f}; in the first third p50 {p50(first):.0f}"
    about += f", p95 {p95(first):.0f} ms of {len(first)}; {load()}"
    yield _line("busy day, last third, key → painted p95", p95(last), "ms", PAINTED_MS, about)


def _until_all_shown(calls: list[Called], member: Member) -> None:
    wait_for(
        Words(zh="每一次叫號都出現", en="every call is shown"),
        lambda: not missed(calls, shown_in(_log(member))),
        within_s=LAST_WITHIN_S,
    )


def _until(words: Words, member: Member, event: str) -> None:
    wait_for(words, lambda: event in _log(member), within_s=BANKS_WITHIN_S)


def _log(member: Member) -> str:
    return member.log.read_text(encoding="utf-8")


def _line(what: str, value: float, unit: str, bar: float, detail: str) -> Measure:
    return Measure(what=what, where=WHERE, value=value, unit=unit, bar=bar, detail=detail)


def run() -> list[Measure]:
    return day(MINUTES)


def main() -> int:
    words = argparse.ArgumentParser(prog="python -m benchmarks.busy_day", description=__doc__)
    words.add_argument("--minutes", type=float, default=MINUTES, help="of this computer's time; a whole run: 20")
    found = day(words.parse_args().minutes)
    print(table(found))
    return 0 if all(m.good for m in found) else 1


if __name__ == "__main__":
    sys.exit(main())

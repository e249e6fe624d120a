"""Touch → number on glass, clerk's key → hero painted: three real programs, hands and eyes outside them.

A finger's touch counts from its lifting, for that is what a button acts on; a key from its going down. The other
end is the first frame on the X server that shows what then stays: the number's digits, the hero call's digits.
"""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from waitline.cli.demo.crew import Member
from waitline.cli.demo.waiting import wait_for
from waitline.model.words import Words
from waitline.settings.office_folder import OfficeFolder

from .databases import new_postgres, postgres_server
from .glass import Box, Frame, frames, picture
from .measure import Measure, p50, p95, p99
from .stages import CLERK, POST, SIZES, Stage, load, make_hall, printer, stage, work_folder
from .television import LOOK_S, PACE_S, Television, await_television, changed, start_television

ROUNDS = 200
"""Two of them may be later than the p99; at a call every 2.7 s they take nine minutes on each database."""
EASED_ROUNDS = 20
"""In the accessible profile, by touch and by keys each."""
BAR_MS = 300
BAR_HERO_P95_MS = 150
LOVE_EVERY = 5
ON_BOARD = "1 to 4 calls on the board"


@dataclass(frozen=True, slots=True)
class Seen:
    """Milliseconds from a hand's move to what is seen of it, and how many visitors were love visitors."""

    number: list[float] = field(default_factory=list)
    love: list[float] = field(default_factory=list)
    hero: list[float] = field(default_factory=list)
    eased_touch: list[float] = field(default_factory=list)
    eased_key: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    kiosk: Stage
    counter: Stage
    display: Stage
    members: tuple[Member, ...]


@contextmanager
def hall_at_work(folder: Path, office: OfficeFolder) -> Iterator[Hall]:
    """The three programs on it, each ready on a screen of its own."""
    at = ("--office", str(office.path))
    with ExitStack() as open_things:
        stages = {name: open_things.enter_context(stage(name, folder)) for name in SIZES}
        kiosk = stages["kiosk"].start("kiosk", *at)
        counter = stages["counter"].start("counter", *at, "--counter", POST, "--staff", CLERK)
        display = start_television(stages["display"], office.path)
        hall = Hall(**stages, members=(kiosk, counter, display))
        hall.kiosk.await_page("service-TRANS")
        hall.counter.await_page("call_next")
        await_television(hall.display, display)
        yield hall


def watch(hall: Hall, rounds: int) -> Seen:
    """One visitor after another takes a number, and one after another is called."""
    seen = Seen()
    digits = hall.kiosk.where_the_number_is()
    television = Television(hall.display)
    for turn in range(rounds):
        began = time.monotonic()
        if turn % LOVE_EVERY == LOVE_EVERY - 1:
            hall.kiosk.touch("love")
            seen.love.append(_number_after(hall.kiosk, "reason-elderly", digits))
        else:
            seen.number.append(_number_after(hall.kiosk, "service-TRANS", digits))
        seen.hero.append(_hero_after(hall, television))
        _begin(hall.counter)
        hall.kiosk.leave_number()
        time.sleep(max(0.0, began + PACE_S - time.monotonic()))
    return seen


def watch_eased(kiosk: Stage, seen: Seen, rounds: int) -> None:
    """Visitors in the accessible profile, by touch and by the four keys in turn; nobody is called meanwhile."""
    digits: Box | None = None
    for turn in range(2 * rounds):
        began = time.monotonic()
        if kiosk.window.find("access-options") is None:
            kiosk.touch("ease")
            kiosk.control("access-options")
        digits = digits or kiosk.where_the_number_is()
        if turn % 2:
            seen.eased_key.append(_eased_number_after_key(kiosk, digits))
        else:
            seen.eased_touch.append(_number_after(kiosk, "service-TRANS", digits))
        kiosk.leave_number()
        time.sleep(max(0.0, began + PACE_S - time.monotonic()))


def _eased_number_after_key(kiosk: Stage, digits: Box) -> float:
    """The first key puts the ring on the first choice, a service; the second takes its number."""
    kiosk.glass.rest()
    kiosk.glass.key("Right")
    kiosk.glass.rest()
    pressed, found = frames(kiosk.glass, digits, picture, lambda: kiosk.glass.press_key("Return"), seconds=LOOK_S)
    kiosk.glass.release_key("Return")
    kiosk.window.await_text("number")
    _must_have_changed(found, "number")
    return (found[-1].at - pressed) * 1e3


def _number_after(kiosk: Stage, name: str, digits: Box) -> float:
    x, y = kiosk.control(name).middle
    lifted, found = frames(kiosk.glass, digits, picture, lambda: kiosk.glass.touch(x, y), seconds=LOOK_S)
    kiosk.window.await_text("number")
    _must_have_changed(found, "number")
    return (found[-1].at - lifted) * 1e3


def _hero_after(hall: Hall, television: Television) -> float:
    """Without end, where the call came to the board only after the look at it."""
    before = hall.counter.window.find("current_number")
    hall.counter.control("call_next")
    pressed, painted = television.after(lambda: hall.counter.glass.press_key("F9"))
    hall.counter.glass.release_key("F9")
    label = wait_for(
        Words(zh="櫃台叫了下一號", en="the counter has called the next"),
        lambda: (now := hall.counter.window.find("current_number")) is not None and now != before and now.text,
        within_s=5,
    )
    hall.display.control(f"call_{label}")
    return math.inf if painted is None else (painted - pressed) * 1e3


def _must_have_changed(found: list[Frame], what: str) -> None:
    if not changed(found):
        raise AssertionError(f"no {what} to be seen within {LOOK_S} s")


def _begin(counter: Stage) -> None:
    """The visitor sits down; of a love visitor the clerk is asked what it is about."""
    counter.glass.key("Shift_L", "F9")
    called = counter.window.find("current_number")
    if called is not None and called.text.isdigit():
        counter.touch("service_0")
        counter.touch("agree")


def hall_on(where: str, url: str, folder: Path) -> list[Measure]:
    port = folder / "printer"
    with printer(folder, port):
        office = make_hall(folder / "office", url, port=port)
        with hall_at_work(folder, office) as hall:
            seen = watch(hall, ROUNDS)
            watch_eased(hall.kiosk, seen, EASED_ROUNDS)
    numbers = [*seen.number, *seen.love]
    lines = [
        _line("touch → number on glass, p95", where, numbers, f"of them love {len(seen.love)}"),
        _line("clerk's key → hero painted, p95", where, seen.hero, ON_BOARD, bar=BAR_HERO_P95_MS),
        _line("clerk's key → hero painted, p99", where, seen.hero, ON_BOARD, of=p99),
    ]
    for how, found in (("touch", seen.eased_touch), ("key", seen.eased_key)):
        if found:
            lines.append(_line(f"accessible page, {how} → number on glass, p95", where, found, "one service"))
    return lines


def _line(
    what: str,
    where: str,
    found: list[float],
    about: str,
    *,
    of: Callable[[Sequence[float]], float] = p95,
    bar: float = BAR_MS,
) -> Measure:
    detail = (
        f"p50 {p50(found):.0f}, first {found[0]:.0f}, worst {max(found):.0f} ms of {len(found)}, {about}; {load()}"
    )
    return Measure(what=what, where=where, value=of(found), unit="ms", bar=bar, detail=detail)


def run() -> list[Measure]:
    found = []
    with work_folder() as folder:
        found += hall_on("SQLite", f"sqlite:///{folder}/office/queue.db", folder)
    with postgres_server() as server, work_folder() as folder:
        found += hall_on("Postgres", new_postgres(server), folder)
    return found

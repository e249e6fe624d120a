"""Program start → first usable paint, and what each program holds in memory after half a minute's work.

A start counts from the process's spawning, on a warm disk, to the first frame in which these stand as they stay:
the kiosk's love button (its pages are painted whole), the clerk's names and sign-in button, the display's board
with the hall's own figures. In that very frame a finger touches the glass, to see that it is answered. Memory is
all that is resident of the program's own process (RSS), shared libraries and the window's picture included, its
child processes apart, after 30 s of numbers, calls and announcements, on either database.
"""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from waitline.cli.demo.actor.eyes import Control
from waitline.cli.demo.crew import Crew, Member
from waitline.cli.demo.waiting import wait_for
from waitline.model.words import Words
from waitline.settings.office_folder import OfficeFolder

from .databases import new_postgres, postgres_server
from .glass import LOOK_EVERY_S, Box, frames, picture
from .measure import Measure, p50
from .screens import hall_at_work, watch
from .stages import POST, Stage, load, make_hall, own_environment, printer, stage, work_folder

STARTS = 5
START_S, MEGABYTES = 1.5, 150
MEGABYTE = 1_000_000
USE_ROUNDS = 12
LONGEST_START_S = 20.0
SETTLES_S = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A program's first page: the controls that make it usable, and one to touch as soon as they are there."""

    program: str
    arguments: tuple[str, ...]
    usable: tuple[str, ...]
    touched: str | None
    answer: str


PAGES = (
    Page(program="kiosk", arguments=(), usable=("love",), touched="service-TRANS", answer="its number"),
    Page(
        program="counter",
        arguments=("--counter", POST),
        usable=("staff-0", "staff-2", "sign_in"),
        touched="staff-1",
        answer="the name chosen",
    ),
    Page(program="display", arguments=(), usable=("services", "welcome"), touched=None, answer=""),
)


def starts(page: Page, office: OfficeFolder, folder: Path) -> tuple[list[float], list[float], list[float]]:
    """Seconds to the painted page, of five cold processes; those of a processor's work in them; and from a touch
    in that frame to its last answer. A process before them shows where the controls are and warms the disk.
    """
    arguments = ("--office", str(office.path), *page.arguments)
    painted, worked, answered = [], [], []
    with stage(page.program, folder) as place:
        first = place.start(page.program, *arguments)
        place.control(page.usable[0])
        time.sleep(SETTLES_S)
        boxes = {name: place.box(name) for name in page.usable}
        touched = None if page.touched is None else place.control(page.touched)
        wanted = {name: picture(place.glass.grab(box)) for name, box in boxes.items()}
        _end(first)
        for _ in range(STARTS):
            time.sleep(0.5)
            if _seen(place, boxes) == wanted:
                raise AssertionError(f"{page.program}: its page is still on the screen")
            began = time.monotonic()
            program = place.start(page.program, *arguments, described=False)
            painted.append(_when_painted(place, boxes, wanted) - began)
            spent = psutil.Process(program.pid).cpu_times()
            worked.append(spent.user + spent.system)
            if touched is not None:
                answered.append(_answer(place, touched))
            _end(program)
            place.glass.withdraw()
    return painted, worked, answered


def _seen(place: Stage, boxes: dict[str, Box]) -> dict[str, int]:
    return {name: picture(place.glass.grab(box)) for name, box in boxes.items()}


def _when_painted(place: Stage, boxes: dict[str, Box], wanted: dict[str, int]) -> float:
    deadline = time.monotonic() + LONGEST_START_S
    while (seen := _seen(place, boxes)) != wanted:
        if time.monotonic() > deadline:
            late = [name for name in wanted if seen[name] != wanted[name]]
            raise AssertionError(f"never painted as before: {', '.join(late)}")
        time.sleep(LOOK_EVERY_S)
    return time.monotonic()


def _answer(place: Stage, control: Control) -> float:
    lifted, found = frames(
        place.glass, control.box, picture, lambda: place.glass.touch(*control.middle), seconds=SETTLES_S
    )
    if len(found) == 1:
        raise AssertionError(f"a touch on {control.name} was not answered")
    return max(0.0, found[-1].at - lifted)


def _end(program: Member) -> None:
    program.process.terminate()
    program.process.wait(10)


def _start_line(page: Page, painted: list[float], worked: list[float], answered: list[float]) -> Measure:
    detail = f"worst {max(painted):.2f} s of {len(painted)}, {p50(worked):.2f} s of a processor's work"
    if answered:
        detail += (
            f"; a touch in that frame had {page.answer} {p50(answered):.2f} s later, worst {max(answered):.2f} s"
        )
    return Measure(
        what="start → usable paint, median",
        where=page.program,
        value=p50(painted),
        unit="s",
        bar=START_S,
        detail=f"{detail}; {load()}",
    )


@contextmanager
def sound_server(folder: Path) -> Iterator[bool]:
    """A loudspeaker that nobody hears, where the machine can have one; whether it can."""
    if shutil.which("pulseaudio") is None or shutil.which("pactl") is None:
        yield False
        return
    own = own_environment(folder) | {"HOME": str(folder)}
    server = ["pulseaudio", "--system=false", "--exit-idle-time=-1", "--disable-shm", "-n"]
    with Crew(folder, own) as crew:
        crew.start("sound", [*server, "-L", "module-null-sink", "-L", "module-native-protocol-unix"])
        wait_for(
            Words(zh="音效伺服器就緒", en="the sound server is ready"),
            lambda: subprocess.run(["pactl", "info"], env=own, capture_output=True, check=False).returncode == 0,
            within_s=15,
        )
        yield True


def memory(where: str, url: str, folder: Path) -> list[Measure]:
    """Each program's on that database, after half a minute in which all three worked."""
    port = folder / "printer"
    with ExitStack() as open_things:
        spoken = open_things.enter_context(sound_server(folder))
        open_things.enter_context(printer(folder, port))
        office = make_hall(folder / "office", url, port=port)
        hall = open_things.enter_context(hall_at_work(folder, office))
        watch(hall, USE_ROUNDS)
        said = hall.members[-1].log.read_text(encoding="utf-8").count(" call_spoken ")
        if spoken and not said:
            raise AssertionError("the display had a loudspeaker and spoke no call")
        about = f"{said} calls spoken" if spoken else "no sound server here: no call spoken"
        return [_memory_line(member, where, about) for member in hall.members]


def _memory_line(member: Member, where: str, about: str) -> Measure:
    process = psutil.Process(member.pid)
    own = process.memory_full_info()
    children = [child.memory_full_info().rss for child in process.children(recursive=True)]
    beside = (
        f"; {len(children)} child processes beside it: RSS {sum(children) / MEGABYTE:.0f} MB" if children else ""
    )
    return Measure(
        what="memory after 30 s of use",
        where=f"{member.name}, {where}",
        value=own.rss / MEGABYTE,
        unit="MB",
        bar=MEGABYTES,
        detail=f"RSS; PSS {own.pss / MEGABYTE:.0f}, USS {own.uss / MEGABYTE:.0f} MB{beside}; {about}",
    )


def run() -> list[Measure]:
    found = []
    for page in PAGES:
        with work_folder() as folder, sound_server(folder), printer(folder, folder / "printer"):
            url = f"sqlite:///{folder}/office/queue.db"
            office = make_hall(folder / "office", url, port=folder / "printer")
            found.append(_start_line(page, *starts(page, office, folder)))
    with work_folder() as folder:
        found += memory("SQLite", f"sqlite:///{folder}/office/queue.db", folder)
    with postgres_server() as server, work_folder() as folder:
        found += memory("Postgres", new_postgres(server), folder)
    return found

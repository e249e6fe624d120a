"""What the board costs: the real display program, drawn by the processor on a screen in memory.

Counted are the program and its decoder, by their own time, so that other work on the machine does not matter; the
X server, which a real screen's driver replaces, is told beside it. How often something moves is seen from outside:
how many different pictures of the clip's place stand on the X server. The clip is 1280 × 720, H.264, 30 a second,
four seconds long; it is looked at where no shape of one colour crosses, for there two pictures look alike.
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from shutil import copyfile

import psutil

from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.model.words import Words
from waitline.settings.office_folder import OFFICE_FILE, OfficeFolder, open_office
from waitline.store.engine import Store
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .glass import Box, picture
from .make_clip import CLIP, RATE, SECONDS
from .measure import Measure
from .stages import SIZES, Stage, load, make_hall, stage, work_folder

FULL_HD, FOUR_K = (1920, 1080), (3840, 2160)
SETTLES_S, WATCHED_S, CALL_EVERY_S, LOOKS_S = 6.0, 20.0, 4.0, 13.0
LOOK_EVERY_S, LOOK_PX = 0.004, 32
AT_COUNTERS = {"3": "c03", "4": "c04", "5": "c05", "7": "c06"}
BARS = {FULL_HD: 25.0, FOUR_K: 60.0}
BAR_WITH_CLIP, BAR_RATE = 80.0, 28.5
"""Thirty a second, less a tenth of a second every four in which the clip begins anew, and what a look from outside
misses: a picture that came and went between two looks."""
BAR_TICKER, TICKER_PX = 30.0, 8
NOTICE = Words(
    zh="本週六上午辦理國民身分證換發，請攜帶舊證、戶口名簿及最近二年內二吋照片；停車場整修中。",
    en="On Saturday morning identity cards are renewed here; please bring the old card and one photograph.",
)
PICTURES = RATE * SECONDS
BAR_PAINTED = 0.95 * PICTURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Percent of one core while it was watched: of the program with its children, and of the X server."""

    program: float
    server: float


class Hall:
    """Visitors and clerks, by the verbs."""

    def __init__(self, office: OfficeFolder) -> None:
        self._store = Store(office.database_url, office.office_id)
        Floor(self._store).set_up_office(office.text, request=new_request(), name=OFFICE_FILE)
        self._reception, self._calling = Reception(self._store), Calling(self._store)
        self._at = 0
        for counter, clerk in AT_COUNTERS.items():
            self._calling.sign_in(request=new_request(), counter=CounterId(counter), staff=StaffId(clerk))

    def call(self) -> None:
        """One more visitor, called to the next counter; whoever was called there before is served and gone."""
        counter = CounterId(list(AT_COUNTERS)[self._at % len(AT_COUNTERS)])
        clerk = StaffId(AT_COUNTERS[counter])
        if self._at >= len(AT_COUNTERS):
            self._calling.begin(request=new_request(), counter=counter, by=clerk)
        label = self._reception.take_ticket(request=new_request(), service="TRANS").ticket.label
        self._calling.call_ticket(request=new_request(), counter=counter, by=clerk, label=label, reason="bench")
        self._at += 1

    def close(self) -> None:
        self._store.close()


@contextmanager
def board(
    size: tuple[int, int], *, media: Path | None = None, notice: Words | None = None
) -> Iterator[tuple[Stage, psutil.Process, Hall]]:
    """The display alone on a screen of this size, once it has come to rest."""
    SIZES["board"] = size
    with work_folder() as folder:
        office = make_hall(folder / "office", f"sqlite:///{folder}/office/queue.db", port=folder / "printer")
        text = office.file.read_text(encoding="utf-8")
        more = "" if media is None else f'\nmedia = "{media}"'
        text = text.replace("# screen_mm = [1210, 680]", f"screen_mm = [1210, 680]{more}", 1)
        office.file.write_text(text if notice is None else _with_notice(text, notice), encoding="utf-8")
        hall = Hall(open_office(office.file))
        with stage("board", folder) as place:
            member = place.start("display", "--office", str(office.path), "--mute", described=False)
            try:
                time.sleep(SETTLES_S)
                place.crew.check()
                yield place, display_of(member.process.pid), hall
            finally:
                hall.close()


def cost(program: psutil.Process, meanwhile: Callable[[], object]) -> Cost:
    """What runs while `meanwhile` does."""
    server = _server()
    before, server_before, began = _seconds(program), _own(server), time.monotonic()
    meanwhile()
    took = time.monotonic() - began
    return Cost(
        program=100 * (_seconds(program) - before) / took, server=100 * (_own(server) - server_before) / took
    )


def rest() -> None:
    time.sleep(WATCHED_S)


def busy(hall: Hall) -> None:
    """A call every few seconds, each of which flashes for two; ninety calls an hour are one in forty seconds."""
    ends = time.monotonic() + WATCHED_S
    while time.monotonic() < ends:
        hall.call()
        time.sleep(CALL_EVERY_S)


def pictures_seen(place: Stage, box: Box) -> list[int]:
    """The pictures that stand in a box one after another while it is looked at, each by its fingerprint."""
    ends, seen = time.monotonic() + LOOKS_S, [picture(place.glass.grab(box))]
    while time.monotonic() < ends:
        now = picture(place.glass.grab(box))
        if now != seen[-1]:
            seen.append(now)
        time.sleep(LOOK_EVERY_S)
    return seen


def rounds_of(seen: list[int]) -> list[int]:
    """How many pictures of the clip were seen in each of its rounds: from one picture until it is there again."""
    often = Counter(seen).most_common(1)[0][0]
    at = [place for place, one in enumerate(seen) if one == often]
    return [after - before for before, after in pairwise(at)]


def quiet_boards() -> Iterator[Measure]:
    for size, name in ((FULL_HD, "1080p"), (FOUR_K, "4K")):
        with board(size) as (_, program, hall):
            for _ in AT_COUNTERS:
                hall.call()
            time.sleep(SETTLES_S)
            yield _line(f"board {name}, four calls at rest", cost(program, rest), BARS[size])
            found = cost(program, lambda hall=hall: busy(hall))
            yield _line(f"board {name}, a call every {CALL_EVERY_S:g} s with its flash", found, BARS[size])


def boards_with_ticker() -> Iterator[Measure]:
    """A notice too long for its line, below four calls: how often it is seen to have moved, and at what cost."""
    for size, name in ((FULL_HD, "1080p"), (FOUR_K, "4K")):
        with board(size, notice=NOTICE) as (place, program, hall):
            for _ in AT_COUNTERS:
                hall.call()
            time.sleep(SETTLES_S)
            found = cost(program, rest)
            yield _line(f"{name} board with ticker", found, BARS[size])
            box = round(size[0] / 5), round(size[1] * 0.95), size[0] // 4, TICKER_PX
            rate = len(pictures_seen(place, box)) / LOOKS_S
            what = f"{name} board with ticker, pictures a second"
            yield _pictures(what, rate, "/s", BAR_TICKER, load())


def _with_notice(text: str, notice: Words) -> str:
    """The office's text with this notice instead of the sample's."""
    kept = [line for line in text.splitlines() if not line.startswith("notice.")]
    at = next(number for number, line in enumerate(text.splitlines()) if line.startswith("notice."))
    lines = [f"notice.zh = {json.dumps(notice.zh, ensure_ascii=False)}", f"notice.en = {json.dumps(notice.en)}"]
    return "\n".join([*kept[:at], *lines, *kept[at:], ""])


def boards_with_a_clip() -> Iterator[Measure]:
    with work_folder() as clips:
        copyfile(CLIP, clips / "clip.mp4")
        for size, name in ((FULL_HD, "1080p"), (FOUR_K, "4K")):
            with board(size, media=clips) as (place, program, hall):
                alone, beside = (_look_at(size, *where) for where in ((5 / 16, 3 / 4), (9 / 16, 3 / 5)))
                yield from _with_clip(name, "in the big place", place, program, alone)
                hall.call()
                hall.call()
                time.sleep(SETTLES_S)
                yield from _with_clip(name, "beside two calls", place, program, beside)


def _look_at(size: tuple[int, int], along: float, down: float) -> Box:
    return round(size[0] * along), round(size[1] * down), LOOK_PX, LOOK_PX


def _with_clip(name: str, where: str, place: Stage, program: psutil.Process, box: Box) -> Iterator[Measure]:
    bar = BAR_WITH_CLIP if name == "1080p" else 100.0
    yield _line(f"board {name}, H.264 720p {where}", cost(program, rest), bar)
    seen = pictures_seen(place, box)
    yield _pictures(f"board {name}, pictures a second {where}", len(seen) / LOOKS_S, "/s", BAR_RATE, load())
    rounds = rounds_of(seen)
    about = f"of its {PICTURES}, fewest of {len(rounds)} rounds; {load()}"
    yield _pictures(f"board {name}, the clip's pictures painted {where}", min(rounds), "", BAR_PAINTED, about)


def _pictures(what: str, value: float, unit: str, bar: float, about: str) -> Measure:
    return Measure(what=what, where="Xvfb", value=value, unit=unit, bar=bar, more_is_better=True, detail=about)


def _line(what: str, found: Cost, bar: float) -> Measure:
    detail = f"of one core; the X server {found.server:.0f} %; {load()}"
    return Measure(what=what, where="Xvfb", value=found.program, unit="%", bar=bar, detail=detail)


def display_of(pid: int) -> psutil.Process:
    """The program itself, whatever was started to end it with us."""
    top = psutil.Process(pid)
    return next((one for one in (top, *top.children()) if "display" in one.cmdline()), top)


def _server() -> psutil.Process:
    ours = psutil.Process().children(recursive=True)
    return next(one for one in ours if one.name() == "Xvfb")


def _own(process: psutil.Process) -> float:
    used = process.cpu_times()
    return used.user + used.system


def _seconds(program: psutil.Process) -> float:
    return sum(_own(one) for one in (program, *program.children(recursive=True)))


def run() -> list[Measure]:
    return [*quiet_boards(), *boards_with_ticker(), *boards_with_a_clip()]

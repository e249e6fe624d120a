"""The display's program at a silent loudspeaker: when it sounds, and what it does when its parts fail."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psutil

from display.speaking import seconds_of
from drivers.voice.spoken import chime_of
from tests.display.hall_at_work import HallAtWork
from tests.display.stage import Ear, Program, display, silent_loudspeaker, wait_until

from .measure import Measure, p50, p95
from .stages import load

CALLS: Final = 12
BLOWS: Final = 4
"""Of each kind."""
KILLS: Final = 20
CHIME_MS, WORD_MS, BOARD_S, TOLD_S, NEXT_S = 400, 800, 3.0, 5.0, 8.0
CLIPS_WITHIN_S: Final = 600.0
PATIENCE_S: Final = 60.0
OTHER: Final = "4"
ON_GLASS: Final = {"QT_QPA_PLATFORM": "offscreen"}


def heard(folder: Path) -> list[Measure]:
    hall = HallAtWork(folder)
    hall.speaks_only("zh-TW")
    try:
        with silent_loudspeaker(folder) as sound:
            place = ON_GLASS | sound
            with display(folder, place) as program, _ear(sound) as ear:
                found = idle(hall, program, ear)
            found += killed(hall, place)
            (hall.office.state_dir / "voice" / "banks").rename(folder / "banks-away")
            (hall.office.state_dir / "voice" / "banks").write_text("no clips: every sentence is synthesised")
            with display(folder, place) as program, _ear(sound) as ear:
                found += struck(hall, program, ear)
    finally:
        hall.close()
    return found


def idle(hall: HallAtWork, program: Program, ear: Ear) -> list[Measure]:
    """One call at a time, the hall quiet before it."""
    _until(lambda: "voice_banks_done" in program.said(), "the clips", program, CLIPS_WITHIN_S)
    chimes, words = [], []
    chime_s = seconds_of(chime_of(love=False))
    for _ in range(CALLS):
        called = _call(hall, program, ear)
        first = ear.first_after(called)
        assert first is not None
        chimes.append((first - called) * 1e3)
        sounds = ear.sounds_after(called)
        word = next(at for at in sounds if at > sounds[0] + chime_s)
        words.append((word - sounds[0] - chime_s) * 1e3)
    return [
        _line("call → first sound of the chime, p95", p95(chimes), "ms", CHIME_MS, _about(chimes)),
        _line("end of the chime → first word, p95", p95(words), "ms", WORD_MS, _about(words)),
    ]


def struck(hall: HallAtWork, program: Program, ear: Ear) -> list[Measure]:
    """The speech child is stopped, killed, slowed down in mid-call; then it hangs for good."""
    _until(lambda: "voice_ready" in program.said(), "the voice", program)
    _call(hall, program, ear)
    chimes = []
    spoken = 0
    for blow in (signal.SIGSTOP, signal.SIGKILL, signal.SIGCONT) * BLOWS:
        before = program.said().count(" call_spoken ")
        for child in _speech_children(program):
            os.kill(child.pid, signal.SIGSTOP if blow is signal.SIGCONT else blow)
        if blow is signal.SIGCONT:
            threading.Timer(1.5, _wake, [_speech_children(program)]).start()
        _call(hall, program, ear)
        spoken += program.said().count(" call_spoken ") - before
        called = _call(hall, program, ear)
        chimes.append(((ear.first_after(called) or called + 60) - called) * 1e3)
    blows = 3 * BLOWS
    about = f"after {blows} blows: hung, killed, 1.5 s late"
    found = [
        _line("speech child struck, the next call's chime, p95", p95(chimes), "ms", CHIME_MS, about),
        _line("speech child struck, calls not spoken", blows - spoken, "calls", 0, f"of {blows}"),
    ]
    return [*found, *_hung_for_good(hall, program)]


def _hung_for_good(hall: HallAtWork, program: Program) -> list[Measure]:
    """Whatever child is begun hangs: two calls at once."""
    with _hanging(program):
        begun = program.said().count(" call_announced ")
        called = time.monotonic()
        for counter in (OTHER, "5"):
            hall.call(hall.take(), counter)
        _until(lambda: program.said().count(" call_announced ") == begun + 2, "the next call", program)
        next_s = time.monotonic() - called
        _until(lambda: hall.troubles() == ["not_spoken"], "the report", program)
        told_s = time.monotonic() - called
    for counter in (OTHER, "5"):
        hall.no_show(counter)
    hall.call(hall.take(), OTHER)
    _until(lambda: hall.troubles() == [], "the voice", program)
    hall.no_show(OTHER)
    return [
        _line("speech child hung for good, the next call's turn", next_s, "s", NEXT_S, "chime and four seconds"),
        _line("speech child hung for good, the staff are told", told_s, "s", NEXT_S, "a call that has no words"),
    ]


def killed(hall: HallAtWork, place: dict[str, str]) -> list[Measure]:
    """In mid-call, twenty times; somebody is called while it is away."""
    board, old, missed = [], 0, 0
    for turn in range(KILLS):
        with display(hall.folder, place, name=f"before-{turn}") as program:
            _until(lambda now=program: "voice_ready" in now.said(), "the voice", program)
            label = hall.take()
            hall.call(label, OTHER)
            _until(lambda now=program, one=label: _announced(now, one), "the call", program)
            _until(lambda now=program: "call_spoken" in now.said(), "the words", program)
            program.process.kill()
            program.process.wait(PATIENCE_S)
        meanwhile = hall.take()
        hall.call(meanwhile, "5")
        with display(hall.folder, place, name=f"after-{turn}") as program:
            board.append(program.wait_for(f"{meanwhile} 請至5 號櫃台"))
            _until(lambda now=program, one=meanwhile: _announced(now, one), "the new call", program)
            _until(lambda now=program: "call_spoken" in now.said(), "the words", program)
            old += _announced(program, label)
            missed += not program.shows(label)
        for counter in (OTHER, "5"):
            hall.no_show(counter)
    about = f"killed {KILLS} times in mid-call"
    return [
        _line("killed in mid-call, board right, longest", max(board), "s", BOARD_S, _about(board)),
        _line("killed in mid-call, old calls spoken again", old, "calls", 0, about),
        _line("killed in mid-call, not on the board", missed, "calls", 0, about),
    ]


def _call(hall: HallAtWork, program: Program, ear: Ear) -> float:
    """One call to its end; when the clerk's verb had returned."""
    _until(lambda: ear.quiet_for(0.5), "silence", program)
    ended = program.said().count(" call_announced ")
    label = hall.take()
    hall.call(label, OTHER)
    called = time.monotonic()
    _until(lambda: program.said().count(" call_announced ") > ended, "the call", program)
    _until(lambda: ear.first_after(called) is not None, "a sound", program)
    words = program.said().count(" call_spoken ") + program.said().count(" call_not_spoken ")
    _until(
        lambda: program.said().count(" call_spoken ") + program.said().count(" call_not_spoken ") >= max(1, words),
        "the words",
        program,
    )
    _until(lambda: ear.quiet_for(2.5), "the end of the call", program)
    hall.no_show(OTHER)
    return called


def _announced(program: Program, label: str) -> bool:
    return f"call_announced label={label} " in program.said()


def _speech_children(program: Program) -> list[psutil.Process]:
    found = []
    for child in psutil.Process(program.process.pid).children(recursive=True):
        words = child.cmdline()
        if "drivers.voice.synthesis_child" in words and "--background" not in words:
            found.append(child)
    return found


def _wake(children: list[psutil.Process]) -> None:
    for child in children:
        if child.is_running():
            child.send_signal(signal.SIGCONT)


@contextmanager
def _hanging(program: Program) -> Iterator[None]:
    """Every speech child is stopped as soon as it is there."""
    over = threading.Event()

    def stop_them() -> None:
        while not over.wait(0.005):
            for child in _speech_children(program):
                child.send_signal(signal.SIGSTOP)

    thread = threading.Thread(target=stop_them, name="hanging")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def _ear(sound: dict[str, str]) -> Iterator[Ear]:
    ear = Ear(sound)
    try:
        yield ear
    finally:
        ear.close()


def _until(true: Callable[[], object], what: str, program: Program, within_s: float = PATIENCE_S) -> None:
    wait_until(true, within_s, what, program.said)


def _about(values: list[float]) -> str:
    return f"p50 {p50(values):.3g}, worst {max(values):.3g} of {len(values)}"


def _line(what: str, value: float, unit: str, bar: float, about: str) -> Measure:
    return Measure(what=what, where="null sink", value=value, unit=unit, bar=bar, detail=f"{about}; {load()}")

"""The display's program at a silent loudspeaker: when it sounds, and what it does when its parts fail."""

import math
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import psutil

from display.phrase import seconds_of
from drivers.voice.spoken import chime_of
from tests.display.hall_at_work import HallAtWork
from tests.display.stage import Ear, Program, display, silent_loudspeaker, wait_until

from .measure import Measure, p50, p95
from .stages import load

CALLS: Final = 12
BLOWS: Final = 4
"""Of each kind."""
HURRIED_MS, UNHURRIED_MS = 10, 4_000
"""How late an ear may hear: the one tells when a sound comes, the other hurries no sound server."""
LATE_S: Final = 1.5
KINDS: Final = {"hung": signal.SIGSTOP, "killed": signal.SIGKILL, f"{LATE_S:g} s late": signal.SIGCONT}
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
            with display(folder, place) as program:
                with _ear(sound) as ear:
                    found = idle(hall, program, ear)
                with _ear(sound, late_ms=UNHURRIED_MS) as ear:
                    found.append(unhurried(hall, program, ear))
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
    for _ in range(CALLS):
        called = _call(hall, program, ear)
        chimes.append(_chime_ms(ear, called))
        words.append(_word_ms(ear, called))
    return [
        _line("call → first sound of the chime, p95", p95(chimes), "ms", CHIME_MS, _about(chimes)),
        _line("end of the chime → first word, p95", p95(words), "ms", WORD_MS, _about(words)),
    ]


def unhurried(hall: HallAtWork, program: Program, ear: Ear) -> Measure:
    """The same where whoever records is in no hurry, and so hurries no sound server; counted in samples."""
    words = []
    for _ in range(CALLS):
        before, spoken = len(ear.sounds_after(0.0)), program.said().count(" call_spoken ")
        hall.call(hall.take(), OTHER)
        _until(lambda n=spoken: program.said().count(" call_spoken ") > n, "the words", program)
        _until(lambda n=before: len(ear.sounds_after(0.0)) > n and ear.quiet_for(1.0), "the end", program)
        words.append(_after_chime_ms(ear.sounds_after(0.0)[before:]))
        hall.no_show(OTHER)
    name = "end of the chime → first word, nobody in a hurry to hear, p95"
    return _line(name, p95(words), "ms", WORD_MS, _about(words))


def struck(hall: HallAtWork, program: Program, ear: Ear) -> list[Measure]:
    """The speech child is stopped, killed, slowed down in mid-call; then whatever child is begun hangs or dies."""
    _until(lambda: "voice_ready" in program.said(), "the voice", program)
    _call(hall, program, ear)
    found, spoken = [], 0
    for name, blow in KINDS.items():
        chimes, words = [], []
        for _ in range(BLOWS):
            before = program.said().count(" call_spoken ")
            _strike(program, blow)
            words.append(_word_ms(ear, _call(hall, program, ear)) / 1e3)
            spoken += program.said().count(" call_spoken ") - before
            chimes.append(_chime_ms(ear, _call(hall, program, ear)))
        about = (
            f"{_about(chimes)}; words of the call that was struck {max(words):.1f} s after its chime at the latest"
        )
        found.append(
            _line(f"speech child {name}, the next call's chime, worst", max(chimes), "ms", CHIME_MS, about)
        )
    blows = BLOWS * len(KINDS)
    found.append(_line("speech child struck, calls not spoken", blows - spoken, "calls", 0, f"of {blows}"))
    for name, blow in (("hangs", signal.SIGSTOP), ("dies", signal.SIGKILL)):
        found += _for_good(hall, program, name, blow)
    return found


def _strike(program: Program, blow: signal.Signals) -> None:
    children = _speech_children(program)
    for child in children:
        os.kill(child.pid, signal.SIGSTOP if blow is signal.SIGCONT else blow)
    if blow is signal.SIGCONT:
        threading.Timer(LATE_S, _wake, [children]).start()


def _chime_ms(ear: Ear, called: float) -> float:
    first = ear.first_after(called)
    return math.inf if first is None else (first - called) * 1e3


def _word_ms(ear: Ear, called: float) -> float:
    """From the end of the chime."""
    return _after_chime_ms(ear.sounds_after(called))


def _after_chime_ms(sounds: list[float]) -> float:
    ends = sounds[0] + seconds_of(chime_of(love=False))
    return (next((at for at in sounds if at > ends), math.inf) - ends) * 1e3


def _for_good(hall: HallAtWork, program: Program, does: str, blow: signal.Signals) -> list[Measure]:
    """Whatever child is begun hangs, or dies: two calls at once."""
    with _all_struck(program, blow):
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
    name = f"every speech child {does}"
    return [
        _line(f"{name}, the next call's turn", next_s, "s", NEXT_S, "chime and four seconds"),
        _line(f"{name}, the staff are told", told_s, "s", NEXT_S, "a call that has no words"),
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
            _until(lambda now=program: "words_begin" in now.said(), "the words", program)
            program.process.kill()
            program.process.wait(PATIENCE_S)
        meanwhile = hall.take()
        hall.call(meanwhile, "5")
        with display(hall.folder, place, name=f"after-{turn}") as program:
            program.wait_for(f"{meanwhile} 請至5 號櫃台")
            _until(lambda now=program: " board_stands " in now.said(), "the painted board", program)
            board.append(program.stood_after())
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
        with suppress(psutil.NoSuchProcess):  # it has just ended
            words = child.cmdline()
            if "drivers.voice.synthesis_child" in words and "--background" not in words:
                found.append(child)
    return found


def _wake(children: list[psutil.Process]) -> None:
    for child in children:
        if child.is_running():
            child.send_signal(signal.SIGCONT)


@contextmanager
def _all_struck(program: Program, blow: signal.Signals) -> Iterator[None]:
    """Every speech child is stopped or killed as soon as it is there."""
    over = threading.Event()

    def strike_them() -> None:
        while not over.wait(0.005):
            for child in _speech_children(program):
                with suppress(psutil.NoSuchProcess):
                    child.send_signal(blow)

    thread = threading.Thread(target=strike_them, name="striking")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def _ear(sound: dict[str, str], *, late_ms: int = HURRIED_MS) -> Iterator[Ear]:
    ear = Ear(sound, late_ms=late_ms)
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

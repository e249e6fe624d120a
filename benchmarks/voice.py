"""The hall's voice: joined clips, an hour of calls, bursts on the board, and the real program at a null sink.

The hour and the bursts go by on a turned clock, with clips as long as espeak-ng makes them. What is heard is taken
from the monitor of a PulseAudio null sink: a line in a log proves no sound.
"""

import time
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from display.phrase import seconds_of
from display.showing import STAY_S, STAY_UNDER_LOAD_S, Showing
from drivers.voice.loudness import loudness
from drivers.voice.phrases import speak_call
from drivers.voice.sound import FULL_SCALE, RATE, Sound, read_sound
from drivers.voice.spoken import CallPhrase
from drivers.voice.voice import Voice
from tests.display.hall_on_paper import PaperHall, TurnedClock, stays
from tests.drivers.voice.edges import joins

from .measure import Measure, p50, p95
from .stages import load, work_folder
from .voice_heard import heard
from .voice_hour import CALLS, SPOKEN, Hour

CLIPS_WITHIN_S: Final = 600.0
LANGUAGES: Final = SPOKEN
NUMBERS: Final = (("A001", "3"), ("B247", "12"), ("W777", "17"), ("999", "20"), ("112", "1"), ("Q305", "8"))
HOUSES: Final = (("zh-TW", "en"), ("zh-TW", "en", "vi", "id"))
HOURS: Final = 20
EDGE: Final = RATE // 2000
CLICK: Final = 0.01
"""Of the full swing, within half a millisecond of silence."""
WHERE: Final = "turned clock"


def run() -> list[Measure]:
    with work_folder() as folder:
        voice = Voice(folder / "voice", LANGUAGES)
        voice.start()
        try:
            began = time.monotonic()
            if not voice.wait_for_clips(CLIPS_WITHIN_S):
                raise AssertionError(f"no clips within {CLIPS_WITHIN_S} s")
            took = time.monotonic() - began
            found = [
                *joined(voice, folder / "voice" / "banks"),
                *hours(voice, f"clips of {len(LANGUAGES)} languages made in {took:.0f} s"),
            ]
        finally:
            voice.close()
    found += bursts()
    with work_folder() as folder:
        found += heard(folder)
    return found


def joined(voice: Voice, banks: Path) -> list[Measure]:
    """Every language, as it is played. A clip of several words may have a stop within; it is as short."""
    gaps: list[float] = []
    for language in LANGUAGES:
        for number, counter in NUMBERS:
            samples = read_sound(_say(voice, number, counter, (language,), short=False)).samples()
            meetings = joins(samples)
            if len(meetings) < len(speak_call(number, counter, language, False)) - 1:
                raise AssertionError(f"{number} in {language}: words run together")
            gaps += [(end - begin) / RATE * 1e3 for begin, end in meetings]
    clips = [read_sound(clip) for clip in banks.glob("*/*.wav")]
    levels = [loudness(clip) for clip in clips]
    about = f"{len(gaps)} gaps, {len(NUMBERS)} calls in {len(LANGUAGES)} languages"
    every = f"{len(clips)} clips"
    return [
        _line("joined sentence, shortest gap", min(gaps), "ms", 60, about, more_is_better=True),
        _line("joined sentence, longest gap", max(gaps), "ms", 120, about),
        _line("clips, loudest less softest", max(levels) - min(levels), "LU", 2, f"±1 LU; {every}"),
        _line(
            "clips, greatest jump at an edge", max(map(_jump, clips)), "of full swing", CLICK, f"no click; {every}"
        ),
    ]


def _jump(clip: Sound) -> float:
    """Within half a millisecond of the silence before it and behind it."""
    samples = [0, *clip.samples(), 0]
    edges = (samples[:EDGE], samples[-EDGE:])
    return max(abs(b - a) for edge in edges for a, b in pairwise(edge)) / FULL_SCALE


def hours(voice: Voice, about: str) -> list[Measure]:
    """Ninety calls at random in each of many hours; the worst hour is told."""

    @cache
    def seconds(number: str, counter: str, language: str, short: bool) -> float:
        return seconds_of(_say(voice, number, counter, (language,), short=short))

    found = []
    for house in HOUSES:
        all_hours = [
            Hour(seed, house, lambda call, lang, short: seconds(call.label, call.counter, lang, short))
            for seed in range(HOURS)
        ]
        worst = max(all_hours, key=lambda one: p95(one.delays))
        lost = sum(CALLS - one.spoken + CALLS - one.own_languages for one in all_hours)
        every = [delay for one in all_hours for delay in one.delays]
        detail = f"worst of {HOURS} hours; all p50 {p50(every):.1f}, longest {max(every):.1f} s; {about}"
        name = f"{CALLS} calls an hour, {len(house)} languages of the house"
        found += [
            _line(f"{name}, delay p95", p95(worst.delays), "s", 12, detail),
            _line(f"{name}, lost or without the visitor's own", lost, "calls", 0, f"of {HOURS * CALLS}"),
            _line(f"{name}, longest call", max(max(one.lasted) for one in all_hours), "s", 15, "chime and words"),
        ]
    return found


def bursts() -> list[Measure]:
    """How long each call is in the big place, in the order of the journal; `stays` fails for any other."""
    moments: dict[str, tuple[list[float], float]] = {
        "5 calls within 100 ms": ([0.02 * number for number in range(5)], STAY_S),
        "40 calls in a minute": ([1.5 * number for number in range(40)], STAY_UNDER_LOAD_S),
    }
    found = []
    for name, (called, bar) in moments.items():
        stayed = _stayed(called)
        detail = f"{len(stayed)} that made room, in journal order"
        shortest = min(stayed.values()) + 1e-3  # the clock is turned to a moment beside the edge
        found.append(_line(f"{name}, shortest in the big place", shortest, "s", bar, detail, more_is_better=True))
    return found


def _stayed(called: list[float]) -> dict[str, float]:
    clock = TurnedClock()
    hall = PaperHall(clock)
    showing = Showing(clock)
    showing.see(hall.board())
    return stays(clock, hall, showing, called)


def _say(voice: Voice, number: str, counter: str, languages: tuple[str, ...], *, short: bool) -> Path:
    phrase = CallPhrase(number=number, counter=counter, languages=languages, short=short, chime=False)
    spoken = voice.sentence(phrase)
    if spoken.languages_missing:
        raise AssertionError(f"not spoken: {spoken.languages_missing}")
    return spoken.path


def _line(what: str, value: float, unit: str, bar: float, detail: str, *, more_is_better: bool = False) -> Measure:
    return Measure(
        what=what,
        where=WHERE,
        value=value,
        unit=unit,
        bar=bar,
        more_is_better=more_is_better,
        detail=f"{detail}; {load()}",
    )

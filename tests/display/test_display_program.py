"""The real program in a process of its own: on a real screen, heard by a real sound server."""

import os
import signal
import subprocess
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import psutil
import pytest

from tests.display.stage import (
    Ear,
    answers,
    display,
    screen,
    silent_loudspeaker,
    sound_server,
    wait_until,
)
from tests.own_time import shortest
from tests.programs import PATIENCE_S, needs, needs_a_screen
from tests.verbs.acts_learning import LEARNT
from waitline.model.forecast import Kept
from waitline.verbs.learning import Learning
from waitline.views import day_view

needs_sound = needs("Xvfb", "pulseaudio", "pactl", "parec")

MEGABYTE = 1_000_000
BANK_S = 240.0
"""The clips are made in the background, which gives way to whatever else the machine has to do."""
SILENT = "目前沒有聲音 No sound at present"


@pytest.fixture
def quiet(tmp_path):
    """A place without any loudspeaker."""
    (tmp_path / "nowhere").mkdir(mode=0o700)
    return {"XDG_RUNTIME_DIR": str(tmp_path / "nowhere"), "PULSE_SERVER": "unix:/nonexistent"}


@needs_a_screen
def test_the_board_stands_soon_after_the_start(hall_at_work, quiet):
    """Seconds of a core, since other work on this machine is no fault of the display's; no wait hides in them."""
    label = hall_at_work.take()
    hall_at_work.call(label)
    starts = []
    with screen() as place:
        for _ in range(3):
            with display(hall_at_work.folder, place | quiet) as program:
                program.wait_for(f"{label} 請至3 號櫃台 Counter 3")
                took = psutil.Process(program.process.pid).cpu_times()
                starts.append(took.user + took.system)
                wait_until(
                    lambda said=program.said: "voice_ready" in said(), PATIENCE_S, "the voice", program.said
                )
                assert "hangs_are_watched" in program.said()
                assert program.process.poll() is None
            assert program.process.returncode == 0, program.said()
    assert min(starts) <= 1.5


@needs_a_screen
def test_a_clerks_key_is_seen_at_once_across_two_processes(hall_at_work, quiet):
    with screen() as place, display(hall_at_work.folder, place | quiet, "--mute") as program:
        program.wait_for("示範戶政事務所")
        hall_at_work.call(hall_at_work.take(), "3")
        wait_until(lambda: "call_shown" in program.said(), PATIENCE_S, "the call", program.said)
        assert shortest(lambda: slowest_but_one_of_twenty(hall_at_work, program), 300) <= 300


def slowest_but_one_of_twenty(hall_at_work, program) -> float:
    """Milliseconds from a clerk's key to the glass, as the display tells them."""
    before = program.said().count("call_shown")
    for count in range(1, 21):
        hall_at_work.recall("3")
        seen = before + count
        wait_until(lambda n=seen: program.said().count("call_shown") >= n, PATIENCE_S, "the call", program.said)
    after_ms = program.fields("call_shown", "after_ms")[before:]
    assert len(after_ms) == 20
    return sorted(after_ms)[-2]


@needs_a_screen
@pytest.mark.parametrize("what", [(), ("--sign", "3")], ids=["board", "sign"])
def test_it_fills_a_screen_that_no_window_manager_looks_after(hall_at_work, quiet, what):
    with screen() as place, display(hall_at_work.folder, place | quiet, *what, windowed=()) as program:
        wait_until(lambda: program.window() == (0, 0, 1920, 1080), PATIENCE_S, "the whole screen", program.said)


@needs("Xvfb", "xdotool", "xprop")
@pytest.mark.parametrize("what", [(), ("--sign", "3")], ids=["board", "sign"])
def test_a_window_that_is_placed_on_a_second_screen_asks_for_no_frame(hall_at_work, quiet, what):
    with screen() as place, display(hall_at_work.folder, place | quiet, "--mute", *what) as program:
        wait_until(lambda: program.window() == (0, 0, 1920, 1080), PATIENCE_S, "its place", program.said)
        (window,) = asked(place, "xdotool", "search", "--onlyvisible", "--pid", str(program.process.pid)).split()
        _, _, decorations, *_ = (
            asked(place, "xprop", "-id", window, "_MOTIF_WM_HINTS").partition("= ")[2].split(", ")
        )
        assert int(decorations, 16) == 0


def asked(place: dict[str, str], *command: str) -> str:
    return subprocess.run(command, env=os.environ | place, capture_output=True, text=True, check=True).stdout


@needs_a_screen
def test_a_display_without_a_loudspeaker_says_so_and_shows_every_call(hall_at_work, quiet):
    with screen() as place, display(hall_at_work.folder, place | quiet) as program:
        program.wait_for(SILENT)
        label = hall_at_work.take()
        hall_at_work.call(label, "7")
        program.wait_for(f"{label} 請至7 號櫃台 Counter 7")
        assert "no_sound_device" in program.said()
        wait_until(lambda: hall_at_work.troubles() == ["no_loudspeaker"], PATIENCE_S, "the report", program.said)


@needs_sound
def test_a_call_is_heard_chime_first_and_the_words_follow_in_little_memory(hall_at_work, tmp_path):
    """Measured at the loudspeaker, from the return of the clerk's verb."""
    hall_at_work.speaks_only("zh-TW")
    with screen() as place, silent_loudspeaker(tmp_path) as sound, display(tmp_path, place | sound) as program:
        wait_until(lambda: "bank_built" in program.said(), BANK_S, "the voice", program.said)
        ear = Ear(sound)
        try:
            wait_until(lambda: ear.quiet_for(0.5), PATIENCE_S, "silence")
            waits, lengths = [], []
            for label in (hall_at_work.take(), hall_at_work.take(), hall_at_work.take()):
                spoken = program.said().count("words_begin")
                hall_at_work.call(label, "4")
                called = time.monotonic()
                is_heard(program, ear, called, spoken)
                waits.append(ear.first_after(called) - called)
                lengths.append(ear.loud_since(called))
                hall_at_work.no_show("4")
            memory = psutil.Process(program.process.pid).memory_info().rss
        finally:
            ear.close()
    assert memory <= 150 * MEGABYTE
    assert min(waits) <= 0.4
    assert all(2.0 <= length <= 15.0 for length in lengths)


@needs_sound
def test_a_loudspeaker_pulled_out_in_mid_sentence_is_said_and_speaks_again_when_it_is_back(hall_at_work, tmp_path):
    hall_at_work.speaks_only("zh-TW")
    with screen() as place, silent_loudspeaker(tmp_path) as sound, display(tmp_path, place | sound) as program:
        in_mid_sentence(hall_at_work, program)
        assert answers(["pactl", "unload-module", "module-null-sink"], sound)
        program.wait_for(SILENT)
        wait_until(lambda: hall_at_work.troubles() == ["no_loudspeaker"], 5, "the report", program.said)
        assert answers(["pactl", "load-module", "module-null-sink", "sink_name=hall"], sound)
        is_heard_again(hall_at_work, program, sound)
        wait_until(lambda: hall_at_work.troubles() == [], PATIENCE_S, "the report", program.said)


@needs_sound
def test_a_sound_server_that_dies_in_mid_sentence_takes_nothing_with_it(hall_at_work, tmp_path):
    hall_at_work.speaks_only("zh-TW")
    with screen() as place, silent_loudspeaker(tmp_path) as sound:
        answers(["pactl", "exit"], sound)
        with display(tmp_path, place | sound) as program:
            program.wait_for(SILENT)
            with sound_server(sound) as server:
                wait_until(lambda: not program.shows(SILENT), PATIENCE_S, "the sound", program.said)
                in_mid_sentence(hall_at_work, program)
                server.kill()
                program.wait_for(SILENT)
            with sound_server(sound):
                is_heard_again(hall_at_work, program, sound)


@needs_sound
@pytest.mark.parametrize("instead", [None, "module-always-sink"], ids=["nothing", "one that nobody hears"])
def test_a_loudspeaker_pulled_out_of_a_quiet_hall_is_said_within_five_seconds(hall_at_work, tmp_path, instead):
    """Also where the sound server puts something in its place, as desktops do."""
    hall_at_work.speaks_only("zh-TW")
    with screen() as place, silent_loudspeaker(tmp_path) as sound:
        if instead is not None:
            assert answers(["pactl", "load-module", instead], sound)
        with display(tmp_path, place | sound) as program:
            wait_until(lambda: "voice_ready" in program.said(), PATIENCE_S, "the voice", program.said)
            wait_until(lambda: "sound_device" in program.said(), PATIENCE_S, "the sound", program.said)
            is_quiet_for(3.0, sound)
            assert answers(["pactl", "unload-module", "module-null-sink"], sound)
            program.wait_for(SILENT, within_s=5)
            wait_until(lambda: hall_at_work.troubles() == ["no_loudspeaker"], 5, "the report", program.said)
            assert answers(["pactl", "load-module", "module-null-sink", "sink_name=hall"], sound)
            assert answers(["pactl", "set-default-sink", "hall"], sound)
            hall_at_work.call(hall_at_work.take(), "4")
            is_heard_again(hall_at_work, program, sound)


@needs_sound
def test_the_call_that_finds_the_loudspeaker_gone_is_spoken_when_it_is_soon_back(hall_at_work, tmp_path):
    hall_at_work.speaks_only("zh-TW")
    with screen() as place, silent_loudspeaker(tmp_path) as sound, display(tmp_path, place | sound) as program:
        in_mid_sentence(hall_at_work, program)
        assert answers(["pactl", "unload-module", "module-null-sink"], sound)
        assert "call_spoken" not in program.said()
        program.wait_for(SILENT)
        assert answers(["pactl", "load-module", "module-null-sink", "sink_name=hall"], sound)
        wait_until(lambda: " call_spoken " in program.said(), PATIENCE_S, "the whole call", program.said)
        assert program.said().count("words_begin") == 2
        assert "call_not_spoken" not in program.said()


@needs_sound
def test_a_sound_server_that_hangs_is_said_within_five_seconds_of_the_call_which_is_not_spoken(
    hall_at_work, tmp_path
):
    hall_at_work.speaks_only("zh-TW")
    with screen() as place, silent_loudspeaker(tmp_path) as sound:
        answers(["pactl", "exit"], sound)
        with sound_server(sound) as server, display(tmp_path, place | sound) as program:
            wait_until(lambda: "voice_ready" in program.said(), PATIENCE_S, "the voice", program.said)
            wait_until(lambda: "sound_device" in program.said(), PATIENCE_S, "the sound", program.said)
            label = hall_at_work.take()
            os.kill(server.pid, signal.SIGSTOP)
            try:
                hall_at_work.call(label, "4")
                program.wait_for(SILENT, within_s=5)
                said = f"call_not_spoken number={label}"
                wait_until(lambda: said in program.said(), PATIENCE_S, "the call", program.said)
                assert " call_spoken " not in program.said()
            finally:
                os.kill(server.pid, signal.SIGCONT)
            is_heard_again(hall_at_work, program, sound)


@contextmanager
def two_displays(folder, quiet):
    """Of the same counters, on one computer without a screen: the one that speaks, and one that stands by."""
    place = quiet | {"QT_QPA_PLATFORM": "offscreen"}
    with display(folder, place) as first:
        wait_until(lambda: "this_display_speaks" in first.said(), PATIENCE_S, "the first", first.said)
        first.wait_for("示範戶政事務所")
        with display(folder, place, name="second") as second:
            second.wait_for("示範戶政事務所")
            yield first, second


@needs_a_screen
def test_of_two_displays_one_speaks_and_the_other_follows_when_it_is_killed(hall_at_work, quiet):
    with two_displays(hall_at_work.folder, quiet) as (first, second):
        assert "another_display_speaks" in second.said()
        old, new = hall_at_work.take(), hall_at_work.take()
        hall_at_work.call(old)
        wait_until(lambda: announced(first, old), PATIENCE_S, "the first call", first.said)
        first.process.kill()
        killed = time.monotonic()
        hall_at_work.call(new, "4")
        wait_until(lambda: announced(second, new), PATIENCE_S, "the second call", second.said)
        assert time.monotonic() - killed <= 5
        assert not announced(second, old)


@needs_a_screen
def test_a_display_that_hangs_is_followed_and_stands_by_when_it_wakes(hall_at_work, quiet):
    with two_displays(hall_at_work.folder, quiet) as (first, second):
        wait_until(lambda: "voice_ready" in second.said(), PATIENCE_S, "its voice", second.said)
        first.process.send_signal(signal.SIGSTOP)
        try:
            label = hall_at_work.take()
            hall_at_work.call(label)
            called = time.monotonic()
            wait_until(lambda: announced(second, label), PATIENCE_S, "the call", second.said)
            assert time.monotonic() - called <= 12
        finally:
            first.process.send_signal(signal.SIGCONT)
        wait_until(lambda: "seat_lost" in first.said(), PATIENCE_S, "its waking", first.said)
        new = hall_at_work.take()
        hall_at_work.call(new, "4")
        wait_until(lambda: announced(second, new), PATIENCE_S, "the next call", second.said)
        first.wait_for(f"{new} 請至4 號櫃台")
        assert "call_announced" not in first.said()


@needs_a_screen
@pytest.mark.parametrize("begins", ["lobby-1", "some"])
def test_a_call_that_two_displays_of_one_computer_show_is_spoken_once(hall_at_work, quiet, begins):
    """One shows the counters 1 to 6, one all of them; the one that began is killed and started again."""
    file = hall_at_work.folder / "office.toml"
    more = '[[displays]]\nid = "some"\ncounters = ["1", "2", "3", "4", "5", "6"]\n\n[slip]\n'
    file.write_text(file.read_text("utf-8").replace("[slip]\n", more), "utf-8")
    place = quiet | {"QT_QPA_PLATFORM": "offscreen"}
    other = "some" if begins == "lobby-1" else "lobby-1"

    def started(name: str, number: int):
        return display(hall_at_work.folder, place, "--display", name, name=f"{name}-{number}")

    with started(begins, 1) as first, started(other, 1) as second:
        for program in (first, second):
            wait_until(lambda p=program: "voice_ready" in p.said(), PATIENCE_S, "the voice", program.said)
            program.wait_for("示範戶政事務所")
        one, two = hall_at_work.take(), hall_at_work.take()
        hall_at_work.call(one, "4")
        are_spoken_once(1, first, second)
        first.process.kill()
        first.process.wait(PATIENCE_S)
        hall_at_work.call(two, "5")
        wait_until(lambda: announced(second, two), PATIENCE_S, "the second call", second.said)
        with started(begins, 2) as again:
            wait_until(lambda: "call_not_spoken" in again.said(), PATIENCE_S, "its knowing", again.said)
            hall_at_work.recall("4")
            are_spoken_once(3, first, second, again)
            assert not announced(again, two)


def are_spoken_once(calls: int, *programs) -> None:
    """So many calls, each by one of them; another one has passed over it."""

    def told(event: str) -> list[float]:
        return sorted(seq for one in programs for seq in one.fields(event, "seq"))

    def settled() -> bool:
        return len(set(told("call_announced"))) == calls and set(told("call_announced")) <= set(
            told("call_not_spoken")
        )

    wait_until(settled, PATIENCE_S, "the other's knowing", lambda: "\n".join(one.said() for one in programs))
    assert len(told("call_announced")) == calls


def announced(program, label: str) -> bool:
    return f"call_announced label={label}" in program.said()


@needs_sound
def test_the_office_file_turns_the_voice_down_and_off_while_it_runs(hall_at_work, tmp_path):
    """Heard at the loudspeaker: half the volume is a quarter of the swing, and a muted display is still."""
    hall_at_work.speaks_only("zh-TW")
    with screen() as place, silent_loudspeaker(tmp_path) as sound, display(tmp_path, place | sound) as program:
        wait_until(lambda: "voice_ready" in program.said(), PATIENCE_S, "the voice", program.said)
        ear = Ear(sound)
        try:
            wait_until(lambda: ear.quiet_for(0.5), PATIENCE_S, "silence")
            swings = []
            for label, volume in ((hall_at_work.take(), 100), (hall_at_work.take(), 50)):
                hall_at_work.set_display("volume", volume)
                called = time.monotonic()
                hall_at_work.call(label, "4")
                is_heard(program, ear, called, program.said().count("words_begin"))
                swings.append(ear.loudest_after(called))
                hall_at_work.no_show("4")
            hall_at_work.set_display("mute", True)
            wait_until(lambda: "voice_mute" in program.said(), PATIENCE_S, "the display being muted", program.said)
            muted = time.monotonic()
            label = hall_at_work.take()
            hall_at_work.call(label, "4")
            program.wait_for(f"{label} 請至4 號櫃台")
            wait_until(lambda: ear.quiet_for(2.0), PATIENCE_S, "silence")
            assert ear.first_after(muted) is None
        finally:
            ear.close()
    assert swings[1] == pytest.approx(swings[0] / 4, rel=0.3), "two numbers: their words are not equally loud"


@needs_sound
def test_a_voice_that_is_too_loud_is_turned_down_in_mid_sentence(hall_at_work, tmp_path):
    """A fifth of the volume is a twenty-fifth of the swing; the sound server is given a second."""
    hall_at_work.speaks_only("zh-TW")
    with screen() as place, silent_loudspeaker(tmp_path) as sound, display(tmp_path, place | sound) as program:
        ear = Ear(sound)
        try:
            wait_until(lambda: ear.quiet_for(0.5), PATIENCE_S, "silence")
            begun = time.monotonic()
            in_mid_sentence(hall_at_work, program)
            wait_until(lambda: ear.loudest_after(begun) > 5_000, PATIENCE_S, "the words", program.said)
            loud = ear.loudest_after(begun)
            hall_at_work.set_display("volume", 20)
            turned_down = time.monotonic()
            assert "call_spoken" not in program.said()
            wait_until(lambda: "call_spoken" in program.said(), PATIENCE_S, "the end", program.said)
            assert 100 < ear.loudest_after(turned_down + 1.0) < loud / 10
        finally:
            ear.close()


def in_mid_sentence(hall_at_work, program) -> None:
    wait_until(lambda: "voice_ready" in program.said(), PATIENCE_S, "the voice", program.said)
    hall_at_work.call(hall_at_work.take(), "4")
    wait_until(lambda: "words_begin" in program.said(), PATIENCE_S, "the words", program.said)


def is_quiet_for(seconds, sound) -> None:
    ear = Ear(sound)
    try:
        wait_until(lambda: ear.quiet_for(seconds), PATIENCE_S, "silence")
    finally:
        ear.close()


def is_heard_again(hall_at_work, program, sound) -> None:
    wait_until(lambda: not program.shows(SILENT), PATIENCE_S, "the sound", program.said)
    ear = Ear(sound)
    try:
        wait_until(lambda: ear.quiet_for(0.5), PATIENCE_S, "silence")
        called, spoken = time.monotonic(), program.said().count("words_begin")
        hall_at_work.recall("4")
        is_heard(program, ear, called, spoken)
        assert ear.loud_since(called) >= 2.0
    finally:
        ear.close()


def is_heard(program, ear, called, spoken) -> None:
    """To its end: a sound, then the words of one call more than were spoken before, then silence."""
    wait_until(lambda: ear.first_after(called), PATIENCE_S, "a sound", program.said)
    wait_until(lambda: program.said().count("words_begin") > spoken, PATIENCE_S, "the words", program.said)
    words = time.monotonic()
    wait_until(lambda: ear.first_after(words), PATIENCE_S, "the words' sound", program.said)
    wait_until(lambda: ear.quiet_for(1.0), PATIENCE_S, "the end of the call", program.said)


@needs_a_screen
def test_an_unknown_display_is_refused_in_both_languages(hall_at_work, quiet):
    with screen() as place, display(hall_at_work.folder, place | quiet, "--display", "roof") as program:
        assert program.process.wait(PATIENCE_S) == 2
        assert program.said().splitlines()[0] == "設定檔沒有「roof」這個看板；現有：lobby-1"
        assert program.said().splitlines()[1] == "The office file has no display roof; there are: lobby-1"


def test_an_office_that_likes_it_publishes_how_often_waits_held(hall_at_work, quiet):
    today = date.fromisoformat(day_view.read(hall_at_work.store).day)
    kept = {(today - timedelta(days=8)).isoformat(): Kept(100, 84)}
    Learning(hall_at_work.store).learn(replace(LEARNT, day="2099-01-01", kept=kept))
    file = hall_at_work.folder / "office.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('id = "lobby-1"', 'id = "lobby-1"\naccuracy = true'), "utf-8")
    place = quiet | {"QT_QPA_PLATFORM": "offscreen"}
    with display(hall_at_work.folder, place, "--mute") as program:
        program.wait_for("近 30 天 84 % 的民眾在預估範圍內叫號")

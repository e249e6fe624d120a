"""The demo's parts: where windows stand, the office it makes, processes that must end, a busy hall."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from datetime import datetime
from itertools import combinations

import psutil
import pytest

from waitline.cli.demo.crew import Crew, ProgramEnded
from waitline.cli.demo.crowd.arrivals import Arrivals
from waitline.cli.demo.crowd.hall import BusyHall, posts
from waitline.cli.demo.office import always_open, make_office, with_setting
from waitline.cli.demo.screen import MEMORY, there_is_a_screen
from waitline.cli.demo.tiling import CONSOLE, Tile, tile
from waitline.cli.demo.waiting import DidNotHappen, wait_for
from waitline.model.ticket import TicketState
from waitline.model.words import Words
from waitline.settings.office_file import parse_office
from waitline.store.engine import Store
from waitline.views import day_view

ROOMS = [(1366, 728), (1680, 1010), (1920, 1053), (2560, 1440), (3840, 2160), MEMORY]


@pytest.mark.parametrize("size", ROOMS)
def test_windows_stand_beside_each_other_inside_the_room(size):
    room = Tile(x=0, y=27, width=size[0], height=size[1])
    places = tile(room)
    windows = [places.kiosk, places.counter, places.display, places.paper]
    for window in windows:
        assert window.x >= room.x
        assert window.y >= room.y
        assert window.box[2] <= room.box[2]
        assert window.box[3] <= room.box[3]
        assert window.width >= 300
    for one, other in combinations(windows, 2):
        beside = one.box[2] <= other.x or other.box[2] <= one.x
        above = one.box[3] <= other.y or other.box[3] <= one.y
        assert beside or above, (one, other)
    if not places.small_counter:
        assert places.counter.width >= CONSOLE[0]
        assert places.counter.height >= CONSOLE[1]


def test_on_the_screen_in_memory_every_program_has_its_real_size():
    places = tile(Tile(x=0, y=0, width=MEMORY[0], height=MEMORY[1]))
    assert (places.kiosk.width, places.kiosk.height) == (1920, 1080)
    assert (places.display.width, places.display.height) == (1920, 1080)
    assert (places.counter.width, places.counter.height) == (1366, 768)


def test_the_demo_office_is_the_sample_office_with_doors_open_and_a_printer_on_the_pty(tmp_path):
    office = make_office(tmp_path / "office", port=tmp_path / "printer")
    setup = office.setup
    assert setup.id == "sample"
    assert all(setup.hours)
    assert [printer.port for printer in setup.printers] == [str(tmp_path / "printer")]
    store = Store(office.database_url, office.office_id)
    try:
        with store.reading() as look:
            assert look.setup == setup
    finally:
        store.close()


@pytest.mark.parametrize(("hour", "hours"), [(9, (480, 1020)), (3, (0, 1440)), (22, (0, 1440))])
def test_whatever_the_hour_the_doors_are_open(tmp_path, hour, hours):
    office = make_office(tmp_path, port=tmp_path / "printer")
    text = always_open(office.text, datetime(2026, 11, 22, hour, 30, tzinfo=office.setup.zone))
    setup = parse_office(text, office.file.name)
    assert {(day.opens, day.closes) for day in setup.hours if day is not None} == {hours}


def test_a_setting_is_changed_where_it_stands_and_added_where_it_is_not():
    text = '[one]\nname = "a" # kept\n\n[two]\n# size = 3\nname = "b"\n'
    assert with_setting(text, "[two]", "name", "c") == text.replace('"b"', '"c"')
    assert with_setting(text, "[two]", "size", "4") == text.replace("# size = 3", 'size = "4"')
    assert 'new = "x"\n' in with_setting(text, "[two]", "new", "x")
    with pytest.raises(LookupError, match=r"\[three\]"):
        with_setting(text, "[three]", "name", "c")


def test_a_session_without_a_display_has_no_screen():
    if sys.platform in ("win32", "darwin"):
        pytest.skip("always has a screen")
    assert not there_is_a_screen({})
    assert there_is_a_screen({"DISPLAY": ":0"})
    assert there_is_a_screen({"WAYLAND_DISPLAY": "wayland-0"})


def test_a_program_that_will_not_end_is_killed_with_its_children(tmp_path):
    stubborn = (
        "import signal, subprocess, sys\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True)\n"
        "child.wait()\n"
    )
    with Crew(tmp_path, os.environ, ends_within_s=0.3) as crew:
        member = crew.start("stubborn", [sys.executable, "-c", stubborn])
        said = wait_for(Words(zh="子程序", en="its child"), lambda: member.log.read_text().strip(), within_s=60)
    assert member.process.returncode == -signal.SIGKILL
    wait_for(Words(zh="結束", en="the child is gone"), lambda: not is_alive(int(said)), within_s=30)


DEMO = """
import os, sys, time
from pathlib import Path
from waitline.cli.demo.crew import Crew
with Crew(Path(sys.argv[1]), os.environ) as crew:
    members = [crew.start(name, ["sleep", "600"]) for name in ("Xvfb", "kiosk")]
    members.append(crew.start_module("printer", "drivers.printing.emulator", "--link", sys.argv[1] + "/printer"))
    print(*(member.pid for member in members), flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="no setpriv on this machine")
def test_a_demo_that_is_killed_leaves_no_program_running(tmp_path):
    demo = subprocess.Popen([sys.executable, "-c", DEMO, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert demo.stdout is not None
    programs = [psutil.Process(int(pid)) for pid in demo.stdout.readline().split()]
    wait_for(
        Words(zh="三個程式都在執行", en="all three programs run"),
        lambda: (tmp_path / "printer").exists() and all(program.is_running() for program in programs),
        within_s=30,
    )
    demo.kill()
    demo.wait()
    demo.stdout.close()
    _, left = psutil.wait_procs(programs, timeout=30)
    running = [program for program in left if program.status() != psutil.STATUS_ZOMBIE]
    for program in running:
        program.kill()
    assert len(programs) == 3
    assert running == []


def test_a_program_that_failed_is_named_with_its_last_words(tmp_path):
    with Crew(tmp_path, os.environ) as crew:
        member = crew.start("kiosk", [sys.executable, "-c", "raise SystemExit('no glass')"])
        member.process.wait(60)
        with pytest.raises(ProgramEnded, match=r"kiosk ended by itself \(code 1\):\n    no glass"):
            crew.check()


def test_what_does_not_happen_is_said_in_both_languages_with_what_was_seen():
    words = Words(zh="看板顯示 A001", en="the display shows A001")
    with pytest.raises(DidNotHappen) as raised:
        wait_for(words, lambda: None, within_s=0, seen=lambda: "A002")
    assert raised.value.words.zh == "0 秒內沒有發生：看板顯示 A001；看到的是：A002"
    assert raised.value.words.en == "did not happen within 0 s: the display shows A001; seen instead: A002"


def test_visitors_come_as_often_as_the_clerks_can_serve(tmp_path):
    setup = make_office(tmp_path, port=tmp_path / "printer").setup
    chance = random.Random(7)
    arrivals = Arrivals(setup, chance, clerks=9, pace=14, load=1.0)
    gaps = [arrivals.next_gap() for _ in range(4_000)]
    assert sum(gaps) / len(gaps) == pytest.approx(arrivals.mean_gap_s, rel=0.1)
    visitors = [arrivals.next_visitor() for _ in range(4_000)]
    assert 0.06 < sum(visitor.love for visitor in visitors) / 4_000 < 0.12
    assert {visitor.service for visitor in visitors if not visitor.love} == {s.code for s in setup.services}


def test_a_busy_hall_takes_calls_serves_and_finishes_through_the_verbs(tmp_path):
    office = make_office(tmp_path, port=tmp_path / "printer")
    store = Store(office.database_url, office.office_id)
    ending = threading.Event()
    hall = BusyHall(store, office.setup, random.Random(3), left_free=frozenset({"3"}), pace=400)
    life = threading.Thread(target=hall.run, args=(ending,))
    life.start()
    try:
        wait_for(
            Words(zh="有人辦完", en="two visitors are done"),
            lambda: sum(t.state is TicketState.DONE for t in day_view.read(store).tickets) >= 2,
            within_s=60,
        )
        with store.reading() as look:
            at_work = {desk.counter for desk in look.desks() if desk.staff is not None}
        assert at_work == {counter for counter, _ in posts(office.setup)} - {"3"}
    finally:
        ending.set()
        life.join(60)
        store.close()
    assert not life.is_alive()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE

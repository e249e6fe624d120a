"""Panels, keypads and their line in trouble are told to people: a real line, the real service, a real window."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from counter.actions import Place
from counter.keypads import codes
from counter.keypads.service import KeypadService
from counter.workplace import Workplace
from drivers.bus.opening import keypads_of, panels_of
from drivers.bus.simulator.bus import BusSimulator
from tests.builders import LiveHall
from tests.counter.back_line_desk import AtTheDesk
from tests.counter.clerk_at_work import ClerkAtWork, opened
from tests.counter.halls import DOCUMENT, RealHall, open_hall
from tests.counter.keypads.keypad_hall import LINE, counters_on_a_line
from tests.counter.test_appearance import nothing_is_clipped, speak
from tests.drivers.bus.conftest import FAST, until
from tests.store.test_moved_file import moved
from waitline.look import Banner, Says
from waitline.model.journal import Kind
from waitline.model.office import OfficeSetup
from waitline.settings.office_file import parse_office
from waitline.store.engine import Store
from waitline.verbs.requests import new_request

STANDS_S = 0.3
PATIENCE_S = 30.0


@contextmanager
def line_of(setup: OfficeSetup, port: Path, hall: Store) -> Iterator[BusSimulator]:
    """The devices, while the service owns their line as in `waitline-keypads`, on a thread of this test's."""
    panels, keypads = panels_of(setup, LINE), keypads_of(setup, LINE)
    store = Store(hall.url, hall.office)

    def place() -> Workplace:
        return opened(store)

    simulator = BusSimulator(port, FAST, panels=tuple(panels.values()), keypads=tuple(keypads.values()))
    service = KeypadService(setup, [LINE], place=place, new_request=new_request, trouble_stands_s=STANDS_S)
    running = threading.Thread(target=service.run)
    with simulator:
        running.start()
        try:
            yield simulator
        finally:
            service.stop()
            running.join(PATIENCE_S)
            store.close()
    assert not running.is_alive()


def sample_on_a_line(port: Path) -> str:
    """The sample office with a panel and a keypad at the counters 3 and 4."""
    text = DOCUMENT
    for number in ("3", "4"):
        panel = f'{{ bus = "{LINE}", address = {number}, kind = "ascii-panel" }}'
        keypad = f'{{ bus = "{LINE}", address = 3{number}, kind = "ff68" }}'
        begun = f'id = "{number}"\nkind = '
        assert text.count(begun) == 1
        text = text.replace(begun, f'id = "{number}"\npanel = {panel}\nkeypad = {keypad}\nkind = ')
    return f'{text}\n[[buses]]\nid = "{LINE}"\nport = "{port.as_posix()}"\nbaud = {FAST}\n'


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[RealHall]:
    found = open_hall(tmp_path / "queue.db", document=sample_on_a_line(tmp_path / "line"))
    yield found
    found.store.close()


def said(clerk: ClerkAtWork) -> str:
    return clerk.text("device_trouble") if clerk.sees("device_trouble") else ""


@pytest.mark.parametrize("small", [False, True], ids=["console", "bar"])
def test_a_keypad_that_does_not_answer_stands_in_the_console_until_it_does(
    sample: RealHall, sit_down: Callable[..., ClerkAtWork], tmp_path: Path, small: bool
):
    clerk = sit_down(sample, small=small)
    with line_of(sample.setup, tmp_path / "line", sample.store) as line:
        line.do("silent keypad-4")
        clerk.until(lambda: "4 號櫃台：叫號鍵盤沒有回應" in said(clerk))
        banner = clerk.find("device_trouble")
        assert isinstance(banner, Banner)
        assert banner.says is Says.TROUBLE
        nothing_is_clipped(clerk)
        speak(clerk, "en")
        assert "Counter 4: The keypad does not answer" in said(clerk)
        nothing_is_clipped(clerk)
        line.do("speak keypad-4")
        clerk.until(lambda: said(clerk) == "")


def test_the_panel_above_ones_own_head_comes_first(
    sample: RealHall, sit_down: Callable[..., ClerkAtWork], tmp_path: Path
):
    clerk = sit_down(sample)
    with line_of(sample.setup, tmp_path / "line", sample.store) as line:
        line.until_shown("panel-3", "--")
        line.do("silent keypad-4")
        clerk.until(lambda: said(clerk) != "")
        line.do("silent panel-3")
        sample.take()
        clerk.press(Qt.Key.Key_F9)
        clerk.until(lambda: "3 號櫃台：叫號面板沒有回應" in said(clerk))
        assert "還有 1 台" in said(clerk)
        line.do("speak panel-3")
        sample.take()
        clerk.press(Qt.Key.Key_F9)
        clerk.until(lambda: "4 號櫃台" in said(clerk))


def test_the_line_that_is_gone_is_one_trouble_and_over_when_it_is_back(
    sample: RealHall, sit_down: Callable[..., ClerkAtWork], tmp_path: Path
):
    clerk = sit_down(sample)
    with line_of(sample.setup, tmp_path / "line", sample.store) as line:
        line.until_shown("panel-3", "--")
        line.do("unplug")
        clerk.until(lambda: "線路 line：櫃台面板與鍵盤都連不上" in said(clerk))
        assert "還有" not in said(clerk)
        nothing_is_clipped(clerk)
        line.do("plug")
        clerk.until(lambda: said(clerk) == "")


def test_the_service_desk_is_told_too(sample: RealHall, at_desk: Callable[..., AtTheDesk], tmp_path: Path):
    desk = at_desk(sample, staff="greeter", place=Place.SERVICE_DESK)
    with line_of(sample.setup, tmp_path / "line", sample.store) as line:
        line.do("silent keypad-4")
        desk.until(lambda: desk.sees("device_trouble") and "叫號鍵盤沒有回應" in desk.text("device_trouble"))


def test_each_change_is_told_once(make_hall: Callable[..., LiveHall], tmp_path: Path):
    port = tmp_path / "line"
    hall = make_hall(counters=counters_on_a_line(), buses={LINE: {"port": str(port), "baud": FAST}})
    hall.clerk("3")
    setup = parse_office(hall.document, "office.toml")
    for _ in range(2):  # a program that is started again finds it as it was told
        with line_of(setup, port, hall.store) as line:
            line.do("silent keypad-7")
            line.until_shown("panel-3", "--")
            until(lambda: [one.device for one in hall.console("3").troubles] == [f"{LINE}:keypad-7"])
            line.do("speak keypad-7")
            until(lambda: hall.console("3").troubles == ())
    entries = [json.loads(one.data) for one in hall.journal() if one.kind is Kind.DEVICE_REPORTED]
    of_it = [one["health"] for one in entries if one["device"] == f"{LINE}:keypad-7"]
    assert of_it in (["trouble", "well"] * 2, ["well"] + ["trouble", "well"] * 2)
    others = [one["device"] for one in entries if one["device"] != f"{LINE}:keypad-7"]
    assert len(others) == len(set(others))


def test_while_the_database_is_away_panels_and_keys_live_and_it_is_told_when_it_is_back(
    sample: RealHall, tmp_path: Path
):
    sample.clerk("3")
    with line_of(sample.setup, tmp_path / "line", sample.store) as line:
        line.until_shown("panel-3", "--")
        place = moved(sample, tmp_path / "aside")
        line.do("silent keypad-4")
        line.until_shown("panel-3", codes.OUT_OF_TOUCH)
        line.press("keypad-3", "1", "2")
        line.until_shown("panel-3", "12")
        for file in (tmp_path / "aside").iterdir():
            shutil.move(file, place.parent / file.name)
        until(lambda: [one.device for one in sample.view().troubles] == [f"{LINE}:keypad-4"])

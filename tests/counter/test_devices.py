"""A printer in trouble at the console and the bar: said with place, cause and time, and in nobody's way."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import RealHall
from tests.counter.test_appearance import nothing_is_clipped, speak
from tests.counter.test_bar import overlapping
from tests.counter.test_help import place
from waitline.look import Banner, Says
from waitline.model.device import Health
from waitline.verbs.devices import Devices
from waitline.verbs.requests import new_request

SitDown = Callable[..., ClerkAtWork]
LONGEST = ("paper_out", "cover_open", "cutter", "overheated")


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def small(request: pytest.FixtureRequest) -> bool:
    return request.param


def tell(hall: RealHall, *causes: str, health: Health = Health.TROUBLE) -> None:
    Devices(hall.store).report_device(
        request=new_request(), device="kiosk-1", place="kiosk-1", health=health, causes=causes
    )


def said(clerk: ClerkAtWork) -> str:
    return clerk.text("device_trouble") if clerk.sees("device_trouble") else ""


def test_a_printer_without_paper_is_said_where_and_since_when_until_it_is_well(
    turned_hall: RealHall, sit_down: SitDown, small: bool
) -> None:
    clerk = sit_down(turned_hall, small=small)
    assert said(clerk) == ""
    tell(turned_hall, "paper_out")
    clerk.until(lambda: said(clerk) != "")
    assert "取號機" in said(clerk)
    assert "缺紙，請補紙" in said(clerk)
    assert "09:00" in said(clerk)
    banner = clerk.find("device_trouble")
    assert isinstance(banner, Banner)
    assert banner.says is Says.TROUBLE
    tell(turned_hall, "paper_near_end", health=Health.WELL)
    clerk.until(lambda: "快用完" in said(clerk))
    assert banner.says is Says.NOTICE
    tell(turned_hall, health=Health.WELL)
    clerk.until(lambda: said(clerk) == "")


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_it_moves_no_button_covers_nothing_and_is_whole_beside_a_call_for_help(
    hall: RealHall, sit_down: SitDown, small: bool, language: str
) -> None:
    clerk = sit_down(hall, small=small)
    speak(clerk, language)
    hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")
    before = place(clerk, "call_next")
    tell(hall, *LONGEST)
    clerk.until(lambda: said(clerk) != "")
    QApplication.processEvents()
    assert place(clerk, "call_next") == before
    assert clerk.help != ""
    nothing_is_clipped(clerk)
    assert overlapping(clerk.window) == []

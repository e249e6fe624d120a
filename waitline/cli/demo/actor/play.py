"""The demo's play: one love and two ordinary visitors, from the touch to the call; or a busy hall."""

import time
from typing import Final

from waitline.cli.demo.waiting import wait_for
from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup
from waitline.model.ticket import TicketState
from waitline.model.words import Words

from .people import Clerk, House, Visitor, say
from .stage import Stage

SETTLED_S: Final = 0.4
"""Animations have come to rest: for a picture only, nothing is decided by it."""
BUSY_FOR_S: Final = 60.0
ENOUGH_CALLED: Final = 12
ORDINARY: Final = ("TRANS", "REG")
REASON: Final = "reason-elderly"


def play(house: House, setup: OfficeSetup, stage: Stage) -> None:
    """From touch to call, and served; every step is looked for where it must show."""
    clerk = _clerk(house, setup, stage)
    visitor = Visitor(house)
    house.kiosk.await_control("love", within_s=20)
    clerk.sign_in(**_rows(setup, stage))
    house.kiosk.await_control(f"service-{ORDINARY[0]}")

    first = visitor.read_number(visitor.touch(f"service-{ORDINARY[0]}"))
    slip = visitor.take_slip(first)
    house.camera.keep(slip.picture, "slip", Words(zh=f"印出的號碼單 {first}", en=f"the printed slip {first}"))
    house.kiosk.await_control("slip")
    _picture(house, "kiosk-number", Words(zh=f"取號機給出號碼 {first}", en=f"the kiosk gives number {first}"))
    visitor.leave()

    visitor.touch("language-en")
    wait_for(
        Words(zh="取號機改說英文", en="the kiosk speaks English"),
        lambda: (english := house.kiosk.find("language-en")) is not None and english.checked,
        within_s=8,
        seen=house.kiosk.summary,
    )
    _picture(house, "kiosk-english", Words(zh="取號機首頁，英文在前", en="the kiosk's home page, English first"))
    second = visitor.read_number(visitor.touch(f"service-{ORDINARY[1]}"))
    visitor.take_slip(second)
    visitor.leave()

    _picture(house, "kiosk", Words(zh="取號機首頁，兩人等候", en="the kiosk's home page, two are waiting"))
    visitor.touch("love")
    house.kiosk.await_control(REASON)
    _picture(house, "kiosk-love", Words(zh="愛心優先的原因", en="reasons for priority"))
    love = visitor.read_number(visitor.touch(REASON))
    visitor.take_slip(love)
    visitor.leave()
    _serve(house, clerk, love, (first, second))


def _serve(house: House, clerk: Clerk, love: str, ordinary: tuple[str, str]) -> None:
    """The love visitor first though she came last, then the others in the order they came."""
    clerk.turn_to_the_screen()
    called = clerk.call_next(love)
    clerk.hear(called)
    clerk.begin(called, by_key=False)
    clerk.finish(called)
    called = clerk.call_next(ordinary[0])
    _picture(house, "display", Words(zh=f"看板叫 {ordinary[0]}", en=f"the display calls {ordinary[0]}"))
    clerk.begin(called, by_key=True)
    _picture(
        house,
        "counter",
        Words(
            zh=f"櫃台辦理 {ordinary[0]}，{ordinary[1]} 等候中",
            en=f"the counter serves {ordinary[0]}, {ordinary[1]} waits",
        ),
    )
    clerk.finish(called)
    called = clerk.call_next(ordinary[1])
    clerk.begin(called, by_key=True)
    clerk.finish(called)
    _picture(house, "paper", Words(zh="模擬印表機與三張號碼單", en="the emulated printer and three slips"))


def busy(house: House, setup: OfficeSetup, stage: Stage) -> None:
    """Among simulated visitors and clerks: one counter more works by hand, and the hall moves."""
    clerk = _clerk(house, setup, stage)
    clerk.sign_in(**_rows(setup, stage))
    called = clerk.call_next()
    clerk.begin(called, by_key=True)
    wait_for(
        Words(zh=f"{ENOUGH_CALLED} 個號碼被叫過", en=f"{ENOUGH_CALLED} numbers have been called"),
        lambda: len(house.hall.called_today()) >= ENOUGH_CALLED,
        within_s=BUSY_FOR_S,
        seen=lambda: str(len(house.hall.called_today())),
    )
    say(f"叫過 {len(house.hall.called_today())} 個號碼", f"{len(house.hall.called_today())} numbers were called")
    _picture(house, "busy-kiosk", Words(zh="忙碌時的取號機", en="the kiosk of a busy hall"))
    _picture(house, "busy-counter", Words(zh="忙碌時的櫃台", en="a counter of a busy hall"))
    _picture(house, "busy-display", Words(zh="忙碌時的看板", en="the display of a busy hall"))
    clerk.finish(called)
    house.hall.await_ticket(called.label, TicketState.DONE)


def _clerk(house: House, setup: OfficeSetup, stage: Stage) -> Clerk:
    return Clerk(house, post=CounterId(setup.counter(stage.post).id), login=stage.clerk)


def _rows(setup: OfficeSetup, stage: Stage) -> dict[str, int]:
    """Which rows of the sign-in page's lists to choose: they follow the office file."""
    people = [person.id for person in setup.staff]
    counters = [counter.id for counter in setup.counters]
    return {
        "name_row": people.index(setup.somebody(stage.clerk).id),
        "counter_row": counters.index(CounterId(stage.post)),
    }


def _picture(house: House, name: str, shows: Words) -> None:
    house.hands.withdraw()
    time.sleep(SETTLED_S)
    program = name.removeprefix("busy-").partition("-")[0]
    window = {
        "kiosk": house.kiosk,
        "counter": house.counter,
        "display": house.display,
        "paper": house.paper_window,
    }[program]
    window.check_well()
    house.camera.take(window, name, shows)

"""The sign over one counter: who is called there, who serves, what is done; on a real hall, at every size."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSizeF

from display.board.counter_words import Drawn
from display.hall import Hall
from display.hall_seen import HallSeen
from display.sign.board import SignBoard
from display.sign.counter_now import CounterNow, Stands, counter_now
from display.sign.plan import plan_sign
from display.sign.window import SignWindow
from tests.display.hall_at_work import CLERKS, HallAtWork
from tests.display.hall_on_paper import TurnedClock
from tests.display.stage import display, screen
from tests.programs import needs_a_screen
from waitline.desktop import Follower
from waitline.look import Distance
from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.model.ticket import Need
from waitline.model.words import Words
from waitline.verbs.back_line import BackLineSupport
from waitline.verbs.requests import new_request
from waitline.views import board

THREE = CounterId("3")
SIZES = [(1920, 1080), (1080, 1920), (1920, 360), (1280, 320), (1024, 600), (3840, 2160), (800, 480)]
Signs = Callable[..., SignWindow]


@pytest.fixture
def sign(qtbot, make_look, hall_at_work: HallAtWork) -> Iterator[Signs]:
    """A sign over a counter of the hall, as soon as it knows the hall."""
    opened = []

    def put_up(counter: str = "3", *, limit_s: float = 60.0) -> SignWindow:
        at_work = hall_at_work
        hall = Hall(at_work.office.database_url, at_work.office.office_id, (CounterId(counter),))
        window = SignWindow(
            make_look(Distance.HALL),
            CounterId(counter),
            hall=HallSeen(TurnedClock()),
            follower=Follower("sign", hall.watch, limit_s=limit_s, look_every_s=limit_s / 4),
            settle=hall.settle,
        )
        opened.append((window, hall))
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.begin()
        qtbot.waitUntil(lambda: "連線" not in says(window))
        return window

    yield put_up
    for window, hall in opened:
        window.leave()
        hall.close()


def says(window: SignWindow) -> str:
    return window.board.accessibleName()


def painted(window: SignWindow) -> str:
    return " ".join(window.board.shown)


def now_at(hall: HallAtWork, counter: str = "3") -> CounterNow:
    found = counter_now(board.read(hall.store, (CounterId(counter),)), CounterId(counter))
    assert found is not None
    return found


def test_a_counters_day_as_its_sign_has_it(hall_at_work: HallAtWork):
    assert now_at(hall_at_work).stands is Stands.FREE
    label = hall_at_work.take()
    called = hall_at_work.call(label)
    now = now_at(hall_at_work)
    assert (now.stands, now.number, now.call > 0, now.love) == (Stands.CALLING, called.label, True, False)
    hall_at_work.begin()
    now = now_at(hall_at_work)
    assert (now.stands, now.number, now.call) == (Stands.SERVING, label, 0)
    hall_at_work.finish()
    assert (now_at(hall_at_work).stands, now_at(hall_at_work).number) == (Stands.FREE, "")
    hall_at_work.pause(minutes=20)
    paused = now_at(hall_at_work)
    assert (paused.stands, paused.back_at != "") == (Stands.PAUSED, True)
    hall_at_work.close_counter()
    assert (now_at(hall_at_work).stands, now_at(hall_at_work).back_at) == (Stands.CLOSED, "")
    assert now_at(hall_at_work, "4").stands is Stands.FREE


def test_a_counter_that_opens_soon_says_so(hall_at_work: HallAtWork):
    support = BackLineSupport(hall_at_work.store)
    support.stand_by(request=new_request(), staff=StaffId("b11"))
    summons = support.summon(request=new_request(), by=StaffId("supervisor"), reason="the hall is full")
    assert now_at(hall_at_work, summons.counter).stands is Stands.CLOSED
    support.accept(request=new_request(), summons=summons.id, by=StaffId("b11"))
    assert now_at(hall_at_work, summons.counter).stands is Stands.OPENING


def test_it_names_who_serves_and_their_deputy_and_what_is_done(hall_at_work: HallAtWork):
    now = now_at(hall_at_work)
    people = {person.id: person for person in hall_at_work.office.setup.staff}
    clerk = people[StaffId(CLERKS["3"])]
    assert now.staff == clerk.name
    assert now.deputy == ("" if clerk.deputy is None else people[clerk.deputy].name)
    served = next(one.services for one in hall_at_work.office.setup.counters if one.id == "3")
    every = len(served) == len(hall_at_work.office.setup.services)
    assert (now.services is None) == every
    assert now_at(hall_at_work, "6").staff == ""


def test_a_counter_that_was_taken_out_is_told_not_guessed(sign: Signs, hall_at_work: HallAtWork):
    window = sign()
    view = board.read(hall_at_work.store)
    gone = replace(view, counters=tuple(one for one in view.counters if one.counter != THREE))
    assert counter_now(gone, THREE) is None
    window.board.show_counter(None, flashes=True)
    assert "已沒有這個櫃台" in says(window)


def test_a_call_is_shown_at_its_own_counter_only(qtbot, sign: Signs, hall_at_work: HallAtWork):
    here, there = sign("3"), sign("4")
    label = hall_at_work.take()
    hall_at_work.call(label, "3")
    qtbot.waitUntil(lambda: label in painted(here))
    assert "請到這個櫃台" in painted(here)
    assert here.board.flashing
    other = hall_at_work.take()
    hall_at_work.call(other, "4")
    qtbot.waitUntil(lambda: other in painted(there))
    assert label not in painted(there)
    assert other not in painted(here)


def test_a_sign_that_begins_in_mid_call_shows_it_quietly(qtbot, sign: Signs, hall_at_work: HallAtWork):
    label = hall_at_work.take()
    hall_at_work.call(label)
    window = sign()
    qtbot.waitUntil(lambda: label in painted(window))
    assert not window.board.flashing
    hall_at_work.recall()
    qtbot.waitUntil(lambda: window.board.flashing)


def test_for_a_visitor_who_cannot_hear_the_sign_is_framed_while_they_are_called(
    qtbot, sign: Signs, hall_at_work: HallAtWork
):
    window = sign()
    label = hall_at_work.take(needs=frozenset({Need.DEAF}))
    hall_at_work.call(label)
    qtbot.waitUntil(lambda: window.board.border_shown)
    hall_at_work.begin()
    qtbot.waitUntil(lambda: not window.board.border_shown)
    assert label in says(window)


def test_out_of_touch_it_greys_and_says_so_and_comes_back(qtbot, sign: Signs, hall_at_work: HallAtWork):
    window = sign(limit_s=0.4)
    with hall_at_work.out_of_reach():
        qtbot.waitUntil(window.board.banner.isVisible)
        assert "失去連線" in window.board.banner.text()
    qtbot.waitUntil(lambda: not window.board.banner.isVisible())
    label = hall_at_work.take()
    hall_at_work.call(label)
    qtbot.waitUntil(lambda: label in painted(window))


FULL = CounterNow(
    names=Words(zh="3 號櫃台", en="Counter 3"),
    sign="3",
    stands=Stands.CALLING,
    number="W999",
    call=7,
    love=True,
    deaf=True,
    services=Words(
        zh="戶籍謄本、戶籍登記、國民身分證、印鑑登記・證明",
        en="Household transcript, Household registration, National ID card, Seal registration",
    ),
    staff="三號櫃台同仁",
    deputy="四號櫃台同仁",
)
STATES = [
    FULL,
    replace(FULL, stands=Stands.SERVING, call=0),
    replace(FULL, stands=Stands.PAUSED, number="", call=0, love=False, back_at="14:00"),
    replace(FULL, stands=Stands.CLOSED, number="", call=0, love=False, staff="", deputy="", services=None),
    replace(FULL, names=Words(zh="服務台", en="Service desk"), sign="S"),
    replace(
        FULL,
        names=Words(zh="第31號櫃台（國籍・歸化・外籍配偶）", en="Counter 31 – nationality affairs"),
        sign="31",
    ),
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("now", STATES)
@pytest.mark.parametrize("lost", [False, True])
def test_everything_is_whole_on_a_sign_of_any_shape(qtbot, make_look, size, now: CounterNow, lost: bool):
    shown = SignBoard(make_look(Distance.HALL))
    qtbot.addWidget(shown)
    shown.resize(*size)
    shown.show_counter(now, flashes=False)
    shown.show_touch(lost=lost)
    shown.show()
    qtbot.waitUntil(lambda: bool(shown.shown))
    assert squeeze("".join(shown.shown)) == squeeze(shown.accessibleName())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("zh", "en", "read"),
    [
        ("10 號愛心櫃台", "Priority counter 10", "10 號愛心櫃台 Priority counter 10"),
        (
            "第10號櫃台（國籍・歸化・僑民）",
            "Counter 10 – nationality and overseas affairs",
            "第 10 號櫃台 國籍 歸化 僑民",
        ),
        ("10 號櫃台", "Household registration and nationality counter 10", "10 號櫃台 Household registration"),
        ("服務台", "Service desk", "10 號櫃台 服務台 Counter 10, Service desk"),
    ],
)
def test_the_number_on_the_plate_is_as_large_whatever_the_name(qtbot, make_look, size, zh, en, read):
    def plate_of(names: Words) -> Drawn:
        shown = SignBoard(make_look(Distance.HALL))
        qtbot.addWidget(shown)
        shown.resize(*size)
        shown.show_counter(replace(FULL, names=names, sign="10"), flashes=False)
        shown.grab()
        assert shown.plate is not None
        return shown.plate

    usual, long = plate_of(Words(zh="10 號櫃台", en="Counter 10")), plate_of(Words(zh=zh, en=en))
    assert long.sign == usual.sign
    assert long.text.startswith(read)
    assert long.sign >= min(size) * 0.1


def test_a_sign_that_has_never_reached_the_hall_asks_nobody_for_a_moment(qtbot, make_look):
    shown = SignBoard(make_look(Distance.HALL))
    qtbot.addWidget(shown)
    assert "正在連線" in shown.accessibleName()
    shown.show_touch(lost=True)
    assert "正在連線" not in shown.accessibleName()
    assert "尚未連上系統 Not connected yet" in shown.accessibleName()


def squeeze(text: str) -> str:
    return "".join(text.split()).replace("\N{NO-BREAK SPACE}", "")


@pytest.mark.parametrize("size", SIZES)
def test_no_part_lies_over_another(size):
    places = plan_sign(QSizeF(*size))
    boxes = [places.plate, places.main, places.services, places.people]
    assert all(QRectF(0, 0, *size).contains(box) for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])
    assert places.main.width() * places.main.height() >= max(
        box.width() * box.height() for box in (places.services, places.people)
    )


@needs_a_screen
def test_the_real_program_is_a_sign_where_it_is_asked_to_be(hall_at_work: HallAtWork, tmp_path):
    (tmp_path / "nowhere").mkdir(mode=0o700)
    quiet = {"XDG_RUNTIME_DIR": str(tmp_path / "nowhere"), "PULSE_SERVER": "unix:/nonexistent"}
    label = hall_at_work.take()
    with screen() as place, display(hall_at_work.folder, place | quiet, "--sign", "3") as program:
        program.wait_for("請等候叫號")
        hall_at_work.call(label, "3")
        program.wait_for(f"{label} 請到這個櫃台")
    assert program.process.returncode == 0, program.said()

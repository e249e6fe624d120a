"""The service desk: numbers for visitors, love visitors led, papers looked through, no-shows brought back."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QListWidget, QTabBar

from counter.actions import Action, Place
from counter.face import Stage as ClerkStage
from counter.refusals import NobodyAsks, NobodyChosen, NumberNotHere
from counter.service_desk.scanned import Scanned, read_scanned
from tests.clock_ahead import set_last_entry
from tests.counter.back_line_desk import AtTheDesk, Colleagues
from tests.counter.halls import DOCUMENT, RealHall
from tests.counter.test_appearance import squeezed
from tests.counter.test_live import locked, unreadable
from tests.own_time import OwnTime
from waitline.model.clock import HOUR, Instant
from waitline.model.number_code import qr_text
from waitline.model.ticket import Need, Origin, PriorityClass, Ticket
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
AtDesk = Callable[..., AtTheDesk]
WINDOW = "service_desk_window"


def at_work(at_desk: AtDesk, hall: RealHall, **facts: object) -> AtTheDesk:
    desk = at_desk(hall, **({"staff": "greeter", "place": Place.SERVICE_DESK} | facts))
    desk.until_desk()
    return desk


def ticket(hall: RealHall, label: str) -> Ticket:
    with hall.store.writing("look") as inside:
        return inside.ticket_numbered(label)


def until_said(desk: AtTheDesk, words: str) -> None:
    desk.until(lambda: words in desk.said("message"))


def missed(hall: RealHall, **facts: object) -> Ticket:
    """Somebody was called at counter 7 and did not come."""
    found = hall.take(**facts)
    clerk = hall.clerk("7")
    clerk.do("call_next")
    clerk.do("no_show")
    Calling(hall.store).sign_out(request=new_request(), counter=clerk.counter, by=clerk.staff)
    return found


def rows(desk: AtTheDesk) -> list[str]:
    listed = desk.find("desk_rows")
    assert isinstance(listed, QListView)
    model: QAbstractItemModel = listed.model()
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


# -- signing in ----------------------------------------------------------------------------------------


def test_whoever_may_receive_visitors_finds_the_service_desk_among_their_places(hall, at_desk):
    desk = at_desk(hall, staff=None, place=Place.COUNTER)
    desk.until(lambda: desk.sees("staff"))
    names, places = desk.find("staff"), desk.find("counters")
    assert isinstance(names, QListWidget)
    assert isinstance(places, QListWidget)
    offered = {}
    for name in ("3 號櫃台同仁", "服務台同仁", "課長", "後線同仁 11"):
        names.setCurrentItem(names.findItems(name, Qt.MatchFlag.MatchExactly)[0])
        offered[name] = bool(places.findItems("服務台", Qt.MatchFlag.MatchExactly))
        if name == "服務台同仁":
            assert places.currentItem().text() == "服務台"
    assert set(offered.values()) == {True}


def test_a_pin_is_asked_for_and_a_wrong_one_counted(hall, at_desk):
    hall.set_pin("greeter", "4711")
    desk = at_desk(hall, staff="greeter", place=Place.SERVICE_DESK)
    desk.until(lambda: desk.sees("pin"))
    pin = desk.find("pin")
    assert isinstance(pin, QLineEdit)
    pin.setText("0000")
    desk.click("sign_in")
    desk.until(lambda: desk.said("sign_in_message") == "密碼不正確")
    with hall.store.reading() as look:
        assert look.pin("greeter").failures == 1
    pin.setText("4711")
    desk.click("sign_in")
    desk.until_desk()


def test_who_may_not_receive_visitors_is_refused_by_the_verb(hall, at_desk):
    desk = at_desk(hall, staff="installer", place=Place.SERVICE_DESK)
    desk.until(lambda: "沒有這項權限" in desk.said("sign_in_message"))


def test_signing_out_leads_to_the_first_page_from_which_a_counter_is_as_near(hall, at_desk):
    desk = at_work(at_desk, hall, staff="c03")
    desk.click("sign_out")
    desk.until(lambda: desk.sees("sign_in"))
    desk.program.clerk.sign_in_at("3", "c03")
    desk.until_clerk(ClerkStage.IDLE)


# -- numbers for visitors ------------------------------------------------------------------------------


def test_a_number_is_taken_by_keyboard_alone_and_stands_there_large(hall, at_desk):
    hall.take("REG")
    hall.clerk("3")
    desk = at_work(at_desk, hall)
    desk.press(Key.Key_F3, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    desk.press(Key.Key_2, within=WINDOW)
    desk.press(Key.Key_Return, within=WINDOW)

    until_said(desk, "已取號 B002，前面 1 人：請等 3 號櫃台叫號")
    assert desk.text("chosen_number") == "B002"
    found = ticket(hall, "B002")
    assert (found.origin, found.service, found.priority) == (Origin.GREETER, "REG", PriorityClass.ORDINARY)


def test_class_language_and_needs_are_kept_on_the_number(hall, at_desk):
    desk = at_work(at_desk, hall)
    desk.click("take_number")
    desk.choose("愛心（項目到櫃台再說）")
    desk.choose("越南語")
    for tick in desk.find("sheet").findChildren(type(desk.find("needs_2"))):
        if tick.text() == "輪椅":
            tick.click()
    desk.click("agree")
    until_said(desk, "已取號 901")
    found = ticket(hall, "901")
    assert (found.priority, found.service, found.language) == (PriorityClass.LOVE, None, "vi")
    assert found.needs == {Need.WHEELCHAIR}


def test_where_the_office_names_a_printer_the_slip_is_queued_there_and_printed_again(hall, at_desk):
    named = DOCUMENT + '\n[service_desk]\nprinter = "kiosk-1"\n'
    Floor(hall.store).set_up_office(named, request=new_request())
    desk = at_work(at_desk, hall)
    desk.click("take_number")
    desk.choose("戶籍謄本")
    desk.click("agree")
    until_said(desk, "已取號 A001")
    desk.click("reprint")
    until_said(desk, "A001 補印中")
    with hall.store.reading() as look:
        assert [(job.ticket.label, job.copy) for job in look.open_jobs("kiosk-1")] == [("A001", 0), ("A001", 1)]


def test_without_a_printer_nothing_can_be_printed_again(hall, at_desk):
    hall.take()
    desk = at_work(at_desk, hall)
    desk.enter("A001")
    assert not desk.find("reprint").isEnabled()
    desk.press(Key.Key_F5, SHIFT, within=WINDOW)
    until_said(desk, "沒有設定印表機")


def test_a_love_visitor_is_led_to_the_counter_that_waits_with_one_key(hall, at_desk):
    hall.clerk("10").do("call_next")
    desk = at_work(at_desk, hall)
    desk.until(lambda: desk.text("bring_love_visitor") != "" and desk.at_service_desk.face.view.led_to is not None)
    assert "10 號愛心櫃台 等著" in desk.find("bring_love_visitor").accessibleName()

    desk.press(Key.Key_F4, within=WINDOW)

    until_said(desk, "愛心 901：請到 10 號愛心櫃台")
    assert hall.state_of("901") == "CALLED"
    assert desk.text("chosen_state") == "10 號愛心櫃台，叫號中"


def test_where_every_counter_is_busy_it_says_which_is_next_and_they_go_first(hall, at_desk):
    for number in ("7", "8"):
        clerk = hall.clerk(number)
        clerk.do("serve_walk_in", service="IDCARD" if number == "7" else "TRANS")
    desk = at_work(at_desk, hall)
    desk.until(lambda: "接著是 8 號櫃台" in desk.find("bring_love_visitor").accessibleName())
    desk.click("bring_love_visitor")
    until_said(desk, "愛心 901：接著是 8 號櫃台，叫到時請帶過去")
    assert desk.text("chosen_state") == "等候中"


def test_a_number_that_is_called_at_once_says_where_to_go_and_one_that_nobody_serves_says_so(hall, at_desk):
    hall.clerk("3").do("call_next")
    desk = at_work(at_desk, hall)
    for said in ("已取號 A001：請到 3 號櫃台", "已取號 A002：請等 3 號櫃台叫號"):
        desk.click("take_number")
        desk.choose("戶籍謄本")
        desk.click("agree")
        until_said(desk, said)
    desk.click("take_number")
    desk.choose("自然人憑證")
    desk.click("agree")
    until_said(desk, "目前沒有開放的櫃台能辦")


def test_in_english_too_it_is_said_where_to_go_and_many_counters_are_counted(hall, at_desk):
    desk = at_work(at_desk, hall, language="en")
    for number in ("3", "4", "5"):
        hall.clerk(number)
    for said in ("wait for Counter 3, Counter 4, Counter 5", "1 ahead: wait for one of 4 counters"):
        desk.click("take_number")
        desk.choose("Household transcript")
        desk.click("agree")
        until_said(desk, said)
        hall.clerk("6")


def test_where_no_counter_is_open_it_says_so(hall, at_desk):
    desk = at_work(at_desk, hall)
    assert "目前沒有櫃台能辦" in desk.find("bring_love_visitor").accessibleName()


def test_a_number_is_made_void_only_after_a_second_look(hall, at_desk):
    hall.take()
    desk = at_work(at_desk, hall)
    desk.enter("A001")
    desk.press(Key.Key_F6, SHIFT, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    assert hall.state_of("A001") == "WAITING"
    desk.press(Key.Key_Return, within=WINDOW)
    until_said(desk, "A001 已作廢")
    assert hall.state_of("A001") == "CANCELLED"


# -- one field for everything --------------------------------------------------------------------------


def test_a_no_show_is_brought_back_by_the_code_on_their_slip(turned_hall, at_desk):
    back = missed(turned_hall, service="TRANS")
    turned_hall.turn(minutes=5)
    desk = at_work(at_desk, turned_hall)
    desk.enter(qr_text(back, turned_hall.setup))
    assert desk.text("chosen_state") == "過號"
    desk.press(Key.Key_F6, within=WINDOW)
    until_said(desk, "A001 回到等候")
    assert turned_hall.state_of("A001") == "WAITING"


def test_papers_are_marked_as_looked_through_by_number(hall, at_desk):
    hall.take()
    desk = at_work(at_desk, hall)
    desk.enter("a001")
    desk.press(Key.Key_F5, within=WINDOW)
    until_said(desk, "A001 已預審")
    assert ticket(hall, "A001").prechecked
    desk.until(lambda: not desk.find("mark_prechecked").isEnabled())


def test_a_slip_of_another_day_is_not_todays_number(turned_hall, at_desk):
    turned_hall.take()
    desk = at_work(at_desk, turned_hall)
    desk.enter("A001 2026-11-19 09:00")
    assert desk.text("message") == NumberNotHere(label="A001").words.zh
    assert not desk.sees("chosen_number")


def test_who_is_nowhere_is_said_and_the_number_before_stays(hall, at_desk):
    hall.take()
    desk = at_work(at_desk, hall)
    desk.enter("A001")
    desk.enter("Z999")
    assert desk.text("message") == NumberNotHere(label="Z999").words.zh
    assert desk.text("chosen_number") == "A001"
    field = desk.find("number_or_code")
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == "Z999", "the next scan types over it"


def test_a_number_that_is_finished_leaves_the_desk(hall, at_desk):
    hall.take()
    clerk = hall.clerk("3")
    desk = at_work(at_desk, hall)
    desk.enter("A001")
    clerk.do("call_next")
    desk.until(lambda: desk.text("chosen_state") == "3 號櫃台，叫號中")
    clerk.do("begin")
    clerk.do("finish")
    desk.until(lambda: not desk.sees("chosen_number"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" A001 ", Scanned(label="A001")),
        ("a001 2026-11-20 09:00", Scanned(label="A001", issued=datetime(2026, 11, 20, 9, 0))),  # noqa: DTZ001 - the wall's own
        ("A001 2026-13-40 09:00", Scanned(label="A001 2026-13-40 09:00")),
        ("", None),
    ],
)
def test_what_is_typed_and_what_is_scanned(text, found):
    assert read_scanned(text) == found


# -- the hall ------------------------------------------------------------------------------------------


def test_love_visitors_stand_first_then_whoever_waits_longest(turned_hall, at_desk):
    for service in ("REG", "TRANS"):
        turned_hall.take(service)
        turned_hall.turn(minutes=3)
    turned_hall.take(None, love=True)
    desk = at_work(at_desk, turned_hall)
    assert [row.split("，")[0] for row in rows(desk)] == ["901", "B001", "A001"]
    listed = desk.find("desk_rows")
    assert isinstance(listed, QListView)
    listed.setCurrentIndex(listed.model().index(1, 0))
    listed.clicked.emit(listed.currentIndex())
    assert desk.text("chosen_number") == "B001"


def test_who_was_missed_has_a_list_of_their_own(hall, at_desk):
    missed(hall, service="TRANS")
    desk = at_work(at_desk, hall)
    tabs = desk.find("desk_tabs")
    assert isinstance(tabs, QTabBar)
    assert [tabs.tabText(place) for place in range(3)] == ["等候 0", "過號 1", "稍後再辦 0"]
    tabs.setCurrentIndex(1)
    assert [row.split("，")[0] for row in rows(desk)] == ["A001"]


def test_a_kiosks_call_for_help_is_answered_and_given_a_number(hall, at_desk):
    desk = at_work(at_desk, hall)
    hall.ask_for_help(language="en")
    desk.until(lambda: desk.sees("help_call"))
    desk.press(Key.Key_F8, within=WINDOW)
    desk.until(lambda: "您正前往" in desk.text("help_call"))
    desk.press(Key.Key_F8, SHIFT, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    desk.press(Key.Key_1, within=WINDOW)
    desk.press(Key.Key_Return, within=WINDOW)
    until_said(desk, "已代為取號：A001")
    here = hall.here()
    assert here is not None
    assert here.taken is not None
    assert here.taken.ticket.language == "en"


def test_the_back_line_is_called_from_the_desk_and_its_way_is_told_there(hall, at_desk):
    others = Colleagues(hall)
    others.stand_by("b11")
    desk = at_work(at_desk, hall, staff="supervisor")
    desk.until(lambda: desk.at_service_desk.face.view.back_line.can_come)
    desk.press(Key.Key_B, CTRL, SHIFT, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    desk.choose("愛心民眾較多")
    desk.click("agree")
    until_said(desk, "已請後線支援 11 號櫃台")
    desk.until(lambda: desk.said("back_line") == "正在請 後線同仁 11 支援 11 號櫃台")
    (one,) = others.summonses
    others.do("decline", one, "b11", reason="正在開會")
    desk.until(lambda: "請主管處理" in desk.said("back_line"))


def test_a_visitor_led_while_the_database_is_locked_is_led_once(hall, at_desk):
    desk = at_work(at_desk, hall)
    with locked(hall):
        desk.press(Key.Key_F4, within=WINDOW)
        desk.until(lambda: desk.said("message") != "")
        desk.press(Key.Key_F4, within=WINDOW)
    until_said(desk, "愛心 901")
    desk.until(lambda: len(desk.at_service_desk.face.view.waiting) == 1)


def test_keys_say_why_they_do_nothing(hall, at_desk):
    desk = at_work(at_desk, hall)
    desk.press(Key.Key_F8, within=WINDOW)
    until_said(desk, NobodyAsks().words.zh)
    for key in ((Key.Key_F5,), (Key.Key_F6,), (Key.Key_F6, SHIFT)):
        desk.press(*key, within=WINDOW)
        until_said(desk, NobodyChosen().words.zh)


def test_out_of_touch_is_said_within_three_seconds_and_it_comes_back(hall, at_desk):
    desk = at_work(at_desk, hall)
    with unreadable(hall):
        watch = OwnTime()
        desk.until(lambda: desk.sees("out_of_touch"))
        assert watch.seconds() <= 3.0
        assert not desk.find("take_number").isEnabled()
    desk.until(lambda: not desk.sees("out_of_touch"))
    desk.until(desk.find("take_number").isEnabled)


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_nothing_is_clipped(hall, at_desk, language):
    hall.take("REG", love=True, needs=frozenset(Need), language="vi")
    hall.clerk("7")
    desk = at_work(at_desk, hall, language=language)

    def looks_well() -> None:
        assert [text for window in desk.windows for text in squeezed(window)] == []

    looks_well()
    desk.enter("901")
    looks_well()
    hall.ask_for_help()
    desk.until(lambda: desk.sees("help_call"))
    looks_well()
    for action in (Action.TAKE_NUMBER, Action.HELP_NUMBER, Action.CANCEL_NUMBER):
        desk.at_service_desk.want(action)
        desk.until(lambda: desk.sees("sheet"))
        looks_well()
        desk.click("leave")
    desk.enter("Z999")
    looks_well()


def test_the_listener_is_told_names_keys_and_the_number(hall, at_desk):
    hall.take()
    desk = at_work(at_desk, hall)
    desk.enter("A001")
    assert desk.find("take_number").accessibleName() == "代為取號, F3"
    assert desk.find("chosen_number").accessibleName() == "A001 等候中"
    assert desk.find("number_or_code").accessibleName() == "號碼或 QR"
    assert desk.find("desk_rows").accessibleName() == "等候名單"


def test_after_a_clock_that_was_ahead_no_time_stands_rather_than_a_wrong_one(hall, at_desk):
    desk = at_work(at_desk, hall)
    desk.until(lambda: ":" in desk.text("clock"))
    with hall.store.reading() as look:
        ahead = Instant(look.now + 10 * HOUR)
    set_last_entry(hall.store, ahead)
    hall.take()
    desk.until(lambda: desk.text("clock") == "–:––")

"""The display's window on a real hall: what is called is seen, what is over is gone, what is old is quiet."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace

from display.flow import Flow
from display.hall import Hall
from display.window import DisplayWindow
from tests.display.hall_at_work import CLERKS
from tests.display.hall_on_paper import TurnedClock
from tests.display.listening import ListeningLoudspeaker
from tests.verbs.acts_learning import LEARNT
from waitline.desktop import Follower
from waitline.look import Distance
from waitline.model.staff import StaffId
from waitline.model.ticket import Need
from waitline.verbs.back_line import BackLineSupport
from waitline.verbs.learning import Learning
from waitline.verbs.requests import new_request
from waitline.views import board

HOUSE = ("zh-TW", "en")


def large(window: DisplayWindow) -> list[str]:
    return [card.shown.call.label for card in window.wall.big_place.cards]


def recent(window: DisplayWindow) -> list[str]:
    return [one.call.label for one in window.wall.recent.shown]


def test_a_visitor_who_is_called_sees_the_number_and_the_counter(qtbot, make_window, hall_at_work):
    window = make_window()
    assert window.wall.welcome.isVisible()
    label = hall_at_work.take()
    hall_at_work.call(label, "3")
    qtbot.waitUntil(lambda: large(window) == [label])
    (card,) = window.wall.big_place.cards
    assert card.accessibleName() == f"{label} 請至3 號櫃台 Counter 3"
    assert card.isVisible()
    assert not window.wall.welcome.isVisible()


def test_several_calls_stand_side_by_side_and_none_covers_another(qtbot, make_window, hall_at_work):
    window = make_window()
    labels = [hall_at_work.take() for _ in range(5)]
    for label, counter in zip(labels, ("3", "4", "5", "7", "10"), strict=True):
        hall_at_work.call(label, counter)
    qtbot.waitUntil(lambda: len(large(window)) == 4)
    assert large(window) == labels[3::-1]
    boxes = [card.geometry() for card in window.wall.big_place.cards]
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


def test_a_call_taken_back_leaves_the_board_and_the_loudspeaker(qtbot, make_window, hall_at_work):
    loudspeaker = ListeningLoudspeaker()
    loudspeaker.holds = True
    window = make_window(loudspeaker)
    label = hall_at_work.take()
    hall_at_work.call(label)
    qtbot.waitUntil(lambda: loudspeaker.said == [label])
    hall_at_work.undo()
    qtbot.waitUntil(lambda: large(window) == [])
    assert recent(window) == []
    assert loudspeaker.cut_short == 1


def test_every_call_on_the_glass_is_told_whether_it_is_spoken_or_not(qtbot, make_window, hall_at_work, caplog):
    caplog.set_level("INFO", logger="display.window")
    window = make_window(ListeningLoudspeaker())
    labels = [hall_at_work.take() for _ in range(4)]
    for counter, label in zip(("3", "4", "5", "7"), labels, strict=True):
        hall_at_work.call(label, counter)
    qtbot.waitUntil(lambda: sorted(told_of(caplog)) == sorted(labels))
    assert sorted(large(window)) == sorted(labels)


def told_of(caplog) -> list[str]:
    return [record.label for record in caplog.records if record.getMessage() == "call_shown"]


def test_calls_are_spoken_one_after_another_in_journal_order(qtbot, make_window, hall_at_work):
    loudspeaker = ListeningLoudspeaker()
    make_window(loudspeaker)
    labels = [hall_at_work.take() for _ in range(3)]
    for label, counter in zip(labels, ("3", "4", "5"), strict=True):
        hall_at_work.call(label, counter)
    qtbot.waitUntil(lambda: loudspeaker.said == labels)


def test_a_restarted_display_shows_the_board_and_speaks_nothing_old(qtbot, make_window, hall_at_work):
    old = hall_at_work.take()
    hall_at_work.call(old)
    loudspeaker = ListeningLoudspeaker()
    window = make_window(loudspeaker)
    assert large(window) == [old]
    new = hall_at_work.take()
    hall_at_work.call(new, "4")
    qtbot.waitUntil(lambda: loudspeaker.said == [new])


def test_a_missed_number_moves_to_its_strip(qtbot, make_window, hall_at_work):
    window = make_window()
    label = hall_at_work.take()
    hall_at_work.call(label)
    qtbot.waitUntil(lambda: large(window) == [label])
    hall_at_work.no_show()
    qtbot.waitUntil(window.wall.missed.isVisible)
    assert label in window.wall.missed.accessibleName()
    assert "過號，請洽櫃台" in window.wall.missed.accessibleName()


def test_a_deaf_visitors_call_frames_the_whole_board(qtbot, make_window, hall_at_work):
    window = make_window()
    hall_at_work.call(hall_at_work.take(), "4")
    qtbot.waitUntil(lambda: len(large(window)) == 1)
    assert not window.wall.border_shown
    before = window.grab().toImage().pixelColor(4, 360)
    hall_at_work.call(hall_at_work.take(needs=frozenset({Need.DEAF})), "5")
    qtbot.waitUntil(lambda: window.wall.border_shown)
    assert window.grab().toImage().pixelColor(4, 360) != before


def test_people_waiting_are_counted_by_service_in_two_languages(qtbot, make_window, hall_at_work):
    window = make_window()
    for _ in range(3):
        hall_at_work.take("SEAL")
    hall_at_work.take_love()
    services = window.wall.services
    qtbot.waitUntil(lambda: "愛心優先 Priority 1" in services.accessibleName())
    assert "印鑑登記・證明 Seal registration 3" in services.accessibleName()


def test_out_of_touch_is_said_and_nothing_stale_looks_live_until_the_database_is_back(
    qtbot, make_window, hall_at_work
):
    window = make_window(limit_s=1.0)
    label = hall_at_work.take()
    hall_at_work.call(label)
    wall = window.wall
    qtbot.waitUntil(lambda: large(window) == [label] and not wall.big_place.flashing and wall.lost.isHidden())
    live = wall.big_place.cards[0].grab().toImage().pixelColor(200, 12)
    with hall_at_work.out_of_reach():
        qtbot.waitUntil(wall.lost.isVisible)
        zh, en, *cause = wall.lost.text().split("\n")
        assert re.match(r"\d\d:\d\d 起與系統失去連線", zh)
        assert re.match(r"Out of touch since \d\d:\d\d", en)
        assert len(cause) == 2, "what the staff have to do, in two languages"
        assert wall.big_place.cards[0].grab().toImage().pixelColor(200, 12) != live
    qtbot.waitUntil(wall.lost.isHidden)
    hall_at_work.call(hall_at_work.take(), "4")
    qtbot.waitUntil(lambda: len(large(window)) == 2)


def test_a_hall_whose_database_is_not_there_yet_is_awaited_in_words(qtbot, make_look, tmp_path):
    hall = Hall(f"sqlite:///{tmp_path}/nothing.db", "sample", ())
    window = DisplayWindow(
        make_look(Distance.HALL),
        flow=Flow(clock=TurnedClock(), languages=HOUSE),
        follower=Follower("board", hall.watch, limit_s=0.3),
        settle=hall.settle,
    )
    qtbot.addWidget(window)
    window.resize(960, 540)
    window.show()
    window.begin()
    assert "正在連線" in window.wall.welcome.accessibleName()
    qtbot.waitUntil(window.wall.lost.isVisible)
    assert window.wall.welcome.accessibleName().startswith("請留意櫃台叫號"), "what to do, once"
    window.grab()
    assert window.wall.welcome.shown.split("\n")[0] == "請留意櫃台叫號"
    said = window.wall.lost.text()
    assert "尚未連上系統" in said
    assert "Not connected yet" in said
    assert "the log says what to do" in said
    assert "waitline" not in said, "what staff type is no visitor's business"
    window.leave()
    hall.close()


def test_visitors_do_not_read_what_the_database_says_of_itself(qtbot, make_window, hall_at_work):
    window = make_window(limit_s=1.0)
    path = hall_at_work.office.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("ALTER TABLE journal RENAME TO lost_journal")
    qtbot.waitUntil(window.wall.lost.isVisible)
    assert "紀錄檔" in window.wall.lost.text()
    assert "the log says why" in window.wall.lost.text()
    assert "journal" not in window.wall.lost.text()


def test_time_alone_brings_a_parked_visitor_back_and_the_display_sees_to_it(qtbot, make_window, turned_hall):
    clock = TurnedClock()
    window = make_window(hall_at_work=turned_hall, clock=clock)
    label = turned_hall.take("SEAL")
    turned_hall.call(label)
    turned_hall.park(minutes=10)
    assert turned_hall.waiting() == []
    turned_hall.turn_clock(minutes=11)
    clock.turn(11 * 60)  # else the pause after what a new day has settled would never pass
    qtbot.waitUntil(lambda: turned_hall.waiting() == [label])
    qtbot.waitUntil(lambda: "Seal registration 1" in window.wall.services.accessibleName())


def test_waits_stand_on_the_wall_once_the_office_has_learnt(qtbot, make_window, hall_at_work):
    window = make_window()
    for _ in range(4):
        hall_at_work.take()
    qtbot.waitUntil(lambda: "transcript 4" in window.wall.services.accessibleName())
    assert "min" not in window.wall.services.accessibleName()
    Learning(hall_at_work.store).learn(replace(LEARNT, day="2099-01-01"))
    qtbot.waitUntil(lambda: "min" in window.wall.services.accessibleName())


def test_the_wall_is_calm_about_a_minute_more(turned_hall):
    Learning(turned_hall.store).learn(replace(LEARNT, day="2099-01-01"))
    for counter in CLERKS:
        turned_hall.call(turned_hall.take(), counter)
        turned_hall.turn_clock(minutes=1)
    hall = Hall(turned_hall.office.database_url, turned_hall.office.office_id, ())
    watch, ends = hall.watch(), []
    for _ in range(9):
        turned_hall.take()
        found = board.read(turned_hall.store).foresight.waits["TRANS"].most
        ends.append((found, watch.read().foresight.waits["TRANS"].most))
    watch.feed.close()
    hall.close()
    assert all(found - 2 <= shown <= found for found, shown in ends)
    assert any(shown < found for found, shown in ends)


def test_a_counter_that_back_line_staff_are_walking_to_opens_soon(qtbot, make_window, hall_at_work):
    window = make_window()
    back_line, wanted = BackLineSupport(hall_at_work.store), "人多"
    assert not window.wall.opening.isVisible()
    back_line.stand_by(request=new_request(), staff=StaffId("b11"))
    summons = back_line.summon(request=new_request(), by=StaffId("supervisor"), reason=wanted)
    back_line.accept(request=new_request(), summons=summons.id, by=StaffId("b11"))
    qtbot.waitUntil(window.wall.opening.isVisible)
    counter = summons.counter
    said = f"{counter} 號櫃台即將開放 Opening soon: Counter {counter}"
    assert window.wall.opening.accessibleName() == said
    window.grab()
    assert window.wall.opening.drawn.text == said
    back_line.arrive(request=new_request(), summons=summons.id, staff=StaffId("b11"))
    qtbot.waitUntil(lambda: not window.wall.opening.isVisible())

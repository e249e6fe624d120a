"""What the lobby sees: calls newest first, withdrawn ones gone, who is missed, what is live."""

from dataclasses import replace

from tests.builders import FRIDAY_NINE, Clerk
from tests.verbs import acts
from tests.verbs.acts_learning import LEARNT
from tests.verbs.back_line_hall import accepted, at_the_counter, summons, verbs
from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterState
from waitline.model.forecast import Line
from waitline.model.ticket import Need
from waitline.verbs.floor import Floor
from waitline.verbs.learning import Learning
from waitline.views import board


def labels(hall):
    return [call.label for call in hall.board.calls]


def test_calls_stand_newest_first_and_say_where_to_go(hall):
    first, second = hall.clerks("3", "7")
    hall.take()
    hall.love()
    second.calls()
    hall.turn(seconds=20)
    first.calls()
    newest, older = hall.board.calls
    assert (newest.label, newest.counter, newest.counter_names.zh, newest.love) == ("A001", "3", "3 號櫃台", False)
    assert (older.label, older.counter, older.love) == ("901", "7", True)
    assert newest.at == older.at + 20_000
    assert hall.board.seq == hall.seq
    assert newest.seq == next(e.seq for e in hall.journal() if e.kind == "TicketCalled" and e.counter == "3")


def test_a_call_is_live_until_the_visitor_sits_down(hall):
    clerk = acts.called(hall)
    assert hall.board.calls[0].live
    clerk.do("begin")
    assert not hall.board.calls[0].live
    assert labels(hall) == ["A001"]


def test_only_the_newest_call_of_a_number_is_live(hall):
    clerk = acts.called(hall)
    clerk.do("recall")
    clerk.do("recall")
    assert [(call.recall, call.live) for call in hall.board.calls] == [(2, True), (1, False), (0, False)]


def test_a_number_called_again_elsewhere_is_live_there_only(hall):
    clerk, seven = acts.called_with_seven_open(hall), Clerk(hall=hall, counter="7", staff="c07")
    clerk.do("transfer", to_counter="7")
    seven.calls()
    assert [(call.counter, call.live) for call in hall.board.calls] == [("7", True), ("3", False)]


def test_a_withdrawn_call_is_gone_and_a_new_one_stands(hall):
    clerk = acts.called(hall)
    clerk.do("undo")
    assert labels(hall) == []
    clerk.calls()
    assert [(call.label, call.live, call.recall) for call in hall.board.calls] == [("A001", True, 0)]


def test_a_cancelled_number_is_not_called_any_more(hall):
    acts.called(hall)
    hall.reception.cancel(request="gone", label="A001")
    assert [call.live for call in hall.board.calls] == [False]


def test_a_call_stands_while_its_visitor_is_expected_sits_or_was_served_there(hall):
    clerk = acts.called(hall)
    assert hall.board.calls[0].stands
    clerk.do("begin")
    assert hall.board.calls[0].stands
    clerk.do("finish")
    assert hall.board.calls[0].stands


def test_a_call_stands_no_more_when_the_number_waits_again(hall):
    acts.called(hall).do("put_back")
    assert [(call.label, call.stands) for call in hall.board.calls] == [("A001", False)]


def test_a_call_stands_no_more_when_the_number_was_missed_set_aside_or_moved(hall):
    clerk, seven = acts.called_with_seven_open(hall), Clerk(hall=hall, counter="7", staff="c07")
    clerk.do("no_show")
    assert [call.stands for call in hall.board.calls] == [False]
    hall.reception.welcome_back(request="back", label="A001")
    assert [call.stands for call in hall.board.calls] == [False]
    clerk.calls()
    clerk.do("transfer", to_counter="7")
    assert not any(call.stands for call in hall.board.calls)
    seven.calls()
    assert [(call.counter, call.stands) for call in hall.board.calls if call.stands] == [("7", True)]


def test_missed_numbers_stand_newest_first_until_they_come_back(hall):
    clerk = hall.clerk("3")
    for _ in range(3):
        hall.take()
        clerk.calls()
        hall.turn(seconds=30)
        clerk.do("no_show")
    assert hall.board.missed == ("A003", "A002", "A001")
    hall.reception.welcome_back(request="back", label="A002")
    assert hall.board.missed == ("A003", "A001")


def test_a_parked_number_is_nobodys_business(hall):
    acts.parked(hall)
    assert hall.board.missed == ()


def test_a_board_may_keep_to_some_counters(hall):
    for clerk in hall.clerks("3", "7"):
        hall.take()
        clerk.calls()
    assert [call.counter for call in board.read(hall.store, ("7",)).calls] == ["7"]


def test_who_was_sent_to_another_floor_comes_back_to_this_ones_board_only_when_called_back(hall):
    three, seven = hall.clerks("3", "7")
    hall.take()

    def floor():
        calls = board.read(hall.store, ("1", "2", "3")).calls
        return [(call.counter, call.live, call.stands) for call in calls]

    three.calls()
    assert floor() == [("3", True, True)]
    three.do("transfer", to_counter="7")
    seven.calls()
    assert floor() == [("3", False, False)]
    seven.do("begin")
    seven.do("finish")
    assert floor() == [("3", False, False)]
    assert [(call.counter, call.stands) for call in hall.board.calls] == [("7", True), ("3", False)]


def test_a_floors_board_tells_of_its_own_counters_only(hall):
    for counter in ("3", "7"):
        hall.take()
        clerk = hall.clerk(counter)
        clerk.calls()
        clerk.do("no_show")
    whole, quick, floor = (
        board.read(hall.store),
        board.read(hall.store, ("1", "2")),
        board.read(hall.store, ("7",)),
    )
    assert (len(whole.missed), quick.missed, len(floor.missed)) == (2, (), 1)
    assert [sign.counter for sign in quick.counters] == ["1", "2"]
    assert [line.code for line in quick.services] == ["TRANS", "SEAL", "ASK", None]
    assert len(floor.services) == len(whole.services)


def test_deaf_visitors_and_languages_are_named_for_whoever_speaks(hall):
    hall.take("TRANS", needs=frozenset({Need.DEAF}), language="en")
    hall.clerk("3").calls()
    (call,) = hall.board.calls
    assert (call.deaf, call.language) == (True, "en")


def test_every_service_has_its_count_and_its_open_counters(hall):
    hall.clerks("1", "3", "7")
    for service in ("TRANS", "TRANS", "REG"):
        hall.take(service)
    hall.love("REG")
    hall.love()
    lines = {line.code: (line.waiting, line.open_counters) for line in hall.board.services}
    assert lines == {
        "TRANS": (2, 3),
        "REG": (1, 2),
        "IDCARD": (0, 2),
        "SEAL": (0, 3),
        "CERT": (0, 1),
        "ASK": (0, 3),
        None: (2, 2),
    }
    assert [line.code for line in hall.board.services] == ["TRANS", "REG", "IDCARD", "SEAL", "CERT", "ASK", None]


def test_counters_stand_in_the_offices_order_whatever_happens(hall):
    clerk = acts.called(hall)
    for other in ("10", "1", "8"):
        hall.clerk(other)
    clerk.do("begin")
    signs = hall.board.counters
    assert [sign.counter for sign in signs] == ["1", "2", "3", "7", "8", "9", "10"]
    assert [sign.serving for sign in signs if sign.counter == "3"] == ["A001"]
    assert [sign.state for sign in signs if sign.counter == "2"] == [CounterState.CLOSED]


def test_a_counter_taken_out_of_the_office_file_does_not_dim_the_board(hall):
    clerk = acts.serving(hall)
    clerk.do("finish")
    clerk.do("sign_out")
    hall.clerk("7")
    without = hall.document.replace('[[counters]]\nid = "3"', '[[counters]]\nid = "4"')
    Floor(hall.store).set_up_office(without, request="changed")
    assert "3" not in [sign.counter for sign in hall.board.counters]
    assert [(call.label, call.counter_names.zh) for call in hall.board.calls] == [("A001", "3")]
    hall.take("CERT")
    assert hall.console("7").next.label == "E001"


def test_a_pause_with_a_planned_end_says_when_again(hall):
    until = Instant(FRIDAY_NINE + 30 * MINUTE)
    hall.clerk("7").do("pause", reason="午休", until=until)
    cert = next(line for line in hall.kiosk.services if line.code == "CERT")
    assert (cert.open_counters, cert.again_at) == (0, until)
    assert hall.kiosk.love.again_at == until
    hall.clerk("8")
    cert = next(line for line in hall.kiosk.services if line.code == "CERT")
    assert (cert.open_counters, cert.again_at) == (1, None)


def test_the_kiosk_keeps_the_love_line_apart(hall):
    hall.clerks("1", "7")
    hall.love()
    hall.love("TRANS")
    view = hall.kiosk
    assert [line.code for line in view.services] == ["TRANS", "REG", "IDCARD", "SEAL", "CERT", "ASK"]
    assert (view.love.code, view.love.waiting, view.love.open_counters) == (None, 2, 1)
    assert (view.seq, view.at, view.day) == (hall.seq, FRIDAY_NINE, "2026-11-20")


def test_how_many_are_ahead_is_told_at_issue(hall):
    assert [hall.taken("TRANS").ahead for _ in range(3)] == [0, 1, 2]
    assert hall.taken("REG").ahead == 3
    assert [hall.taken(None, love=True).ahead for _ in range(2)] == [0, 1]


def test_the_kiosk_tells_beforehand_how_many_the_ticket_will_say_are_ahead(hall):
    assert set(hall.kiosk.ahead.values()) == {0}
    hall.clerk("7")
    hall.take("REG")
    hall.take("REG")
    hall.love()
    for service in ("TRANS", "SEAL", "REG"):
        told = hall.kiosk.ahead_of(service)
        assert hall.taken(service).ahead == told
    assert hall.kiosk.ahead_of("TRANS") == 6


def test_reading_writes_nothing(hall):
    acts.called(hall)
    before = hall.everything()
    _ = hall.board, hall.kiosk, hall.console("3")
    assert hall.everything() == before


def test_the_lobby_reads_the_same_waits_as_the_kiosk(hall):
    hall.clerk("7").next()
    ahead = {Line.AHEAD: LEARNT.errors[Line.ORDINARY]}
    Learning(hall.store).learn(replace(LEARNT, errors={**LEARNT.errors, **ahead}))
    for _ in range(3):
        hall.take()
    found = hall.board.foresight
    assert found.waits == hall.kiosk.waits
    assert found.waits["TRANS"].most > 0
    assert 0 < found.waits[None].most < found.waits["TRANS"].most


def test_a_counter_opens_soon_while_somebody_of_the_back_line_is_on_the_way(hall):
    wanted = summons(hall, accepted(hall))
    (sign,) = hall.board.opening
    assert (sign.counter, sign.state) == (wanted.counter, CounterState.CLOSED)
    verbs(hall).call_off(request="r-off", summons=wanted.id, by="supervisor", reason="不需要了")
    assert hall.board.opening == ()


def test_a_counter_that_was_opened_opens_no_more(hall):
    at_the_counter(hall)
    assert hall.board.opening == ()

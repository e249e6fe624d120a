"""A server that cuts a connection, goes down and comes back: tried again, or said in words, and never twice."""

import psycopg
import pytest

from tests.builders import FRIDAY_NINE, office_document, open_hall
from tests.store_fixtures import IN_USE
from tests.verbs.soundness import check_hall
from waitline.model.errors import DatabaseAway, WaitlineError
from waitline.verbs.requests import new_request

on_a_server = pytest.mark.parametrize("database", ["postgres"])


@pytest.fixture
def cut(postgres):
    """Cut every connection of the hall's programs, as a server does that runs out of memory."""

    def do():
        with psycopg.connect(postgres.url(), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE application_name = 'waitline'"
            )

    return do


def taken_while(hall, request, happens):
    """A number is claimed, something happens, and the verb goes on."""
    with hall.store.writing("take_ticket", request) as inside:
        inside.new_number(inside.setup.series[0])
        happens()
        inside.new_number(inside.setup.series[0])


def noted_while(hall, request, happens):
    """Everything is ready to be committed when something happens."""
    with hall.store.writing("take_ticket", request) as inside:
        inside.note_taken({"label": "lost"})
        happens()


@on_a_server
def test_a_connection_cut_between_two_verbs_is_not_even_noticed(hall, cut):
    hall.take()
    cut()
    assert hall.take().label == "A002"
    check_hall(hall)


@on_a_server
def test_every_connection_of_the_pool_may_be_dead(hall, cut):
    feeds = [hall.store.feed() for _ in range(3)]
    with hall.store.reading(), hall.store.reading(), hall.store.reading():
        pass
    cut()
    assert hall.take().label == "A001"
    for feed in feeds:
        feed.close()


@on_a_server
def test_a_screen_whose_connection_is_cut_says_so_once_and_reads_on(hall, cut):
    assert hall.board.calls == ()
    cut()
    with pytest.raises(DatabaseAway) as away:
        _ = hall.board
    assert away.value.words.zh == "與資料庫失去連線"
    assert hall.board.calls == ()


@on_a_server
def test_a_connection_cut_in_mid_verb_changes_nothing_and_the_same_request_works(hall, cut):
    before = hall.everything()
    request = new_request()
    with pytest.raises(DatabaseAway):
        taken_while(hall, request, cut)
    assert hall.everything() == before
    for _ in range(2):
        assert hall.reception.take_ticket(request=request, service="TRANS").ticket.label == "A001"
    assert len(hall.tickets()) == 1
    check_hall(hall)


@on_a_server
def test_a_connection_cut_at_the_last_moment_leaves_the_request_done_or_not_done_but_never_twice(hall, cut):
    for turn in range(4):
        request = new_request()
        with pytest.raises(DatabaseAway):
            noted_while(hall, request, cut)
        ticket = hall.reception.take_ticket(request=request, service="TRANS").ticket
        assert hall.reception.take_ticket(request=request, service="TRANS").ticket == ticket
        assert ticket.number == turn + 1
    check_hall(hall)


@on_a_server
def test_a_feed_whose_connection_is_cut_says_so(hall, cut, postgres):
    feed = hall.store.feed()
    try:
        with psycopg.connect(postgres.url(), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
            )
        with pytest.raises(DatabaseAway):
            feed.wait(5)
    finally:
        feed.close()


def test_a_server_down_is_named_and_when_it_is_back_the_hall_goes_on(postgres, make_store):
    hall = open_hall(make_store(postgres.url(IN_USE), "restarted"), office_document(), turned_to=FRIDAY_NINE)
    hall.take()
    request = new_request()
    postgres.stop()
    try:
        for _ in range(2):
            with pytest.raises(DatabaseAway):
                hall.reception.take_ticket(request=request, service="TRANS")
            with pytest.raises(WaitlineError):
                _ = hall.board
            with pytest.raises(DatabaseAway):
                hall.store.feed()
    finally:
        postgres.start()
    assert hall.reception.take_ticket(request=request, service="TRANS").ticket.label == "A002"
    assert [ticket.label for ticket in hall.tickets()] == ["A001", "A002"]
    check_hall(hall)

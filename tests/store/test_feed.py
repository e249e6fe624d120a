"""Waking up: late at most, never lost; whoever reads after their own position misses nothing."""

import threading
import time
from contextlib import ExitStack

import pytest

from tests.store.processes import Child
from waitline.model.errors import UnknownService

PATIENCE_S = 60.0


@pytest.fixture
def feed(hall):
    made = hall.store.feed()
    yield made
    made.close()


def test_another_programs_change_wakes_it(hall, feed):
    with Child(hall) as child:
        child.tell("take", "touch")
        began = time.monotonic()
        assert feed.wait(PATIENCE_S)
        assert time.monotonic() - began < PATIENCE_S / 2
        assert len(hall.tickets()) == 1
        child.hears("taken")


def test_a_change_of_the_same_program_wakes_it_too(hall, feed):
    hall.take()
    assert feed.wait(PATIENCE_S)


def test_what_happened_before_one_waits_is_not_slept_over(hall, feed):
    hall.take()
    hall.take()
    assert feed.wait(0)


def test_with_nothing_new_it_waits_to_the_end(hall, feed):
    began = time.monotonic()
    assert not feed.wait(0.1)
    assert time.monotonic() - began >= 0.1


def test_a_refused_verb_wakes_nobody(hall, feed):
    with pytest.raises(UnknownService):
        hall.take("VISA")
    assert not feed.wait(0.05)


def test_a_feed_closed_by_another_thread_ends_its_wait_quietly(hall, feed):
    heard: list[object] = []
    waiting = threading.Event()

    def wait():
        waiting.set()
        try:
            heard.append(feed.wait(PATIENCE_S))
        except Exception as error:  # noqa: BLE001 - a thread's edge: the test shows it
            heard.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    waiting.wait(PATIENCE_S)
    feed.close()
    thread.join(PATIENCE_S)
    assert heard == [False]


def test_the_store_may_be_closed_while_a_feed_still_waits(hall, feed):
    hall.store.close()
    assert feed.wait(0.05) in {True, False}


def test_whoever_reads_after_their_own_position_misses_nothing(make_hall):
    hall = make_hall(live_clock=True)
    last, seen = hall.seq, []
    feed = hall.store.feed()
    with ExitStack() as stack:
        children = [stack.enter_context(Child(hall)) for _ in range(3)]
        for child in children:
            child.tell("take_many", 20)
        until = time.monotonic() + PATIENCE_S
        while len(hall_tickets := [e for e in seen if e.kind == "TicketTaken"]) < 60:
            assert time.monotonic() < until, f"only {len(hall_tickets)} of 60 entries"
            feed.wait(1)
            with hall.store.reading() as look:
                seen += look.entries_after(last)
            last = seen[-1].seq if seen else last
        for child in children:
            child.hears("done")
    feed.close()
    assert [entry.seq for entry in seen] == list(range(seen[0].seq, seen[0].seq + len(seen)))


@pytest.mark.parametrize("database", ["postgres"])
def test_another_offices_changes_wake_nobody_here(make_hall):
    here, elsewhere = make_hall(), make_hall()
    feed = here.store.feed()
    try:
        elsewhere.take()
        assert not feed.wait(0.05)
    finally:
        feed.close()

"""Numbers: one after another, never twice at once, again from the first when the series is through."""

import pytest

from tests.verbs.soundness import check_hall
from waitline.model.errors import NumbersUsedUp, UnknownTicket


@pytest.fixture
def short(make_hall):
    """Three ordinary numbers to a series, two of love."""
    return make_hall(last_number=3, last_love_number=902)


def labels(hall, count, service="TRANS"):
    return [hall.take(service).label for _ in range(count)]


def test_every_series_counts_for_itself(hall):
    assert labels(hall, 2) == ["A001", "A002"]
    assert labels(hall, 1, "REG") == ["B001"]
    assert [hall.love().label, hall.love("REG").label] == ["901", "902"]


def test_a_number_does_not_depend_on_the_counter_that_calls_it(hall):
    hall.clerk("1"), hall.clerk("7")
    assert labels(hall, 3) == ["A001", "A002", "A003"]


def test_past_the_end_only_numbers_that_have_left_the_hall_are_given_again(short):
    assert labels(short, 3) == ["A001", "A002", "A003"]
    short.reception.cancel(request="leaves", label="A002")
    assert labels(short, 1) == ["A002"]
    with pytest.raises(NumbersUsedUp) as refused:
        short.take()
    assert refused.value.words.zh == "A 字號已發完，請洽服務台"
    check_hall(short)


@pytest.mark.parametrize("end", ["waits", "called", "served", "parked", "missed"])
def test_a_number_in_the_hall_is_not_given_again_whatever_it_is_doing(short, end):
    first = short.take()
    if end != "waits":
        clerk = short.clerk("3")
        assert clerk.calls().id == first.id
    if end in {"served", "parked"}:
        clerk.do("begin")
    if end == "parked":
        clerk.do("park", reason="拍照")
    if end == "missed":
        clerk.do("no_show")
    assert labels(short, 2) == ["A002", "A003"]
    short.reception.cancel(request="leaves", label="A003")
    assert labels(short, 1) == ["A003"]
    with pytest.raises(NumbersUsedUp):
        short.take()


def test_a_label_means_its_newest_lap(short):
    old = short.take()
    short.reception.cancel(request="leaves", label="A001")
    labels(short, 2)
    new = short.take()
    assert (new.label, new.lap, old.lap) == ("A001", 1, 0)
    assert short.reception.cancel(request="again", label="A001").id == new.id


def test_a_series_used_up_leaves_the_others_alone(short):
    labels(short, 3)
    with pytest.raises(NumbersUsedUp):
        short.take()
    assert short.take("REG").label == "B001"
    assert [short.love().label, short.love().label] == ["901", "902"]
    with pytest.raises(NumbersUsedUp):
        short.love()


def test_many_laps_in_one_day(short):
    for lap in range(4):
        assert labels(short, 3) == ["A001", "A002", "A003"]
        for label in ("A003", "A001", "A002"):
            assert short.reception.cancel(request=f"{label}{lap}", label=label).lap == lap
    check_hall(short)


@pytest.mark.parametrize("typed", ["A007", "a007", " A007 ", "A7", "A-7", "a-007"])
def test_a_number_may_be_typed_as_people_type(hall, typed):
    labels(hall, 7)
    assert hall.reception.cancel(request="typed", label=typed).label == "A007"


@pytest.mark.parametrize("typed", ["", "A", "7", "A0", "A1000", "AA7", "A٧", "A7.0", "B007"])
def test_what_is_no_number_is_refused_in_words(hall, typed):
    labels(hall, 7)
    with pytest.raises(UnknownTicket):
        hall.reception.cancel(request="typed", label=typed)

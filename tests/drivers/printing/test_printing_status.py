import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.printing.answers import (
    TORN_AFTER,
    AnswerParser,
    AutomaticStatus,
    FlowChange,
    InOrderAnswer,
    Noise,
    ProcessDone,
    RealTimeAnswer,
)
from drivers.printing.status import (
    NOTHING_KNOWN,
    WORDS,
    Cause,
    Health,
    causes_of_automatic,
    causes_of_real_time,
    health_of,
)

WELL = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}


def heard(data: bytes, *, every: float = 0.001) -> list[object]:
    """What a parser makes of `data`, a byte each `every` seconds."""
    parser = AnswerParser()
    return [answer for place, byte in enumerate(data) for answer in parser.feed(byte, place * every)]


def test_each_kind_of_answer_is_told_by_its_bits():
    assert heard(b"\x11\x13") == [FlowChange(go=True), FlowChange(go=False)]
    assert heard(b"\x12\x1a\x7e") == [
        RealTimeAnswer(value=0x12),
        RealTimeAnswer(value=0x1A),
        RealTimeAnswer(value=0x7E),
    ]
    assert heard(b"\x14\x00\x03\x0f") == [AutomaticStatus(frame=b"\x14\x00\x03\x0f")]
    assert heard(b"\x00\x0f") == [InOrderAnswer(value=0x00), InOrderAnswer(value=0x0F)]
    assert heard(b"\x37\x220042\x00") == [ProcessDone(process_id=b"0042")]
    assert heard(b"\x9a\xff") == [Noise(data=b"\x9a"), Noise(data=b"\xff")]


def test_flow_control_and_real_time_answers_may_come_inside_a_longer_answer():
    assert heard(b"\x18\x13\x00\x12\x00\x11\x00") == [
        FlowChange(go=False),
        RealTimeAnswer(value=0x12),
        FlowChange(go=True),
        AutomaticStatus(frame=b"\x18\x00\x00\x00"),
    ]
    assert heard(b"\x37\x22\x130042\x00") == [FlowChange(go=False), ProcessDone(process_id=b"0042")]


def test_an_automatic_status_that_breaks_off_is_noise_and_the_next_one_is_read():
    assert heard(b"\x10\x00\x10\x00\x00\x00") == [
        Noise(data=b"\x10\x00"),
        AutomaticStatus(frame=b"\x10\x00\x00\x00"),
    ]


def test_the_rest_of_a_torn_answer_is_not_waited_for():
    parser = AnswerParser()
    assert parser.feed(0x10, 0.0) == ()
    assert parser.feed(0x00, TORN_AFTER * 2) == (Noise(data=b"\x10"), InOrderAnswer(value=0x00))


def test_what_an_unplugged_printer_began_to_say_is_forgotten():
    parser = AnswerParser()
    parser.feed(0x10, 0.0)
    parser.forget()
    assert parser.feed(0x12, 0.001) == (RealTimeAnswer(value=0x12),)


@given(st.binary(max_size=300), st.floats(min_value=0, max_value=1))
def test_no_bytes_upset_the_parser_and_none_goes_unaccounted(data, every):
    sizes = {AutomaticStatus: 4, ProcessDone: 7}
    answers = heard(data, every=every)
    counted = sum(len(a.data) if isinstance(a, Noise) else sizes.get(type(a), 1) for a in answers)
    assert len(data) - 6 <= counted <= len(data)


@given(st.binary(max_size=40))
def test_after_any_noise_a_pause_brings_the_parser_back(noise):
    parser = AnswerParser()
    for byte in noise:
        parser.feed(byte, 0.0)
    assert parser.feed(0x12, 1.0)[-1] == RealTimeAnswer(value=0x12)


@pytest.mark.parametrize(
    ("question", "byte", "causes"),
    [
        (1, 0x12, set()),
        (1, 0x16, set()),  # drawer: nothing to us
        (1, 0x1A, {Cause.OFFLINE}),
        (2, 0x16, {Cause.COVER_OPEN}),
        (2, 0x1A, set()),  # the feed button is held
        (2, 0x32, {Cause.PAPER_OUT}),
        (3, 0x16, {Cause.JAMMED}),
        (3, 0x1A, {Cause.CUTTER}),
        (3, 0x32, {Cause.BROKEN}),
        (3, 0x52, {Cause.OVERHEATED}),
        (4, 0x1E, {Cause.PAPER_NEAR_END}),
        (4, 0x72, {Cause.PAPER_OUT}),
        (4, 0x7E, {Cause.PAPER_OUT}),
        (4, 0x16, {Cause.GARBAGE}),  # the two bits of a sensor disagree
        (4, 0x1A, {Cause.GARBAGE}),
        (4, 0x32, {Cause.GARBAGE}),
    ],
)
def test_real_time_status_bits_mean_what_the_reference_says(question, byte, causes):
    assert causes_of_real_time({**WELL, question: byte}) == causes


@pytest.mark.parametrize(
    ("frame", "causes"),
    [
        (b"\x10\x00\x00\x00", set()),
        (b"\x14\x00\x00\x0f", set()),
        (b"\x18\x00\x00\x00", {Cause.OFFLINE}),
        (b"\x38\x00\x00\x00", {Cause.COVER_OPEN}),
        (b"\x18\x04\x00\x00", {Cause.JAMMED}),
        (b"\x18\x08\x00\x00", {Cause.CUTTER}),
        (b"\x18\x20\x00\x00", {Cause.BROKEN}),
        (b"\x18\x40\x00\x00", {Cause.OVERHEATED}),
        (b"\x10\x00\x03\x00", {Cause.PAPER_NEAR_END}),
        (b"\x18\x00\x0f\x00", {Cause.PAPER_OUT}),
        (b"\x10\x00\x01\x00", {Cause.GARBAGE}),
    ],
)
def test_automatic_status_bits_mean_what_the_reference_says(frame, causes):
    assert causes_of_automatic(frame) == causes


def test_a_near_end_sensor_that_is_not_there_says_nothing():
    assert causes_of_real_time({**WELL, 4: 0x1E}, near_end_sensor=False) == set()
    assert causes_of_automatic(b"\x10\x00\x03\x00", near_end_sensor=False) == set()


@pytest.mark.parametrize(
    ("causes", "health"),
    [
        ((), Health.WELL),
        ((Cause.PAPER_NEAR_END,), Health.WELL),
        ((Cause.PAPER_OUT,), Health.TROUBLE),
        ((Cause.SILENT,), Health.UNKNOWN),
        ((Cause.GARBAGE, Cause.PAPER_NEAR_END), Health.UNKNOWN),
        ((Cause.SILENT, Cause.COVER_OPEN), Health.TROUBLE),
        ((Cause.ONE_WAY,), Health.UNKNOWN),
    ],
)
def test_health_has_three_values_and_silence_is_never_well(causes, health):
    assert health_of(causes) is health


def test_a_cause_keeps_its_age_while_it_stands():
    first = NOTHING_KNOWN.followed_by([Cause.PAPER_OUT], 100.0)
    second = first.followed_by([Cause.PAPER_OUT, Cause.COVER_OPEN], 160.0)
    assert {finding.cause: finding.age(170.0) for finding in second.findings} == {
        Cause.PAPER_OUT: 70.0,
        Cause.COVER_OPEN: 10.0,
    }
    assert second.age(170.0) == 10.0
    assert not NOTHING_KNOWN.may_print


def test_every_cause_has_words_in_two_languages():
    assert set(WORDS) == set(Cause)
    assert all(words.zh and words.en for words in WORDS.values())

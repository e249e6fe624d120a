"""Days that the benchmarks make from recorded ones."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.made_days import MadeDays, recorded
from waitline.cli.rehearse.office_of_day import KIOSK_OPEN_S, KNOWN_S, sample_services
from waitline.cli.rehearse.recorded import RecordedDay, read_day

DAYS = [Path(__file__).parents[1] / "days" / name for name in ("light_00", "light_01", "holiday_00")]


@pytest.fixture
def made() -> MadeDays:
    return MadeDays(recorded(DAYS))


def _read(folder: Path) -> RecordedDay:
    return read_day(folder, sample_services())


def _classes(day: RecordedDay) -> Counter[str]:
    return Counter(visitor.priority.value for visitor in day.visitors)


def test_a_made_day_can_be_rehearsed_and_is_as_big_as_the_day_it_follows(made: MadeDays, tmp_path: Path) -> None:
    for folder, like in zip(made.write(tmp_path, [1]), DAYS, strict=True):
        day, own = _read(folder), _read(like)
        assert day.scenario == own.scenario
        assert _classes(day) == _classes(own)
        assert {(visitor.priority.value == "appointment") for visitor in day.visitors if visitor.slot_s} == {True}
        assert all(0 <= visitor.comes_s < KIOSK_OPEN_S for visitor in day.visitors)
        assert [visitor.comes_s for visitor in day.visitors] == sorted(visitor.comes_s for visitor in day.visitors)


def test_counters_of_a_made_day_keep_what_they_do_and_their_lunch(made: MadeDays, tmp_path: Path) -> None:
    day, own = _read(made.write(tmp_path, [1])[0]), _read(DAYS[0])
    for counter, like in zip(day.counters, own.counters, strict=True):
        assert (counter.id, counter.kind, counter.services) == (like.id, like.kind, like.services)
        lunch, own_lunch = ([r for r in one.rests if r.length_s >= KNOWN_S] for one in (counter, like))
        assert lunch == own_lunch
    assert [counter.speed for counter in day.counters] != [counter.speed for counter in own.counters]


def test_the_same_round_makes_the_same_day_and_another_another(made: MadeDays, tmp_path: Path) -> None:
    first, again = (made.write(tmp_path / name, [1])[0] for name in ("a", "b"))
    other = made.write(tmp_path, [2])[0]
    texts = [(folder / "visitors.csv").read_text(encoding="utf-8") for folder in (first, again, other)]
    assert texts[0] == texts[1] != texts[2]
    recorded_times = {visitor.comes_s for visitor in _read(DAYS[0]).visitors}
    assert {visitor.comes_s for visitor in _read(first).visitors} - recorded_times

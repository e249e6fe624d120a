"""Each fault of a printer at every byte of a slip: see `works`."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest

from drivers.printing.profile import Profile, load_profile
from waitline.model.journal import Kind

from .houses import House
from .works import BACK_WITHIN_S, FAULTS, NET_WITHIN_S, STRIDE, Strike, Works, put_to_work, strikes


@pytest.fixture
def works(house: House) -> Iterator[Callable[..., Works]]:
    made: list[Works] = []

    def make(profile: Profile, **visitor: str) -> Works:
        made.append(put_to_work(house, profile, **visitor))
        return made[-1]

    yield make
    for one in made:
        one.close()


def all_is_well(halls: Sequence[Works], found: Iterable[Strike]) -> int:
    """No strike cost a number, made a second unmarked paper or was slow to recover from; how many there were."""
    count = 0
    for strike in found:
        assert strike.struck, f"{strike.where}; it never struck"
        assert strike.unmarked <= 1, strike.where
        assert strike.is_on_paper, strike.where
        assert strike.net_s <= NET_WITHIN_S, strike.where
        count += 1
    assert halls[0].house.jobs() == []
    told = {label for hall in halls for label in hall.told}
    assert halls[0].last_ends() == dict.fromkeys(told, Kind.SLIP_CONFIRMED)
    return count


@pytest.mark.timeout(900)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_byte_of_a_slip_costs_no_number_and_leaves_no_second_unmarked_slip(
    works: Callable[..., Works], fault: str
) -> None:
    """Printers that confirm by ``GS r`` and those that confirm by the job's id take turns, byte by byte."""
    halls = [works(load_profile("big5-80mm")), works(load_profile("tm-t88-tc"))]
    found = list(strikes(halls, fault))
    assert all_is_well(halls, found) > 250
    assert max(strike.recovered_s for strike in found) <= BACK_WITHIN_S


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_slip_of_pictures_is_recovered_from_as_soon_but_for_the_time_on_the_wire(
    works: Callable[..., Works], fault: str
) -> None:
    """Vietnamese, 5.5 KB; the bench strikes oftener, and at 19200 baud as well."""
    halls = [works(load_profile(name), service="REG", language="vi") for name in ("big5-80mm", "tm-t88-tc")]
    assert all_is_well(halls, strikes(halls, fault, stride=3 * STRIDE)) > 15

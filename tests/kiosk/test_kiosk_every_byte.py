"""Each fault of a printer at every byte of a slip: see `works`."""

from collections.abc import Callable, Iterator

import pytest

from drivers.printing.profile import Profile, load_profile
from waitline.model.journal import Kind

from .houses import House
from .works import BACK_WITHIN_S, FAULTS, Works, put_to_work, strikes


@pytest.fixture
def works(house: House) -> Iterator[Callable[[Profile], Works]]:
    made: list[Works] = []

    def make(profile: Profile) -> Works:
        made.append(put_to_work(house, profile))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_byte_of_a_slip_costs_no_number_and_leaves_no_second_unmarked_slip(
    works: Callable[[Profile], Works], fault: str
) -> None:
    """Printers that confirm by ``GS r`` and those that confirm by the job's id take turns, byte by byte."""
    halls = [works(load_profile("big5-80mm")), works(load_profile("tm-t88-tc"))]
    bytes_struck = 0
    for strike in strikes(halls, fault):
        assert strike.struck, f"{strike.where}; it never struck"
        assert strike.unmarked <= 1, strike.where
        assert strike.is_on_paper, strike.where
        assert strike.recovered_s <= BACK_WITHIN_S, strike.where
        bytes_struck += 1
    assert bytes_struck > 250
    assert halls[0].house.jobs() == []
    told = halls[0].told | halls[1].told
    assert halls[0].last_ends() == dict.fromkeys(told, Kind.SLIP_CONFIRMED)

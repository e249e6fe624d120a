"""The office's time while the office cannot be asked."""

from pathlib import Path

from kiosk.offline.clock import Machine, OfficeClock, this_machine
from tests.builders import FRIDAY_NINE
from waitline.model.clock import HOUR, MINUTE, SECOND, Instant


class Turned:
    """A machine's clocks, turned by hand."""

    def __init__(self, wall: float = 1_000_000.0) -> None:
        self.since_boot, self.on_the_wall, self.boots = 100.0, wall, 1

    def machine(self) -> Machine:
        return Machine(passed=lambda: self.since_boot, wall=lambda: self.on_the_wall, boot=f"boot {self.boots}")

    def later(self, seconds: float) -> None:
        self.since_boot += seconds
        self.on_the_wall += seconds

    def reboot(self, after: float) -> None:
        self.boots += 1
        self.since_boot = 20.0
        self.on_the_wall += after


def told(path: Path, turned: Turned, at: int = FRIDAY_NINE) -> OfficeClock:
    clock = OfficeClock(path / "clock.json", turned.machine())
    clock.told(Instant(at))
    return clock


def again(path: Path, turned: Turned) -> OfficeClock:
    """The program was started anew."""
    return OfficeClock(path / "clock.json", turned.machine())


def test_an_office_never_heard_of_has_no_time(tmp_path: Path) -> None:
    assert again(tmp_path, Turned()).now() is None


def test_what_has_passed_is_added_whatever_the_wall_clock_is_set_to(tmp_path: Path) -> None:
    turned = Turned()
    clock = told(tmp_path, turned)
    turned.later(90)
    turned.on_the_wall -= 7_000_000
    assert clock.now() == FRIDAY_NINE + 90 * SECOND
    assert again(tmp_path, turned).now() == FRIDAY_NINE + 90 * SECOND, "a program started again goes on too"


def test_after_the_machine_was_off_its_wall_clock_tells_how_long(tmp_path: Path) -> None:
    turned = Turned(wall=5.0)  # years behind: only what passes on it counts
    told(tmp_path, turned)
    turned.reboot(after=600)
    clock = again(tmp_path, turned)
    assert clock.now() == FRIDAY_NINE + 10 * MINUTE
    turned.later(1)
    assert clock.now() == FRIDAY_NINE + 10 * MINUTE + 1 * SECOND


def test_a_wall_clock_that_forgot_the_time_while_off_never_leads_back(tmp_path: Path) -> None:
    turned = Turned()
    told(tmp_path, turned)
    turned.reboot(after=-900_000)
    clock = again(tmp_path, turned)
    assert clock.now() == FRIDAY_NINE
    assert clock.now(not_before=FRIDAY_NINE + HOUR) == FRIDAY_NINE + HOUR


def test_the_time_is_kept_once_a_minute_and_not_at_every_look(tmp_path: Path) -> None:
    turned = Turned()
    clock = told(tmp_path, turned)
    first = (tmp_path / "clock.json").read_text()
    turned.later(30)
    clock.told(Instant(FRIDAY_NINE + 30 * SECOND))
    assert (tmp_path / "clock.json").read_text() == first
    turned.later(31)
    clock.told(Instant(FRIDAY_NINE + 61 * SECOND))
    assert (tmp_path / "clock.json").read_text() != first


def test_a_kept_time_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    for text in ("", "[]", '{"at": 1}', "\0" * 50, '{"at": "x", "passed": 1, "wall": 2, "boot": "boot 1"}'):
        (tmp_path / "clock.json").write_text(text)
        assert again(tmp_path, Turned()).now() is None, text


def test_this_machine_s_clocks_run_and_its_boot_has_a_name() -> None:
    machine, same = this_machine(), this_machine()
    assert machine.boot == same.boot
    first = machine.passed()
    assert 0 < first <= machine.passed()

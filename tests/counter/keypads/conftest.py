"""Keypads are tested on both databases."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.builders import LiveHall
from tests.counter.keypads.keypad_hall import LINE, counters_on_a_line
from tests.counter.keypads.keypad_program import KeypadProgram


@pytest.fixture
def hall(make_hall: Callable[..., LiveHall]) -> LiveHall:
    """The usual office on a Friday at nine, its clock turned by hand."""
    return make_hall()


@pytest.fixture
def program(make_hall: Callable[..., LiveHall], tmp_path: Path) -> Iterator[Callable[..., KeypadProgram]]:
    """`waitline-keypads` as a process, on a simulated line, beside a hall on the computer's own time."""
    with ExitStack() as everything:

        def start(*, panel: str = "ascii-panel", keypad: str = "ff68", baud: int = 115200) -> KeypadProgram:
            port = tmp_path / "line"
            hall = make_hall(
                live_clock=True,
                counters=counters_on_a_line(panel, keypad),
                buses={LINE: {"port": str(port), "baud": baud}},
            )
            return everything.enter_context(KeypadProgram(hall, tmp_path, port, baud))

        yield start

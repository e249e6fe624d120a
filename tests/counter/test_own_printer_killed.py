"""The counter's program is killed while it prints, and started again: no number is lost, no copy unmarked."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.counter.halls import RealHall
from tests.counter.own_printers import Papers, document, is_copy, with_printers
from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.verbs.calling import Calling
from waitline.verbs.requests import new_request

Start = Callable[[Papers], "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """A console at counter 3 in a process of its own."""
    file = tmp_path / "office.toml"
    file.write_text(document(tmp_path), encoding="utf-8")
    with ExitStack() as everything:

        def begin(papers: Papers) -> "subprocess.Popen[bytes]":
            words = [sys.executable, "-m", "tests.counter.printing_child", str(papers.hall.path), str(file)]
            child = everything.enter_context(subprocess.Popen(words))
            everything.callback(child.kill)
            return child

        yield begin


def signed_in(papers: Papers) -> bool:
    return papers.hall.view("3").desk.staff == "c03"


def test_a_console_killed_in_the_middle_of_a_slip_prints_one_marked_copy_when_it_is_back(
    hall: RealHall, tmp_path: Path, start: Start, qtbot: QtBot
) -> None:
    with with_printers(hall, tmp_path) as papers:
        child, printer = start(papers), papers.at("3")
        qtbot.waitUntil(lambda: signed_in(papers))
        qtbot.waitUntil(lambda: printer.received >= 11)
        printer.do("silent at 150")
        Calling(hall.store).serve_walk_in(
            request=new_request(), counter=CounterId("3"), by=StaffId("c03"), service="TRANS", printer="counter-3"
        )
        qtbot.waitUntil(lambda: papers.jobs("counter-3") == [("A001", "sent")] and printer.received >= 150)
        child.kill()
        child.wait()
        printer.do("speaking")
        start(papers)
        qtbot.waitUntil(lambda: any(is_copy(slip) for slip in printer.slips))
        qtbot.waitUntil(lambda: papers.jobs("counter-3") == [])
        of_this_number = [is_copy(slip) for slip in printer.slips if "A001" in slip.text]
        assert of_this_number.count(True) == 1
        assert of_this_number.count(False) <= 1

"""The emulator as the demo runs it: a process with a link, a folder of pictures and a control pipe."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from drivers.printing.outcome import PrintState
from drivers.printing.printer import Printer
from drivers.printing.profile import load_profile
from drivers.printing.serial_transport import SerialTransport
from drivers.printing.slip import build_slip
from drivers.printing.status import Cause
from tests.drivers.printing.conftest import Statuses, slip

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "drivers.printing.emulator"]


class Process:
    def __init__(self, folder: Path) -> None:
        self.link, self.out, self.control = folder / "printer", folder / "slips", folder / "control"
        arguments = ["--link", self.link, "--out", self.out, "--control", self.control, "--baud", "115200"]
        self.child = subprocess.Popen(
            [*COMMAND, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert self.next_event()["event"] == "ready"

    def next_event(self) -> dict:
        assert self.child.stdout is not None
        return json.loads(self.child.stdout.readline())

    def order(self, words: str) -> None:
        with self.control.open("w", encoding="utf-8") as pipe:
            pipe.write(words + "\n")


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Process]:
    running = Process(tmp_path)
    yield running
    running.child.terminate()
    running.child.communicate(timeout=60)


@pytest.fixture
def printer(process: Process) -> Iterator[tuple[Printer, Statuses]]:
    profile, statuses = load_profile("big5-80mm").with_settings(baud=115200), Statuses()
    made = Printer(profile, SerialTransport(str(process.link), baud=115200, retry=(0.02, 0.1)), on_status=statuses)
    made.start()
    statuses.until(lambda status: status.may_print)
    yield made, statuses
    made.close()


def test_each_slip_becomes_a_picture_and_a_line_in_the_log(process, printer):
    made, _ = printer
    for number in (1, 2):
        data = build_slip(slip(label=f"A00{number}"), made.profile)
        assert made.print_slip(data, job_id=number).state is PrintState.CONFIRMED
        event = process.next_event()
        assert (event["event"], event["slip"]) == ("cut", number)
        assert f"A00{number}" in event["text"]
        assert event["codes"] == ["https://q.example.gov.tw/t/7F3K9Q2M"]
        assert event["bytes"] == len(data) + len(b"\x1dr\x01")
        assert event["bytes"] <= 400
        assert event["wire_bytes"] > event["bytes"]
        assert made.profile.seconds_for(len(data)) < event["seconds"] < 3
        with Image.open(event["picture"]) as picture:
            assert picture.width == 576 + 48
            assert len(picture.getcolors()) == 2
    assert sorted(path.name for path in process.out.iterdir()) == ["slip-0001.png", "slip-0002.png"]


def test_faults_come_in_through_the_control_pipe(process, printer):
    made, statuses = printer
    process.order("paper out")
    assert statuses.until(lambda status: not status.may_print).causes == (Cause.PAPER_OUT,)
    process.order("paper ok")
    statuses.until(lambda status: status.may_print)
    process.order("toner low")
    event = process.next_event()
    assert (event["event"], event["why"]) == ("refused", "模擬器不認得「toner low」")
    assert made.status().may_print


def test_it_ends_cleanly_and_leaves_nothing(process):
    process.child.send_signal(signal.SIGTERM)
    assert process.child.wait(timeout=60) == 0
    assert not process.link.is_symlink()
    assert not process.control.exists()


def test_a_wrong_profile_is_refused_in_two_languages(tmp_path):
    ended = subprocess.run(
        [*COMMAND, "--link", str(tmp_path / "p"), "--profile", "laser-a4"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert "沒有「laser-a4」這個印表機設定檔" in ended.stderr
    assert "There is no printer profile laser-a4" in ended.stderr

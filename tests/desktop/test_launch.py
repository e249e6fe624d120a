import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from waitline.desktop import Desktop
from waitline.desktop.describe import described
from waitline.logs import start_logs
from waitline.look import FAMILIES, Distance
from waitline.model.words import Words

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from waitline.desktop import Desktop, OffThread
from waitline.look import Distance

class Stubborn(QWidget):
    def closeEvent(self, event):
        event.ignore()

with Desktop("kiosk", distance=Distance.FINGER, log_folder=Path(sys.argv[1])) as desktop:
    worker = OffThread("worker")
    desktop.on_leaving(worker.close)
    desktop.on_leaving(lambda: print("left", flush=True))
    window = Stubborn()
    window.show()
    QTimer.singleShot(0, lambda: print("ready", flush=True))
    code = desktop.run()
sys.exit(code)
"""


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with Desktop("kiosk", distance=Distance.DESK, log_folder=tmp_path) as desktop:
        yield desktop


@pytest.mark.parametrize("asked_to_end", [signal.SIGTERM, signal.SIGINT])
def test_a_program_asked_to_end_closes_everything_though_its_window_refuses(
    tmp_path: Path, asked_to_end: signal.Signals
) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "ready\n"
        run.send_signal(asked_to_end)
        said, errors = run.communicate(timeout=60)
    assert (run.returncode, said) == (0, "left\n"), errors
    log = (tmp_path / "kiosk.log").read_text(encoding="utf-8")
    assert " INFO waitline.desktop.launch started program=kiosk px_per_mm=" in log
    assert log.rstrip().endswith("INFO waitline.desktop.launch ended")


def test_qts_own_widgets_wear_our_face_and_colours(desktop: Desktop, qtbot: QtBot) -> None:
    button = QPushButton("確定")
    qtbot.addWidget(button)
    assert button.font().families() == [*FAMILIES]
    assert button.palette().window().color() == desktop.look.palette().window().color()
    assert QFont().families() == [*FAMILIES]


@pytest.mark.qt_no_exception_capture
def test_what_nobody_caught_is_logged_with_its_trace_and_shown_in_words(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 300)
    window.show()

    def broken() -> None:
        raise ZeroDivisionError("in a slot")

    with qtbot.waitSignal(desktop.trouble) as told:
        QTimer.singleShot(0, broken)
    assert isinstance(told.args[0], Words)
    assert "Something went wrong" in told.args[0].en
    desktop.close()
    log = (tmp_path / "kiosk.log").read_text(encoding="utf-8")
    assert "CRITICAL waitline.desktop.uncaught uncaught in_thread=main" in log
    assert "ZeroDivisionError: in a slot" in log


@pytest.mark.qt_no_exception_capture
def test_another_process_can_see_that_a_fault_is_shown(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    window.resize(400, 200)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert "fault" not in names_of(described(desktop.app))
    with qtbot.waitSignal(desktop.trouble), qtbot.captureExceptions():
        QTimer.singleShot(0, lambda: sys.excepthook(RuntimeError, RuntimeError("broken"), None))
    qtbot.waitUntil(lambda: "fault" in names_of(described(desktop.app)))


def names_of(seen: dict[str, Any]) -> list[str]:
    return [control["objectName"] for control in seen["controls"]]


@pytest.mark.qt_no_exception_capture
def test_what_nobody_caught_on_another_thread_is_shown_too(desktop: Desktop, qtbot: QtBot) -> None:
    def broken() -> None:
        raise ZeroDivisionError("in a thread")

    with qtbot.waitSignal(desktop.trouble):
        thread = threading.Thread(target=broken, name="lonely")
        thread.start()
        thread.join()


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_what_qt_complains_of_is_in_the_log(desktop: Desktop, tmp_path: Path) -> None:
    qWarning("a timer without a thread")
    desktop.close()
    assert "WARNING qt qt_said text='a timer without a thread'" in (tmp_path / "kiosk.log").read_text(
        encoding="utf-8"
    )


def test_hooks_are_given_back(qtbot: QtBot, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, signal.getsignal(signal.SIGTERM))
    with Desktop("kiosk", distance=Distance.HALL, log_folder=tmp_path):
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook, signal.getsignal(signal.SIGTERM)) == before


def test_one_that_fails_to_close_does_not_keep_the_others_open(
    desktop: Desktop, caplog: pytest.LogCaptureFixture
) -> None:
    closed: list[str] = []
    desktop.on_leaving(lambda: closed.append("first"))
    desktop.on_leaving(lambda: 1 // 0)
    desktop.on_leaving(lambda: closed.append("last"))
    desktop.close()
    assert closed == ["last", "first"]


def test_a_language_is_switched_while_the_program_runs(desktop: Desktop) -> None:
    desktop.translations.switch("en")
    assert desktop.translations.language == "en"
    desktop.translations.switch("zh-TW")
    button = desktop.app.translate("QPlatformTheme", "Cancel")
    assert button == "取消"


def test_logs_that_cannot_be_written_are_said_and_gone_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    with start_logs("display", folder=blocked) as logs:
        logging.getLogger("display").info("call_shown", extra={"number": "A001", "where": "3 號櫃台"})
    assert logs.file is None
    errors = capsys.readouterr().err
    assert "WARNING waitline.logs log_file_unusable reason=" in errors
    assert "INFO display call_shown number=A001 where='3 號櫃台'" in errors


def test_every_program_that_runs_has_a_log_of_its_own_and_the_next_one_goes_on_with_it(tmp_path: Path) -> None:
    def names() -> list[str]:
        return sorted(file.name for file in tmp_path.glob("*.log"))

    with (
        start_logs("display", folder=tmp_path, to_stderr=False) as first,
        start_logs("display", folder=tmp_path, to_stderr=False) as second,
        start_logs("kiosk", folder=tmp_path, to_stderr=False),
    ):
        assert [logs.file.name for logs in (first, second) if logs.file] == ["display.log", "display-2.log"]
    with start_logs("display", folder=tmp_path, to_stderr=False) as next_one:
        assert next_one.file == first.file
    assert names() == ["display-2.log", "display.log", "kiosk.log"]


def test_a_log_that_a_killed_program_had_is_free_at_once(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from waitline.logs import start_logs;"
        "logs = start_logs('display', folder=Path(sys.argv[1])); print(logs.file.name, flush=True); time.sleep(99)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "display.log\n"
        with start_logs("display", folder=tmp_path) as beside:
            assert beside.file == tmp_path / "display-2.log"
        program.kill()
        program.wait(60)
    with start_logs("display", folder=tmp_path) as after:
        assert after.file == tmp_path / "display.log"


def test_a_log_line_holds_the_word_the_fields_and_the_trace(tmp_path: Path) -> None:
    with start_logs("counter", folder=tmp_path, to_stderr=False) as logs:
        try:
            raise ValueError("因為")
        except ValueError:
            logging.getLogger("counter.flow").exception("call_failed", extra={"counter": 3, "note": ""})
    assert logs.file is not None
    text = logs.file.read_text(encoding="utf-8")
    assert " ERROR counter.flow call_failed counter=3 note=''\n" in text
    assert "ValueError: 因為" in text


def test_calls_into_qt_take_no_reference_away(qtbot: QtBot) -> None:
    """Some bindings steal one from None with every call, and a Python before 3.12 aborts when none is left."""
    font, before = QFont(), sys.getrefcount(None)
    for _ in range(2000):
        font.setPixelSize(20)
    assert sys.getrefcount(None) > before - 1000

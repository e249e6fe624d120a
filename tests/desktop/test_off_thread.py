import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from waitline.desktop import OffThread, words_for
from waitline.model.errors import DatabaseAway


@pytest.fixture
def off_thread(qtbot: QtBot) -> Iterator[OffThread]:
    off_thread = OffThread("under-test")
    yield off_thread
    assert off_thread.close()


def fail(error: Exception) -> None:
    raise AssertionError(error)


def test_work_is_done_in_order_on_one_other_thread_and_ends_on_this_one(
    qtbot: QtBot, off_thread: OffThread
) -> None:
    ends: list[tuple[int, str, str]] = []
    here = threading.current_thread().name
    for number in range(100):
        off_thread.run(
            lambda n=number: (n, threading.current_thread().name),
            done=lambda got: ends.append((*got, threading.current_thread().name)),
            failed=fail,
        )
    qtbot.waitUntil(lambda: len(ends) == 100)
    assert ends == [(number, "under-test", here) for number in range(100)]


def test_a_refusal_ends_in_failed_with_its_words(qtbot: QtBot, off_thread: OffThread) -> None:
    refused: list[Exception] = []

    def work() -> None:
        raise DatabaseAway

    off_thread.run(work, done=fail, failed=refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert words_for(refused[0]).zh == "與資料庫失去連線"


def test_the_unforeseen_ends_in_failed_is_logged_and_stops_nothing(
    qtbot: QtBot, off_thread: OffThread, caplog: pytest.LogCaptureFixture
) -> None:
    ends: list[object] = []
    off_thread.run(lambda: 1 // 0, done=fail, failed=ends.append)
    off_thread.run(lambda: "after", done=ends.append, failed=fail)
    qtbot.waitUntil(lambda: len(ends) == 2)
    assert isinstance(ends[0], ZeroDivisionError)
    assert ends[1] == "after"
    assert "ZeroDivisionError" in caplog.text
    assert words_for(ends[0]).en.startswith("Something went wrong")


class Page(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, value: object) -> None:
        self.got.append(value)


def test_an_end_whose_page_is_gone_is_dropped(qtbot: QtBot, off_thread: OffThread) -> None:
    page, gate, ends = Page(), threading.Event(), list[object]()
    got = page.got
    off_thread.run(gate.wait, done=page.take, failed=fail)
    off_thread.run(lambda: "lambda", done=lambda value: page.take([value]), failed=fail, owner=page)
    off_thread.run(lambda: "last", done=ends.append, failed=fail)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    qtbot.waitUntil(lambda: ends == ["last"])
    assert got == []


def test_closing_finishes_what_was_given_and_tells_nobody(qtbot: QtBot) -> None:
    off_thread, written, told = OffThread("closing"), list[int](), list[object]()
    for number in range(20):
        off_thread.run(lambda n=number: written.append(n), done=told.append, failed=fail)
    assert off_thread.close()
    off_thread.run(lambda: written.append(99), done=told.append, failed=fail)
    QCoreApplication.processEvents()
    assert written == list(range(20))
    assert told == []


def test_work_that_hangs_does_not_hold_the_program(qtbot: QtBot) -> None:
    off_thread, gate = OffThread("hanging"), threading.Event()
    off_thread.run(gate.wait, done=fail, failed=fail)
    assert not off_thread.close(within_s=0.05)
    gate.set()
    assert off_thread.close()

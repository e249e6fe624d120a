"""Nothing outlives its test: no thread, no timer, no child process, no cable or temporary file left open.

A pytest plugin (`pytest_plugins = ["tests.hygiene"]` in tests/conftest.py). What fixtures of a wider scope
hold is theirs: it is there before the test and may be there after it.
"""

import gc
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from shiboken6 import getAllValidWrappers

OF_THE_INTERPRETER = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")
SWEPT_AFTER = 40
"""Sweepings of the youngest but one; as many as leave rubbish for a full one of a few tenths of a second."""
THIS = psutil.Process()
TASKS = Path("/proc/self/task")
OPEN_FILES = Path("/proc/self/fd")  # only Linux shows them; elsewhere they go unwatched


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini("leftovers_end_within_s", "how long threads and processes may take to end", default="20")


def pytest_collection_finish() -> None:
    """What the imports made stays: set it aside, so that looking through what a test made is quick.

    Full sweeps are made between tests: with the rubbish of hundreds of them one takes seconds on a busy machine,
    and would fall into whatever a test measures, or between two words to a server that waits two seconds for more.
    """
    gc.collect()
    gc.freeze()
    youngest, young, _ = gc.get_threshold()
    gc.set_threshold(youngest, young, sys.maxsize >> 32)


@pytest.fixture(autouse=True)
def nothing_outlives_its_test(request: pytest.FixtureRequest) -> Iterator[None]:
    if gc.get_count()[2] >= SWEPT_AFTER:
        gc.collect()
    threads, children, cables = set(live_threads()), set(live_children()), set(open_cables())
    uses_qt = "qapp" in request.fixturenames  # looking through all of Qt's things costs more than most tests
    in_qt = {id(thing) for thing in running_in_qt()} if uses_qt else set()
    yield
    patience = float(request.config.getini("leftovers_end_within_s"))
    left: list[str] = []
    left += waited_for(patience, lambda: [f"thread {thread.name}" for thread in set(live_threads()) - threads])
    left += waited_for(patience, lambda: [described(child) for child in set(live_children()) - children])
    left += waited_for(patience, lambda: [f"open file {cable}" for cable in set(open_cables()) - cables])
    if uses_qt:
        left += waited_for(patience, lambda: [shown(thing) for thing in running_in_qt() if id(thing) not in in_qt])
    if left:
        pytest.fail("left behind: " + "; ".join(left), pytrace=False)


def waited_for(patience: float, leftovers: Callable[[], list[str]]) -> list[str]:
    """What is still there when the deadline has passed; threads and processes may need a moment to end.

    Rubbish in circles is collected only when something seems to be left: doing it after each test costs more
    than the tests.
    """
    until = time.monotonic() + patience
    while (left := leftovers()) and time.monotonic() < until:
        gc.collect()
        threading.Event().wait(0.01)
    return left


def live_threads() -> Iterator[threading.Thread]:
    """Python's threads. A foreign one (Qt's) that once ran Python stays listed after its end: not counted."""
    native = {thread.id for thread in THIS.threads()} if threading.active_count() > 1 else set()
    for thread in threading.enumerate():
        foreign = isinstance(thread, threading._DummyThread)
        if not foreign or thread.native_id in native:
            yield thread


def live_children() -> list[psutil.Process]:
    """Child processes, those that ended unreaped too."""
    return [child for child in children() if not any(word in described(child) for word in OF_THE_INTERPRETER)]


def children() -> list[psutil.Process]:
    """Linux tells at once, elsewhere every process of the machine is asked whose child it is."""
    try:
        told = [(thread / "children").read_text(encoding="ascii") for thread in TASKS.iterdir()]
    except OSError:
        return THIS.children()
    return [psutil.Process(int(pid)) for pids in told for pid in pids.split() if psutil.pid_exists(int(pid))]


def described(child: psutil.Process) -> str:
    try:
        return f"process {child.pid} ({child.status()}): {' '.join(child.cmdline()) or child.name()}"
    except psutil.Error:
        return f"process {child.pid}"


def open_cables() -> Iterator[str]:
    """Serial lines, ptys and temporary files that are open, each with its number and place."""
    if not OPEN_FILES.exists():
        return
    ours = ("/dev/ptmx", "/dev/pts/", "/dev/tty", tempfile.gettempdir())
    for number in OPEN_FILES.iterdir():
        try:
            place = str(number.readlink())
        except OSError:  # the one this listing itself had open
            continue
        if int(number.name) > 2 and place.startswith(ours) and not place.endswith(" (deleted)"):
            yield f"{number.name}: {place}"


def running_in_qt() -> Iterator[QObject]:
    """Qt's timers and threads that run, after Qt has deleted what was left to be deleted."""
    if QCoreApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for thing in getAllValidWrappers():
        if isinstance(thing, QTimer | QThread) and going_on(thing):
            yield thing


def going_on(thing: QTimer | QThread) -> bool:
    return thing.isActive() if isinstance(thing, QTimer) else thing.isRunning()


def shown(thing: QObject) -> str:
    if isinstance(thing, QTimer):
        return f"timer of {thing.interval()} ms of {thing.parent()!r}"
    return f"Qt thread {thing.objectName() or type(thing).__name__}"

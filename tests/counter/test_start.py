"""The real program as the clerk starts it: quick, small, and clear about a set-up it cannot use."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import DOCUMENT, RealHall, open_hall
from tests.counter.real_program import running, until_seen
from tests.own_time import OwnTime, shortest
from tests.programs import needs_a_screen
from waitline.store.engine import Store
from waitline.verbs.calling import Calling
from waitline.verbs.requests import new_request

START_S = 1.5
MEMORY_MB = 150


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The sample office, its database beside its file."""
    (tmp_path / "office.toml").write_text(DOCUMENT, encoding="utf-8")
    open_hall(tmp_path / "queue.db").store.close()
    return tmp_path


@needs_a_screen
def test_the_program_is_there_in_a_second_and_a_half_and_stays_small(screen: str, office: Path):
    memory = []

    def start() -> float:
        before = time.monotonic()
        with running(screen, office, "--counter", "3", "--staff", "c03") as (program, described):
            button = until_seen(described, "sign_in")
            took = OwnTime.of_all_of(program.pid, before).seconds()
            assert button["enabled"]
            until_seen(described, "call_next")
            memory.append(program.memory_info().rss / 1_000_000)
        return took

    took = shortest(start, START_S)
    assert took <= START_S, f"{took:.2f} s"
    assert max(memory) <= MEMORY_MB, f"{max(memory):.0f} MB"


@needs_a_screen
def test_the_program_signs_in_whom_its_shortcut_names(screen: str, office: Path):
    with running(screen, office, "--counter", "3", "--staff", "c03", "--bar") as (_, described):
        until_seen(described, "resize", at_the_top=True)
    hall = open_hall(office / "queue.db")
    assert hall.view().desk.staff == "c03"
    Calling(hall.store).sign_out(request=new_request(), counter="3", by="c03")
    hall.store.close()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--counter", "99"), "沒有 99 號櫃台"),
        (("--staff", "nobody"), "沒有「nobody」這位同仁"),
        (("--keys", "keys.toml"), "須加 Ctrl"),
        (("--keys", "/nonexist"), "讀不到按鍵設定檔 /nonexist"),
        (("--keys", "/"), "讀不到按鍵設定檔 /"),
        (("--keys", "broken.toml"), "broken.toml 第 2 行："),
        (("--keys", "big5.toml"), "讀不到按鍵設定檔"),
    ],
)
def test_a_wrong_shortcut_is_explained_in_both_languages(office: Path, arguments: tuple[str, ...], words: str):
    (office / "keys.toml").write_text('call_next = "n"\n', encoding="utf-8")
    (office / "broken.toml").write_text('call_next = "F9"\nrecall = F10\n', encoding="utf-8")
    (office / "big5.toml").write_bytes('call_next = "下一位"\n'.encode("big5"))
    command = [sys.executable, "-m", "counter", "--office", str(office)]
    said = subprocess.run(
        [*command, *(str(office / one) if one.endswith(".toml") else one for one in arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert said.returncode == 2
    assert words in said.stderr
    assert len(said.stderr.strip().splitlines()) == 2


def test_a_database_that_must_be_brought_up_to_date_first_is_said_on_the_first_page(
    hall: RealHall, sit_down: Callable[..., ClerkAtWork], tmp_path: Path
):
    empty = tmp_path / "empty.db"
    sqlite3.connect(empty).close()

    clerk = sit_down(hall, staff=None, counter=None, url=f"sqlite:///{empty.as_posix()}")

    clerk.until(lambda: "waitline init" in clerk.text("sign_in_message"))


def stands_by(office: Path) -> set[str]:
    store = Store(f"sqlite:///{(office / 'queue.db').as_posix()}", "sample")
    with store.reading() as look:
        found = {one.staff for one in look.back_line().standing_by}
    store.close()
    return found


@needs_a_screen
def test_a_program_that_stands_by_ends_that_with_itself(screen: str, office: Path):
    with running(screen, office, "--stand-by", "--staff", "b11") as (_, described):
        until_seen(described, "stand_down")
        assert stands_by(office) == {"b11"}
    assert stands_by(office) == set()


@needs_a_screen
def test_the_service_desk_is_there_by_its_own_option(screen: str, office: Path):
    with running(screen, office, "--service-desk", "--staff", "greeter") as (_, described):
        assert until_seen(described, "number_or_code")
        assert until_seen(described, "take_number")

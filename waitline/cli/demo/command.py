"""`waitline demo`: the whole hall on one screen, without any set-up."""

import contextlib
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from drivers.printing.errors import EmulatorNeedsPty
from waitline.cli.exits import Exit
from waitline.model.words import Words

from .actor.stage import Stage
from .crew import Crew
from .office import make_office
from .screen import Screen, own_screen, screen_in_memory, there_is_a_screen
from .tiling import Tiling, tile
from .waiting import wait_for

PICTURES: Final = Path("demo-pictures")
PROGRAMS: Final = ("kiosk", "counter", "display")
POST: Final = "3"
CLERK: Final = "c03"
STOPS: Final = (signal.SIGINT, signal.SIGTERM, *(() if sys.platform == "win32" else (signal.SIGHUP,)))
"""SIGINT too: a shell that starts the demo in the background has it ignored."""
LOOK_EVERY_S: Final = 0.3


def demo(
    *,
    visitors: Annotated[
        bool, typer.Option("--visitors", help="模擬民眾與櫃台，看忙碌的大廳 · simulated visitors and clerks")
    ] = False,
    act: Annotated[
        bool,
        typer.Option(
            "--act", help="在看不見的螢幕上自動演一遍並拍照 · play it on a screen in memory and take pictures"
        ),
    ] = False,
    pictures: Annotated[Path, typer.Option(help="照片放這裡 · where the pictures go")] = PICTURES,
) -> None:
    """在一個螢幕上看整個大廳：取號、印單、叫號、顯示、廣播 · See the whole hall at work on one screen."""
    if sys.platform == "win32":
        raise EmulatorNeedsPty
    acting = act or not there_is_a_screen()
    with _stopped_politely(), tempfile.TemporaryDirectory(prefix="waitline-demo-") as name:
        folder = Path(name)
        environment = _environment(folder)
        if not acting:
            _watch(folder, own_screen(environment), visitors=visitors)
            return
        with screen_in_memory(folder, environment) as screen:
            code = _act(folder, screen, busy=visitors, pictures=pictures.absolute())
    raise typer.Exit(code)


def _watch(folder: Path, screen: Screen, *, visitors: bool) -> None:
    """Open the hall for a person, until Ctrl-C or until its windows are closed."""
    with Crew(folder, screen.environment) as crew:
        tiling = tile(screen.room)
        office = _open_hall(crew, folder, tiling, described=False)
        if visitors:
            _send_crowd(crew, office)
        _say_what_to_try(visitors=visitors, small=tiling.small_counter)
        with contextlib.suppress(KeyboardInterrupt):
            while crew.alive(*PROGRAMS):
                crew.check()
                time.sleep(LOOK_EVERY_S)
    print("\n示範結束。· The demo has ended.")


def _act(folder: Path, screen: Screen, *, busy: bool, pictures: Path) -> int:
    """Let the actor play; its exit code."""
    with Crew(folder, screen.environment) as crew:
        office = _open_hall(crew, folder, tile(screen.room), described=True)
        if busy:
            _send_crowd(crew, office)
        stage = Stage(
            office=str(office),
            **{name: str(_description(folder, name)) for name in (*PROGRAMS, "paper")},
            printer_log=str(folder / "printer.log"),
            pictures=str(pictures),
            busy=busy,
            post=POST,
            clerk=CLERK,
        )
        stage.save(folder / "stage.json")
        actor = crew.start_module("actor", "waitline.cli.demo.actor", str(folder / "stage.json"), to_terminal=True)
        while (code := actor.process.poll()) is None:
            crew.check()
            time.sleep(LOOK_EVERY_S)
        return Exit.WELL if code == 0 else Exit.NOT_WELL


def _open_hall(crew: Crew, folder: Path, tiling: Tiling, *, described: bool) -> Path:
    """The printer first, then the office, then the programs on it; the office's folder."""
    port, slips = folder / "printer", folder / "slips"
    slips.mkdir()
    printer = crew.start_module("printer", "drivers.printing.emulator", "--link", str(port), "--out", str(slips))
    wait_for(
        Words(zh="模擬印表機就緒", en="the emulated printer is ready"),
        lambda: '"ready"' in printer.log.read_text(encoding="utf-8"),
        within_s=15,
    )
    office = make_office(folder / "office", port=port)
    at = ("--office", str(office.path))

    def start(name: str, module: str, *arguments: str) -> None:
        extra = ("--describe", str(_description(folder, name))) if described else ()
        crew.start_module(name, module, *arguments, *extra)

    start("kiosk", "kiosk", *at, "--windowed", tiling.kiosk.geometry)
    start("display", "display", *at, "--windowed", tiling.display.geometry)
    size = ("--bar", "--staff", CLERK) if tiling.small_counter else ("--full",)
    start("counter", "counter", *at, "--counter", POST, *size, "--geometry", tiling.counter.geometry)
    start(
        "paper", "waitline.desktop.paper", "--folder", str(slips), "--geometry", tiling.paper.geometry,
        "--log-folder", str(folder),
    )  # fmt: skip
    return office.path


def _send_crowd(crew: Crew, office: Path) -> None:
    crew.start_module("crowd", "waitline.cli.demo.crowd", "--office", str(office), "--leave", POST)


def _description(folder: Path, name: str) -> Path:
    return folder / f"{name}.json"


def _environment(folder: Path) -> dict[str, str]:
    """This session's, with a runtime folder of its own where a login would have given one."""
    environment = dict(os.environ)
    runtime = environment.get("XDG_RUNTIME_DIR")
    if not runtime or not os.access(runtime, os.W_OK):
        own = folder / "runtime"
        own.mkdir(mode=0o700)
        environment["XDG_RUNTIME_DIR"] = str(own)
    return environment


@contextlib.contextmanager
def _stopped_politely() -> Iterator[None]:
    """A closed terminal or a kill ends the demo as Ctrl-C does: everything it started ends too."""

    before = {number: signal.signal(number, signal.default_int_handler) for number in STOPS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _say_what_to_try(*, visitors: bool, small: bool) -> None:
    zh = [
        "大廳開門了。您可以試試：",
        f"  1. 櫃台視窗：選姓名與 {POST} 號櫃台，按 Enter 登入",
        "  2. 取號機視窗：點一項業務，或「愛心優先」；號碼單從印表機出來",
        "  3. 櫃台視窗：F9 叫號、Shift+F9 開始辦理、F12 完成、Ctrl+Z 復原；看板與廣播跟著變",
    ]
    en = [
        "The hall is open. Try this:",
        f"  1. Counter window: choose a name and counter {POST}, press Enter to sign in",
        "  2. Kiosk window: touch a service, or Priority; the slip comes out of the printer",
        "  3. Counter window: F9 calls the next, Shift+F9 begins, F12 finishes, Ctrl+Z undoes: see the display",
    ]
    if small:
        zh[1] = f"  1. 螢幕較小：{POST} 號櫃台已登入，是最上面的小列；Ctrl+M 變大"
        en[1] = (
            f"  1. On this small screen counter {POST} is signed in, as the slim bar on top; Ctrl+M makes it large"
        )
    if visitors:
        zh.append("  其他櫃台與民眾是模擬的。")
        en.append("  The other counters and visitors are simulated.")
    print("\n".join([*zh, "  Ctrl-C 結束。", "", *en, "  Ctrl-C ends it.", ""]), flush=True)

"""The real programs on screens in memory, one X server for each as in a real hall, at their real sizes."""

import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from waitline.cli.demo.actor.eyes import Control, Window
from waitline.cli.demo.crew import Crew, Member, last_lines
from waitline.cli.demo.office import always_open, with_setting
from waitline.cli.demo.waiting import DidNotHappen, wait_for
from waitline.model.clock import MINUTE
from waitline.model.counter import CounterId
from waitline.model.forecast import Errors, Experience, Line
from waitline.model.staff import StaffId
from waitline.model.words import Words
from waitline.settings.office_folder import OFFICE_FILE, OfficeFolder, open_office
from waitline.settings.office_writing import sample_text, with_database, write_office_file
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.learning import Learning
from waitline.verbs.requests import new_request

from .glass import Box, Glass

SIZES = {"kiosk": (1080, 1920), "counter": (1366, 768), "display": (1920, 1080)}
"""An upright 32-inch kiosk, a clerk's desk, a television."""
POST, CLERK = "3", "c03"
STARTS_WITHIN_S = 20.0
TOUCHES, TOUCHES_AGAIN_S = 3, 3.0
_ABOUT = Errors(0, -2 * MINUTE, MINUTE, 9 * MINUTE)
KNOWN = Experience(day="9999-12-31", days=20, errors={Line.ORDINARY: (_ABOUT,), Line.AHEAD: (_ABOUT,)})
"""An office that has been open for a month: every visitor is told a wait."""


def make_hall(folder: Path, url: str, *, port: Path, baud: int = 9600, profile: str = "big5-80mm") -> OfficeFolder:
    """The sample office on that database, open at any hour, every call going to whoever asks for it."""
    file = folder / OFFICE_FILE
    folder.mkdir(parents=True, exist_ok=True)
    write_office_file(file, with_database(sample_text(), OFFICE_FILE, url))
    text = with_setting(file.read_text(encoding="utf-8"), "[[printers]]", "port", str(port))
    text = with_setting(text, "[[printers]]", "profile", profile)
    text = with_setting(text, "[[printers]]", "baud", "@BAUD@").replace('"@BAUD@"', str(baud))
    text = with_setting(text, "[rules]", "reserve", "off")
    file.write_text(text, encoding="utf-8")
    file.write_text(always_open(text, datetime.now(open_office(file).setup.zone)), encoding="utf-8")
    office = open_office(file)
    create_or_upgrade(office.database_url)
    store = Store(office.database_url, office.office_id)
    Floor(store).set_up_office(office.text, request=new_request(), name=OFFICE_FILE)
    Learning(store).learn(KNOWN)
    Calling(store).sign_in(request=new_request(), counter=CounterId(POST), staff=StaffId(CLERK))
    store.close()
    return office


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One screen with one program's window on it."""

    glass: Glass
    crew: Crew
    window: Window
    description: Path

    def start(self, program: str, *arguments: str, described: bool = True) -> Member:
        """Start one of our programs here, in a process of its own."""
        extra = ("--describe", str(self.description)) if described else ()
        return self.crew.start_module(program, program, *arguments, *extra)

    def box(self, name: str) -> Box:
        return self.control(name).box

    def await_page(self, name: str) -> None:
        """Until the control stands still: a window manager may move a window that is already described."""
        before = None
        while (box := self.box(name)) != before:
            before = box
            time.sleep(0.5)

    def touch(self, name: str) -> float:
        """A finger on the middle of a control; when it was lifted."""
        return self.glass.touch(*self.control(name).middle)

    def where_the_number_is(self) -> Box:
        """A band through a number's digits, learnt from a visitor who is not measured."""
        self.touch("service-TRANS")
        left, top, width, height = self.box("number")
        time.sleep(1.0)  # as long as a visitor looks at a number before going
        self.leave_number()
        return left, top + height * 2 // 5, width, height // 5

    def leave_number(self) -> None:
        """Back home by the button, in whatever manner, unless the page has gone by itself meanwhile.

        Whoever touches and sees nothing happen touches again; that it took more than one touch is printed.
        """
        for touches in range(1, TOUCHES + 1):
            self.glass.rest()
            button = self.window.find("home")
            if button is None:
                break
            self.glass.tap(*button.middle)
            with suppress(DidNotHappen):
                self.window.await_control("service-TRANS", within_s=TOUCHES_AGAIN_S)
                return
            print(f"home was not reached by touch {touches}: {self.window.summary()}", file=sys.stderr)
        self.control("service-TRANS")

    def control(self, name: str) -> Control:
        """The control once it may be used; who died is told with its last words."""
        try:
            return self.window.await_control(name, within_s=STARTS_WITHIN_S)
        except DidNotHappen:
            self.crew.check()
            print(last_lines(self.description.with_suffix(".log")), file=sys.stderr)
            raise


@contextmanager
def stage(name: str, folder: Path) -> Iterator[Stage]:
    """A screen of the program's size with a window manager on it; whatever was started there ends with it."""
    with ExitStack() as open_things:
        own = own_environment(folder)
        servers = open_things.enter_context(Crew(folder, own))
        own["DISPLAY"] = _start_server(servers, f"screen-{name}", SIZES[name])
        managers = open_things.enter_context(Crew(folder, own))
        managers.start(f"openbox-{name}", ["openbox", "--sm-disable"])
        wait_for(
            Words(zh="視窗管理員就緒", en="the window manager is ready"),
            lambda: _has_manager(own),
            within_s=STARTS_WITHIN_S,
        )
        glass = Glass(own["DISPLAY"])
        open_things.callback(glass.close)
        glass.withdraw()
        crew = open_things.enter_context(Crew(folder, own))
        description = folder / f"{name}.json"
        yield Stage(
            glass=glass, crew=crew, window=Window(Words(zh=name, en=name), description), description=description
        )


def own_environment(folder: Path) -> dict[str, str]:
    """This session's, with a runtime folder of its own, for programs on X."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    own = {key: value for key, value in os.environ.items() if key not in ("WAYLAND_DISPLAY", "XAUTHORITY")}
    return own | {"QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(runtime)}


@contextmanager
def printer(
    folder: Path, port: Path, *, baud: int = 9600, profile: str = "big5-80mm", control: Path | None = None
) -> Iterator[Member]:
    """The emulated printer at the wire's pace, in a process of its own; its log has a line for every cut."""
    orders = ("--control", str(control)) if control is not None else ()
    with Crew(folder, own_environment(folder)) as crew:
        emulator = crew.start_module(
            f"printer-{baud}",
            "drivers.printing.emulator",
            *("--link", str(port), "--baud", str(baud), "--profile", profile, *orders),
        )
        wait_for(
            Words(zh="模擬印表機就緒", en="the emulated printer is ready"),
            lambda: '"ready"' in emulator.log.read_text(encoding="utf-8"),
            within_s=STARTS_WITHIN_S,
        )
        yield emulator


@contextmanager
def work_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="waitline-bench-") as name:
        yield Path(name)


def load() -> str:
    """How busy the machine is beside us, for whoever reads the figures."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def _start_server(servers: Crew, name: str, size: tuple[int, int]) -> str:
    told, tells = os.pipe()
    try:
        command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{size[0]}x{size[1]}x24"]
        server = servers.start(name, [*command, "-nolisten", "tcp", "-noreset"], keep_open=(tells,))
    finally:
        os.close(tells)
    with os.fdopen(told) as answer:
        ready, _, _ = select.select([answer], [], [], STARTS_WITHIN_S)
        number = answer.readline().strip() if ready else ""
    if not number:
        raise OSError(f"Xvfb does not start: {last_lines(server.log)}")
    return f":{number}"


def _has_manager(environment: Mapping[str, str]) -> bool:
    asked = subprocess.run(
        ["xdotool", "get_num_desktops"], env=dict(environment), capture_output=True, timeout=5, check=False
    )
    return asked.returncode == 0

"""The demo as somebody runs it: processes, a real window manager, the screen's own mouse and keys."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import pytest
from PIL import Image

from tests.house.sources import ROOT
from waitline.cli.demo.actor.eyes import Window
from waitline.cli.demo.actor.hands import Hands
from waitline.cli.demo.crew import Crew
from waitline.cli.demo.office import make_office, with_setting
from waitline.cli.demo.screen import NEEDED, Screen, screen_in_memory
from waitline.cli.demo.waiting import DidNotHappen, wait_for
from waitline.model.words import Words

pytestmark = pytest.mark.skipif(
    any(shutil.which(program) is None for program in NEEDED), reason="no X server in memory on this machine"
)
DEMO = [sys.executable, "-P", "-m", "waitline.cli", "demo"]
OPEN = "Ctrl-C ends it."
PATIENCE_S = 60.0


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    """An environment without a screen, whose temporary folder and logs are the test's own."""
    own = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    folder = tmp_path / "t"
    folder.mkdir()
    return own | {"TMPDIR": str(folder), "XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.fixture
def screen(tmp_path: Path, place: dict[str, str]) -> Iterator[Screen]:
    with screen_in_memory(tmp_path, place) as screen:
        yield screen


def test_without_a_screen_the_demo_plays_from_touch_to_call_and_leaves_pictures(place, tmp_path):
    pictures = tmp_path / "pictures"
    command = [*DEMO, "--pictures", str(pictures)]
    played = subprocess.run(command, env=place, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert played.returncode == 0, played.stdout + played.stderr
    for name, size in (("kiosk", (1920, 1080)), ("display", (1920, 1080)), ("counter", (1366, 768))):
        with Image.open(pictures / f"{name}.png") as picture:
            assert picture.size == size
            assert len(picture.getcolors(1 << 24) or ()) > 50, f"{name}.png shows nothing"
        assert f"{name}.png: " in played.stdout
    with Image.open(pictures / "slip.png") as slip:
        assert slip.height > slip.width
    assert left_of(place) == []


def test_a_kiosk_without_the_button_that_is_looked_for_fails_the_demo(screen, tmp_path):
    office = make_office(tmp_path / "office", port=tmp_path / "no-printer")
    office.file.write_text(with_setting(office.text, "[[kiosks]]", "languages", ["zh-TW"]), encoding="utf-8")
    with opened_kiosk(screen, tmp_path, office.file) as kiosk:
        kiosk.await_control("love", within_s=PATIENCE_S)
        with pytest.raises(DidNotHappen, match=r'kiosk: "language-en" can be pressed; seen instead: .*love'):
            kiosk.await_control("language-en", within_s=0.5)


def test_hands_reach_the_real_window(screen, tmp_path, monkeypatch):
    monkeypatch.setenv("DISPLAY", screen.display)
    office = make_office(tmp_path / "office", port=tmp_path / "no-printer")
    with opened_kiosk(screen, tmp_path, office.file) as kiosk:
        english = kiosk.await_control("language-en", within_s=PATIENCE_S)
        assert not english.checked
        Hands().touch(english)
        spoken = Words(zh="取號機改說英文", en="the kiosk speaks English")
        wait_for(spoken, lambda: kiosk.await_control("language-en").checked, within_s=PATIENCE_S)


def test_ctrl_c_ends_everything_that_the_demo_started(screen, place, tmp_path):
    with started_demo(screen, place, tmp_path / "said") as demo:
        wait_for(Words(zh="視窗", en="windows"), lambda: len(programs_of(place)) >= 5, within_s=PATIENCE_S)
        demo.send_signal(signal.SIGINT)
        assert demo.wait(timeout=PATIENCE_S) == 0
    assert left_of(place) == []


def test_a_program_that_dies_is_named_and_ends_the_demo(screen, place, tmp_path):
    with started_demo(screen, place, tmp_path / "said") as demo:
        found = wait_for(
            Words(zh="看板", en="the display runs"),
            lambda: [p for p in programs_of(place) if "display" in p.cmdline()],
            within_s=PATIENCE_S,
        )
        found[0].kill()
        assert demo.wait(timeout=PATIENCE_S) == 1
    assert "display ended by itself (code -9)" in (tmp_path / "said").read_text(encoding="utf-8")
    assert left_of(place) == []


@contextmanager
def started_demo(screen: Screen, place: dict[str, str], said: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The demo for a person on `screen`, once it has said what to try; all it says goes to `said`."""
    environment = place | {"DISPLAY": screen.display, "LC_ALL": "C.UTF-8"}
    with ExitStack() as stack:
        out = stack.enter_context(said.open("wb"))
        demo = stack.enter_context(
            subprocess.Popen(DEMO, env=environment, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
        )
        stack.callback(end, demo)
        wait_for(
            Words(zh="示範開門", en="the demo is open"),
            lambda: OPEN in said.read_text(encoding="utf-8") or demo.poll() is not None,
            within_s=PATIENCE_S,
        )
        assert demo.poll() is None, said.read_text(encoding="utf-8")
        yield demo


def end(demo: subprocess.Popen[bytes]) -> None:
    """However the test went: ask it to end, so that it ends what it started."""
    if demo.poll() is None:
        demo.terminate()


@contextmanager
def opened_kiosk(screen: Screen, folder: Path, office: Path) -> Iterator[Window]:
    description = folder / "kiosk.json"
    with Crew(folder, screen.environment) as crew:
        arguments = ("--office", str(office), "--windowed", "1280x1024+0+0", "--describe", str(description))
        crew.start_module("kiosk", "kiosk", *arguments)
        yield Window(Words(zh="取號機", en="kiosk"), description)


def programs_of(place: dict[str, str]) -> list[psutil.Process]:
    """The processes that work in this test's folder."""
    found = []
    for process in psutil.process_iter():
        try:
            if any(place["TMPDIR"] in word for word in process.cmdline()):
                found.append(process)
        except psutil.Error:
            continue
    return found


def left_of(place: dict[str, str]) -> list[str]:
    """What is left: processes, and files in the temporary folder."""
    return [str(p) for p in programs_of(place)] + [path.name for path in Path(place["TMPDIR"]).iterdir()]

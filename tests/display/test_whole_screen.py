"""Several screens at one computer: a board fills the one it was given, and millimetres are that one's."""

import json
from pathlib import Path

import pytest

from tests.display.stage import display, wait_until
from tests.programs import PATIENCE_S

FULL_HD = {"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1080}
ULTRA_HD = {"name": "two", "x": 1920, "y": 0, "width": 3840, "height": 2160}
AS_LARGE_AS_ON_ANY = 123.0
WHERE = {"one": (0, 0, 1920, 1080), "two": (1920, 0, 3840, 2160)}


@pytest.fixture
def two_screens(tmp_path: Path) -> dict[str, str]:
    """The computer's first screen has half the pixels a side of the second; its place in the environment."""
    setup = tmp_path / "screens.json"
    pixels = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    setup.write_text(json.dumps({"screens": [FULL_HD | pixels, ULTRA_HD | pixels]}), encoding="utf-8")
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={setup}"}


@pytest.mark.parametrize(
    ("asked", "screen"),
    [
        ((), "one"),
        (("--screen", "2"), "two"),
        (("--screen", "2", "--sign", "3"), "two"),
        (("--screen", "3"), "one"),
        (("--windowed", "3840x2160+1920+0"), "two"),
    ],
    ids=["first", "second", "sign on the second", "one that is not there", "placed on the second"],
)
def test_it_fills_the_screen_it_was_given_and_reckons_with_its_millimetres(
    hall_at_work, two_screens, asked, screen
):
    """By the office file the panel is 1210 mm wide, whatever its pixels."""
    file = hall_at_work.folder / "office.toml"
    text = file.read_text("utf-8").replace('id = "lobby-1"', 'id = "lobby-1"\nscreen_mm = [1210, 680]')
    file.write_text(text, "utf-8")
    with display(hall_at_work.folder, two_screens, "--mute", *asked, windowed=()) as program:
        wait_until(lambda: program.window() == WHERE[screen], PATIENCE_S, "its place", program.said)
        if "--sign" not in asked:
            wait_until(lambda: " type_" in program.said(), PATIENCE_S, "its letters", program.said)
            (hero_mm,) = program.fields(r"type_\w+", "hero_mm")
            assert hero_mm == pytest.approx(AS_LARGE_AS_ON_ANY, rel=0.05)
        is_missing = asked == ("--screen", "3")
        assert ("WARNING waitline.desktop.whole_screen on_screen screen=one" in program.said()) == is_missing

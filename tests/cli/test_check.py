"""`waitline check`: every fault in words, with an exit code."""

import json
import os
import re
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from display.board import plan
from drivers.bus.description import load_keypad, load_panel
from drivers.bus.devices import KeypadAt, PanelAt
from drivers.bus.simulator.bus import BusSimulator
from drivers.printing.emulator.device import Emulator
from drivers.printing.profile import load_profile
from kiosk.scenes import Home
from kiosk.window import KioskWindow
from tests.clock_ahead import set_last_entry
from waitline.cli.check import screens
from waitline.cli.check.calendar import check_calendar
from waitline.cli.check.media import check_media
from waitline.cli.check.screens import kiosk_menu
from waitline.cli.exits import Exit
from waitline.look import TouchButton
from waitline.model.clock import HOUR, SECOND, Instant, instant, local
from waitline.model.device import Health
from waitline.rules.kiosk_menu import MenuPlace
from waitline.settings.office_file import parse_office
from waitline.settings.office_folder import open_office
from waitline.store.engine import Store
from waitline.verbs.devices import Devices
from waitline.verbs.requests import new_request

from ..counter.real_program import registration_screen
from ..counter.x_hands import Hands
from ..display.clips import h264, huge_png, picture, truncated
from ..display.stage import silent_loudspeaker
from ..kiosk.many_services import an_office_of
from ..programs import needs, needs_a_screen
from ..settings.offices import SAMPLE
from .command import run

NO_PRINTER = ('printer = "kiosk-1"', "#")


@pytest.fixture
def office(tmp_path) -> Path:
    """An office that is set up, without the sample's printer, voices or guessed screens."""
    folder = tmp_path / "office"
    assert run("init", "--office", folder).code == Exit.WELL
    file = folder / "office.toml"
    text = file.read_text(encoding="utf-8")
    begins, ends = text.index("[[printers]]"), text.index("[[kiosks]]")
    text = text[:begins] + text[ends:]
    for old, new in (
        NO_PRINTER,
        ("# screen_mm = [344, 194]", "screen_mm = [597, 336]"),
        ("# screen_mm = [1210, 680]", "screen_mm = [1210, 680]"),
        ('voice = ["zh-TW", "en"]', "voice = []"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    assert run("init", "--office", folder).code == Exit.WELL
    return folder


def edit(folder: Path, old: str, new: str) -> None:
    file = folder / "office.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def findings(folder: Path, tmp_path: Path, *more: str | Path) -> list[dict[str, str]]:
    run("check", "--office", folder, "--json", tmp_path / "check.json", *more)
    return json.loads((tmp_path / "check.json").read_text(encoding="utf-8"))["findings"]


def told(found: list[dict[str, str]], topic: str) -> list[tuple[str, str]]:
    return [(one["level"], one["en"]) for one in found if one["topic"] == topic]


def test_a_good_office_is_told_so_in_both_languages(office):
    said = run("check", "--office", office)
    assert said.code == Exit.WELL, said.out
    assert "All is well" in said.out
    assert "✗" not in said.out
    assert "一切正常" in run("check", "--office", office, language="zh-TW").out


def test_a_kiosk_out_of_a_wheelchairs_reach_is_told(office, tmp_path):
    edit(office, "# bottom_mm = 850", "bottom_mm = 1150")
    wrong = [words for level, words in told(findings(office, tmp_path), "screens") if level == "wrong"]
    assert any("out of reach from a wheelchair" in words for words in wrong)


def test_each_picture_and_video_beside_the_calls_is_tried(office, tmp_path):
    edit(office, 'id = "lobby-1"', 'id = "lobby-1"\nmedia = "clips"')
    [(level, words)] = told(findings(office, tmp_path), "media")
    assert level == "notice"
    assert "there is no folder" in words
    clips = office / "clips"
    h264(clips / "flu.mp4")
    picture(clips / "map.png")
    huge_png(clips / "huge.png")
    truncated(clips / "half.mp4", clips / "flu.mp4")
    (clips / "notes.txt").write_text("not for the wall")
    said = told(findings(office, tmp_path), "media")
    assert [level for level, _ in said] == ["wrong", "wrong", "notice", "well"]
    for (_, words), part in zip(
        said, ("half.mp4", "60 million", "notes.txt", "2 pictures and videos"), strict=True
    ):
        assert part in words


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no file that never answers")
def test_a_file_that_never_answers_costs_only_itself(office):
    clips = office / "clips"
    for name in ("a.png", "z.png"):
        picture(clips / name)
    os.mkfifo(clips / "m.png")
    said = media_told(office)
    assert [level for level, _ in said] == ["wrong", "well"]
    assert '"m.png" is not shown: its picture does not come' in said[0][1]
    assert "2 pictures and videos" in said[1][1]


def test_files_for_which_there_was_no_time_are_counted_and_not_called_broken(office):
    clips = office / "clips"
    picture(clips / "1.png")
    for n in range(2, 40):
        (clips / f"{n}.png").hardlink_to(clips / "1.png")
    (clips / "notes.txt").write_text("not for the wall")
    said = media_told(office, all_s=0)
    assert [level for level, _ in said] == ["notice", "notice"]
    assert "notes.txt" in said[0][1]
    assert "39 more files" in said[1][1]
    assert "were not tried" in said[1][1]


def media_told(office: Path, **limits: float) -> list[tuple[str, str]]:
    edit(office, 'id = "lobby-1"', 'id = "lobby-1"\nmedia = "clips"')
    setup = open_office(office).setup
    return [(one.level.value, one.words.en) for one in check_media(setup, office, patience_s=6, **limits)]


def test_a_file_of_the_list_that_is_not_there_is_named(office, tmp_path):
    edit(office, 'id = "lobby-1"', 'id = "lobby-1"\nmedia = "."\nmedia_list = [{ file = "gone.mp4" }]')
    said = told(findings(office, tmp_path), "media")
    assert [level for level, _ in said] == ["wrong", "notice"]
    assert '"gone.mp4" is not shown: it is not there' in said[0][1]


def test_every_fault_of_a_broken_office_file_is_listed(office):
    edit(office, 'icon = "seal"', 'icon = "stamp"')
    edit(office, "far_seat_m = 10", 'far_seat_m = "10"')
    said = run("check", "--office", office)
    assert said.code == Exit.NOT_WELL
    assert said.out.count("✗ Office file") == 2


def test_an_edit_not_yet_in_effect_is_noticed(office, tmp_path):
    edit(office, "love_head_start = 120", "love_head_start = 90")
    assert any(
        level == "notice" and "run waitline init" in words
        for level, words in told(findings(office, tmp_path), "database")
    )


def test_a_database_that_is_not_there_is_told_and_not_made(office, tmp_path):
    edit(office, "sqlite:///queue.db", "sqlite:///gone.db")
    said = run("check", "--office", office)
    assert said.code == Exit.NOT_WELL
    assert "run waitline init" in said.out
    assert not (office / "gone.db").exists()


def test_a_server_that_does_not_answer_is_told_without_its_password(office):
    edit(office, '"sqlite:///queue.db"', '"postgresql://waitline@127.0.0.1:1/queue"\npassword_file = "secret"')
    (office / "secret").write_text("geheim")
    said = run("check", "--office", office)
    assert said.code == Exit.NOT_WELL
    assert "Out of touch with the database" in said.out
    assert "geheim" not in said.out + said.err


def test_records_of_a_clock_that_was_ahead_are_told_with_how_long_it_lasts(office, tmp_path):
    set_up = open_office(office)
    with closing(Store(set_up.database_url, set_up.office_id)) as store:
        set_last_entry(store, Instant(round(time.time() * SECOND) + 2 * HOUR + 90 * SECOND))
    said = told(findings(office, tmp_path), "database")
    clock = [(level, words) for level, words in said if re.search("clock (is|had)", words)]
    assert [level for level, _ in clock] == ["well", "wrong"], "this PC's clock is the database's, and right"
    assert re.search(r"lies 2 h [01] min in the future", clock[1][1])


def test_a_character_that_the_font_lacks_is_named(office, tmp_path):
    assert told(findings(office, tmp_path), "fonts")[0][0] == "well"
    edit(office, 'name = "課長"', 'name = "課長 堃峯 \N{PILE OF POO}"')
    ((level, words),) = told(findings(office, tmp_path), "fonts")
    assert level == "notice"
    assert words.endswith(": \N{PILE OF POO}")


def test_a_display_too_small_for_its_hall_is_told_in_millimetres(office, tmp_path):
    _, number, *good = told(findings(office, tmp_path), "screens")
    assert "(40 wanted)" in number[1]
    assert [level for level, _ in good] == ["well"] * 2
    assert "122 mm high, 122 mm needed at 10 m" in good[0][1]
    edit(office, "far_seat_m = 10", "far_seat_m = 14")
    levels = [level for level, _ in told(findings(office, tmp_path), "screens")]
    assert levels == ["well", "well", "wrong", "wrong", "wrong"]


def test_a_counter_whose_number_or_name_is_too_small_in_a_call_is_told(office, tmp_path):
    edit(office, 'id = "4"', 'id = "4"\nname = { zh = "4 號櫃台（國籍・歸化）", en = "Counter 4, nationality" }')
    assert not [one for one in told(findings(office, tmp_path), "screens") if "ounter" in one[1]]
    edit(office, 'id = "5"', 'id = "HOUSEHOLD-5"')
    more = ", overseas compatriots, foreign spouses, changes of names, door plates, fingerprints and entry permits"
    edit(office, "Counter 4, nationality", f"Counter 4, nationality{more}")
    edit(office, "screen_mm = [1210, 680]", "screen_mm = [708, 398]")
    edit(office, "far_seat_m = 10", "far_seat_m = 5")
    number, words = [one for one in told(findings(office, tmp_path), "screens") if "ounter" in one[1]]
    assert number[0] == "wrong"
    assert '"Counter HOUSEHOLD-5" about' in number[1]
    assert "29 needed at 5 m" in number[1]
    assert "Counter 3" not in number[1] + words[1]
    assert words[0] == "notice"
    assert f'"Counter 4, nationality{more}" about' in words[1]
    assert "8.7 / 5.8 wanted, to be read 3 / 2 m before the board" in words[1]


def test_a_counter_whose_name_lacks_its_number_is_noted(office, tmp_path):
    edit(office, 'id = "4"', 'id = "4"\nname = { zh = "服務台", en = "Service desk" }')
    ((level, words),) = [one for one in told(findings(office, tmp_path), "screens") if "lack" in one[1]]
    assert level == "notice"
    assert '"Service desk" (4)' in words
    assert 'boards show "Counter 4"' in words


def test_names_too_small_on_the_displays_panel_are_told_with_the_remedy(office, tmp_path):
    edit(office, 'name.zh = "戶籍謄本"', 'name.zh = "外國人及無戶籍國民歸化國籍暨喪失國籍許可申請"')
    edit(office, "screen_mm = [1210, 680]", "screen_mm = [708, 398]")
    found = told(findings(office, tmp_path), "screens")
    ((level, words),) = [one for one in found if "names of services" in one[1]]
    assert level == "notice"
    assert '"Household transcript" about' in words
    assert "8.7 / 5.8 wanted, to be read 3 / 2 m before the board" in words


def test_a_kiosk_screen_too_small_for_its_services_is_told(office, tmp_path):
    edit(office, "screen_mm = [597, 336]", "screen_mm = [165, 125]")
    level, words = told(findings(office, tmp_path), "screens")[0]
    assert level == "wrong"
    assert "mm (60 × 40 at least)" in words


def test_the_figures_of_the_board_are_those_of_the_display():
    assert screens.BOARD_MM == (plan.LONG_MM, plan.SHORT_MM)
    assert plan.SEAT_M == screens.BOARD_SEAT_M
    assert (plan.HERO_ARCMIN, plan.RECENT_ARCMIN) == (screens.NUMBER_ARCMIN, screens.RECENT_ARCMIN)


@pytest.mark.parametrize("screen_mm", [(597, 336), (344, 194), (410, 230), (336, 597), (230, 410), (708, 398)])
@pytest.mark.parametrize("services", [1, 6, 12, 30])
def test_the_smallest_button_is_as_large_as_the_kiosk_really_makes_it(qtbot, make_look, screen_mm, services):
    office = an_office_of(services)
    window = KioskWindow(make_look(px_per_mm=4.0), office, office.kiosks[0], "zh-TW", may_close=True)
    qtbot.addWidget(window)
    window.resize(screen_mm[0] * 4, screen_mm[1] * 4)
    window.show()
    seen = []
    for page in range(9):
        window.show_scene(Home(place=MenuPlace(page=page)))
        seen += [
            tile.seen_mm
            for tile in window.findChildren(TouchButton)
            if tile.isVisible() and tile.objectName().startswith("service-")
        ]
    across, down = kiosk_menu(office.kiosks[0], screen_mm, office).smallest_tile
    assert min(tile[0] for tile in seen) == pytest.approx(across, abs=0.5)
    assert min(tile[1] for tile in seen) == pytest.approx(down, abs=0.5)


def test_the_number_on_the_kiosks_glass_is_told_in_millimetres(office, tmp_path):
    for screen_mm, level, high in (("[597, 336]", "well", 73), ("[344, 194]", "notice", 30)):
        edit(office, "screen_mm = [597, 336]", f"screen_mm = {screen_mm}")
        ((said, words),) = [one for one in told(findings(office, tmp_path), "screens") if "(40 wanted)" in one[1]]
        assert said == level
        assert float(words.split(" is about ")[1].split(" mm")[0]) == pytest.approx(high, abs=1.5)


def test_names_too_small_on_a_small_screen_are_told_with_the_remedy(office, tmp_path):
    edit(office, "screen_mm = [597, 336]", "screen_mm = [304, 228]")
    text = (office / "office.toml").read_text(encoding="utf-8")
    begins, ends = text.index('[[services]]\ncode = "TRANS"'), text.index('[[services]]\ncode = "REG"')
    more = [text[begins:ends].replace('"TRANS"', f'"MORE{n}"') for n in range(30)]
    text = text[:begins] + "".join(more) + text[begins:]
    text = re.sub(r"(?m)^services = \[.*$", 'services = "all"', text)
    (office / "office.toml").write_text(text, encoding="utf-8")
    (tile, letters, *_) = told(findings(office, tmp_path), "screens")
    assert "home has 6 pages" in tile[1]
    assert letters[0] == "notice"
    assert "Kiosk kiosk-1: the names of services are too small, capitals only about" in letters[1]
    assert "shorter names, fewer services or languages, or a larger screen help" in letters[1]


def calendar(at: str, *edits: tuple[str, str]) -> list[tuple[str, str]]:
    """What is said of the sample's calendar at noon of a day in Taipei."""
    text = SAMPLE
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    found = check_calendar(parse_office(text, "office.toml"), instant(datetime.fromisoformat(f"{at}T04:00+00:00")))
    return [(finding.level.value, finding.words.en) for finding in found]


def test_the_next_closed_days_are_named(office, tmp_path):
    ((level, said),) = told(findings(office, tmp_path), "calendar")
    assert (level, said.startswith("next days unlike their week: ")) == ("well", True)
    ((_, said),) = calendar("2026-11-26", ("closed_dates = []", "closed_dates = [2026-12-01, 2026-12-05]"))
    assert "Tue 2026-12-01 closed; Fri 2026-12-25 Constitution Day closed; Fri 2027-01-01" in said
    assert "2026-12-05" not in said, "a Saturday is closed anyway"


def test_a_year_whose_holidays_nobody_knows_is_named():
    assert [level for level, _ in calendar("2099-06-01")] == ["well"]
    (first, said), *_ = calendar("2100-06-01")
    assert first == "notice"
    assert "the public holidays of 2101 are not known" in said


def test_an_office_that_keeps_no_holidays_is_not_asked_for_them():
    without = ('public_holidays = "TW"', 'public_holidays = "none"')
    assert calendar("2100-06-01", without) == [("well", "a year with no days off but the week's own")]


def test_an_office_that_never_closes_is_noticed():
    never = [(f'day{gap}= "08:00-17:00"', f'day{gap}= "closed"') for gap in ("    ", "   ", " ", "  ", "    ")]
    assert ("notice", "No opening hours are set, so the kiosk never closes") in calendar("2026-11-26", *never)


PRINTER = '[[printers]]\nid = "p"\nport = "{port}"\nprofile = "{profile}"\n\n[[kiosks]]'


@pytest.mark.skipif(sys.platform == "win32", reason="ptys are Unix")
def test_an_unplugged_printer_an_unknown_profile_and_a_silent_one_are_told(office, tmp_path):
    edit(office, "[[kiosks]]", PRINTER.format(port="/dev/no-such-port", profile="big5-80mm"))
    ((level, words),) = told(findings(office, tmp_path), "printers")
    assert (level, "/dev/no-such-port" in words) == ("wrong", True)

    edit(office, '"big5-80mm"', '"no-such-profile"')
    ((level, words),) = told(findings(office, tmp_path), "printers")
    assert (level, "no-such-profile" in words) == ("wrong", True)

    ours, theirs = os.openpty()
    try:
        edit(office, '"no-such-profile"', '"big5-80mm"')
        edit(office, "/dev/no-such-port", os.ttyname(theirs))
        ((level, words),) = told(findings(office, tmp_path), "printers")
    finally:
        os.close(ours)
        os.close(theirs)
    assert level == "notice"
    assert "silent" in words


@pytest.fixture
def emulator(tmp_path) -> Iterator[Emulator]:
    with Emulator(load_profile("big5-80mm"), tmp_path / "port", turned=True) as made:
        yield made


@pytest.mark.skipif(sys.platform == "win32", reason="ptys are Unix")
def test_a_printer_prints_the_page_by_which_it_is_set_up(office, emulator):
    edit(office, "[[kiosks]]", PRINTER.format(port=emulator.port, profile="big5-80mm"))
    said = run("check", "--office", office, "--printer", "p")
    assert said.code == Exit.WELL, said.out
    assert f"p (used by nobody, {emulator.port}) answers" in said.out
    assert re.search(r"the slowest answer took \d+ ms", said.out)
    assert re.search(r"the test page is printed \([0-9.]+ s\)", said.out)
    assert "Office file" not in said.out
    page, rest = emulator.slips
    assert {"big5: 戶政事務所 號碼單", "cp950: 碁銹裏墻恒粧", "576", "A001"} <= set(page.text)
    assert "gb18030: 戶政事務所 號碼單" not in page.text
    assert "Off here: full. Never cut: none" in rest.text
    assert "測試頁已印完" in run("check", "--office", office, "--printer", "p", language="zh-TW").out


@pytest.mark.skipif(sys.platform == "win32", reason="ptys are Unix")
@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        ("paper out", Exit.NOT_WELL, "out of paper"),
        ("silent", Exit.NOT_WELL, "no proper answer, so no test page"),
        ("cutter stuck", Exit.NOT_WELL, "no whole test page, The paper cutter is stuck"),
        ("paper near-end", Exit.WELL, "nearly used up"),
    ],
)
def test_a_printer_that_prints_no_page_says_why(office, emulator, fault, code, words):
    edit(office, "[[kiosks]]", PRINTER.format(port=emulator.port, profile="big5-80mm"))
    emulator.do(fault)
    said = run("check", "--office", office, "--printer", "p")
    assert (said.code, words in said.out) == (code, True), said.out
    assert bool(emulator.slips) == (code is Exit.WELL)


def test_a_printer_that_is_not_there_or_not_of_this_office_is_told(office):
    said = run("check", "--office", office, "--printer", "p")
    assert (said.code, "There is no printer p" in said.out) == (Exit.NOT_WELL, True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    edit(office, "[[kiosks]]", PRINTER.format(port=f"tcp://127.0.0.1:{free}", profile="big5-80mm"))
    said = run("check", "--office", office, "--printer", "p")
    assert "not plugged in" in said.out
    edit(office, f"tcp://127.0.0.1:{free}", "tcp://[::1]:9100")
    said = run("check", "--office", office, "--printer", "p")
    assert said.code == Exit.NOT_WELL
    assert re.search(r"office.toml, line \d+: Printer address tcp://\[::1\]:9100: IPv6", said.out)


def test_a_language_without_a_voice_is_noticed_and_one_with_a_voice_is_well(office, tmp_path):
    edit(office, "voice = []", 'voice = ["zh-TW", "en"]')
    _, *voices = told(findings(office, tmp_path), "voice")
    assert len(voices) == 5, "the kiosk's visitors read three more"
    assert all(level in {"well", "notice"} and words for level, words in voices)
    level, words = voices[-1]
    assert level == "notice"
    assert words.startswith(
        "Thai: not heard in the kiosk's spoken guide. The reason: Waitline has no spoken phrases"
    )


def test_a_computer_without_the_speech_program_is_told_what_to_install(office, tmp_path, monkeypatch):
    edit(office, "voice = []", 'voice = ["zh-TW"]')
    monkeypatch.setenv("PATH", str(tmp_path))
    said = run("check", "--office", office)
    assert "Mandarin: not heard in calls in the hall and the kiosk's spoken guide." in said.out
    assert "sudo apt install espeak-ng" in said.out
    said = run("check", "--office", office, language="zh-TW")
    assert "越南語：叫號廣播、取號機的語音導覽沒有聲音。原因：這台電腦沒有安裝語音程式 espeak-ng。" in said.out


def test_a_computer_without_a_loudspeaker_is_told_so(office, tmp_path, monkeypatch):
    (tmp_path / "nowhere").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    edit(office, "voice = []", 'voice = ["zh-TW"]')
    said = run("check", "--office", office)
    assert "△ Voice: no loudspeaker on this computer" in said.out
    assert "找不到喇叭" in run("check", "--office", office, language="zh-TW").out


@needs("pulseaudio", "pactl")
def test_the_loudspeaker_that_a_display_would_play_on_is_named(office, tmp_path, monkeypatch):
    edit(office, "voice = []", 'voice = ["zh-TW"]')
    (tmp_path / "sound").mkdir()
    with silent_loudspeaker(tmp_path / "sound") as place:
        for name, value in place.items():
            monkeypatch.setenv(name, value)
        first, *_ = told(findings(office, tmp_path), "voice")
    assert first[0] == "well"
    assert first[1].startswith("loudspeaker: ")


BUS = '[[buses]]\nid = "counters"\nport = "{port}"\nbaud = 115200\n\n[[displays]]'
AT_THREE = 'id = "3"\nkind = "general"\n'
ON_BUS = (
    AT_THREE
    + 'panel = { bus = "counters", address = 3, kind = "ascii-panel" }\n'
    + 'keypad = { bus = "counters", address = 35, kind = "ff68" }\n'
)


def on_the_line(folder: Path, port: Path) -> BusSimulator:
    """Counter 3 with its panel and keypad, as the office file has them from now on."""
    edit(folder, "[[displays]]", BUS.format(port=port))
    edit(folder, AT_THREE, ON_BUS)
    panel = PanelAt(name="panel", address=3, kind=load_panel("ascii-panel"))
    keypad = KeypadAt(name="keypad", address=35, kind=load_keypad("ff68"))
    return BusSimulator(port, 115200, panels=(panel,), keypads=(keypad,))


def test_panels_and_keypads_that_answer_are_told_and_panels_show_their_counters_number(office, tmp_path):
    with on_the_line(office, tmp_path / "bus") as line:
        found = told(findings(office, tmp_path), "buses")
        line.until_shown("panel", "3")
    assert found[0] == ("well", f"counters（{tmp_path / 'bus'}）: keypad-3, panel-3 answered")
    assert [level for level, _ in found] == ["well", "notice"]
    assert "supervisor" in found[1][1]  # nobody without figures in their login can sign in there


def test_a_keypad_that_is_off_and_a_line_that_is_not_there_are_wrong(office, tmp_path):
    with on_the_line(office, tmp_path / "bus") as line:
        line.do("silent keypad")
        found = told(findings(office, tmp_path), "buses")
    assert (
        "wrong",
        f"counters（{tmp_path / 'bus'}）: no answer from keypad-3; check address, baud and wiring",
    ) in found
    ((level, words), *_) = told(findings(office, tmp_path), "buses")
    assert (level, "There is no port" in words) == ("wrong", True)


def test_what_programs_tell_of_their_devices_is_listed_with_its_place_and_since_when(office, tmp_path):
    with on_the_line(office, tmp_path / "bus"):
        assert run("init", "--office", office).code == Exit.WELL
    setup = open_office(office)
    store = Store(setup.database_url, setup.office_id)
    for part, place in (("keypad-3", "counter-3"), ("line", "counters:line")):
        Devices(store).report_device(
            request=new_request(), device=f"counters:{part}", place=place, health=Health.TROUBLE, causes=["silent"]
        )
    with store.reading() as look:
        since = f"{local(look.now, look.setup.zone):%Y-%m-%d}"
    store.close()
    keypad, line = told(findings(office, tmp_path), "devices")
    assert keypad[0] == line[0] == "notice"
    told_of = "Counter 3: The keypad does not answer; check power and cable (counters:keypad-3, since "
    assert keypad[1].startswith(told_of + since)
    assert line[1].startswith("Line counters: No panel or keypad can be reached")


def test_a_kind_of_panel_that_nobody_knows_is_wrong(office, tmp_path):
    with on_the_line(office, tmp_path / "bus"):
        edit(office, 'kind = "ascii-panel"', 'kind = "asci-panel"')
        ((level, words), *_) = told(findings(office, tmp_path), "buses")
    assert level == "wrong"
    assert "ascii-panel" in words


def with_panel(folder: Path, kind: str) -> None:
    edit(folder, "[[displays]]", BUS.format(port=folder / "no line"))
    edit(folder, AT_THREE, f'{AT_THREE}panel = {{ bus = "counters", address = 3, kind = "{kind}" }}\n')


@pytest.mark.parametrize("kind", ["hi-lo", "modbus-panel"])
def test_a_panel_that_loses_the_letter_of_a_number_is_told_with_two_that_would_look_alike(office, tmp_path, kind):
    with_panel(office, kind)
    lost = [words for level, words in told(findings(office, tmp_path), "buses") if level == "notice"]
    (words,) = [one for one in lost if "lose the letter" in one]
    assert words.startswith(f"{kind} panels (counter 3)")
    assert re.search(r"A001 and [B-Z]001 are both shown as 001", words)


def test_a_panel_with_letters_and_series_with_figures_of_their_own_are_no_trouble(office, tmp_path):
    with_panel(office, "ascii-panel")
    assert not [words for _, words in told(findings(office, tmp_path), "buses") if "lose the letter" in words]
    file = office / "office.toml"
    text = file.read_text(encoding="utf-8").replace('kind = "ascii-panel"', 'kind = "hi-lo"')
    thousands = iter(range(1, 100))
    for block in re.findall(r"\[\[series\]\]\n.*?\n\n", text, re.DOTALL):
        first = next(thousands) * 1000 + 1
        own = re.sub(r'prefix = "[^"]*"', 'prefix = ""', block)
        own = re.sub(r"first = \d+", f"first = {first}", own)
        own = re.sub(r"last = \d+", f"last = {first + 900}", own)
        text = text.replace(block, re.sub(r"digits = \d+", "digits = 4", own))
    file.write_text(text, encoding="utf-8")
    found = findings(office, tmp_path)
    assert told(found, "office")[0][0] == "well"
    assert not [words for _, words in told(found, "buses") if "lose the letter" in words]


def with_global_keys(folder: Path, keys: str = "true") -> None:
    edit(folder, AT_THREE, f"{AT_THREE}global_keys = {keys}\n")


@needs_a_screen
def test_keys_for_other_windows_are_tried_and_one_that_is_taken_is_named(office, tmp_path, monkeypatch):
    for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    with_global_keys(office)
    with registration_screen() as screen, Hands(screen) as hands:
        monkeypatch.setenv("DISPLAY", screen)
        ((level, words),) = told(findings(office, tmp_path), "keys")
        assert (level, "F9, F10, F11, F12 can be used" in words) == ("well", True)
        assert hands.may_have("F9")

        hands.take("F10")
        ((level, words),) = told(findings(office, tmp_path), "keys")
    assert level == "notice"
    assert words.startswith("F10: held by another program")


def test_keys_that_other_programs_need_and_a_screen_without_shared_keys_are_told(office, tmp_path, monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert told(findings(office, tmp_path), "keys") == []
    with_global_keys(office, '["call_next", "undo"]')
    common, wayland = told(findings(office, tmp_path), "keys")
    assert common[1].startswith("Ctrl+Z: needed in other programs")
    assert (wayland[0], "QT_QPA_PLATFORM=xcb" in wayland[1]) == ("notice", True)


@needs_a_screen
def test_the_keys_that_this_office_really_uses_are_the_ones_that_are_tried(office, tmp_path, monkeypatch):
    for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    with_global_keys(office, '["call_next", "recall", "undo"]')
    keys = tmp_path / "keys.toml"
    keys.write_text('call_next = "shift+f12"\nrecall = ""\nundo = "Ctrl+Alt+Z"\n', encoding="utf-8")
    with registration_screen() as screen, Hands(screen) as hands:
        monkeypatch.setenv("DISPLAY", screen)
        hands.take("F9")
        assert told(findings(office, tmp_path, "--keys", keys), "keys") == [
            ("well", "Shift+F12, Ctrl+Alt+Z can be used here while another program has the focus")
        ]


@pytest.mark.parametrize(
    ("text", "said"),
    [('call_next = "n"', "needs Ctrl or Alt"), ("recall = ", "keys.toml"), (None, "cannot be read")],
)
def test_a_file_of_keys_that_cannot_be_used_is_wrong(office, tmp_path, text, said):
    with_global_keys(office)
    if text is not None:
        (tmp_path / "keys.toml").write_text(text, encoding="utf-8")
    ((level, words),) = told(findings(office, tmp_path, "--keys", tmp_path / "keys.toml"), "keys")
    assert (level, said in words) == ("wrong", True), words


def test_a_file_of_keys_without_a_counter_that_has_any_is_told(office, tmp_path):
    (tmp_path / "keys.toml").write_text('call_next = "F5"', encoding="utf-8")
    ((level, words),) = told(findings(office, tmp_path, "--keys", tmp_path / "keys.toml"), "keys")
    assert (level, "no counter has global_keys" in words) == ("notice", True)

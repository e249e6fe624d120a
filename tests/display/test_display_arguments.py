"""What the display is told: arguments, which display it is, and the day's hours."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from display.arguments import read_arguments, this_counter, this_display
from display.errors import UnknownDisplay
from display.hours import hours_words
from tests.display.hall_on_paper import an_office
from waitline.model.calendar import OfficeCalendar
from waitline.model.clock import instant
from waitline.model.errors import UnknownCounter
from waitline.model.office import DisplaySetup, OfficeSetup
from waitline.model.opening_hours import SpecialDay
from waitline.model.words import Words

FRIDAY = instant(datetime(2026, 11, 20, 4, tzinfo=UTC))
SUNDAY = instant(datetime(2026, 11, 22, 4, tzinfo=UTC))
LATE_THURSDAY_IN_LONDON = instant(datetime(2026, 11, 19, 17, tzinfo=UTC))


def kept_by(office: OfficeSetup) -> OfficeCalendar:
    return OfficeCalendar(setup=office, holidays={})


def test_a_window_has_its_size_and_place():
    asked = read_arguments(["--windowed", "960x540+-10+20", "--mute"])
    assert (asked.windowed, asked.mute, asked.office) == ((-10, 20, 960, 540), True, None)
    assert read_arguments(["--screen", "2"]).screen == 2


@pytest.mark.parametrize(
    ("words", "chinese", "english"),
    [
        (["--windowed", "large"], "--windowed 不能是 large", "large is no WxH+X+Y"),
        (["--screen", "0"], "--screen 不能是 0；要寫第幾個螢幕", "0 is no screen's number"),
        (["--screen", "right"], "--screen 不能是 right", "right is no screen's number"),
        (["--windowed", "0x0+0+0"], "太小，沒有人看得到", "too small to be seen"),
        (["--windowed", "1920x8+0+0"], "太小，沒有人看得到", "too small to be seen"),
        (["--full"], "不認得的參數：--full", "unrecognized arguments: --full"),
        (["--language", "fr"], "--language 不能是 'fr'；可以是", "invalid choice: 'fr'"),
        (
            ["--sign", "3", "--record", "nan-TW"],
            "--record 不能與 --sign 一起用",
            "not allowed with argument --sign",
        ),
        (["--display"], "--display 後面要寫一個值", "expected one argument"),
        (["--mute=yes"], "--mute 後面不能有值：'yes'", "ignored explicit argument"),
        (["--d", "x"], "--d 不夠清楚，可能是", "could match --display, --describe"),
    ],
)
def test_what_makes_no_sense_is_refused_in_both_languages(capsys, words, chinese, english):
    with pytest.raises(SystemExit) as ended:
        read_arguments(words)
    assert ended.value.code == 2
    *_, zh, en = capsys.readouterr().err.splitlines()
    assert chinese in zh
    assert english in en


def test_a_sign_stands_over_a_counter_that_there_is():
    assert read_arguments(["--sign", "3"]).sign == "3"
    assert this_counter(an_office(), "3") == "3"
    with pytest.raises(UnknownCounter) as refusal:
        this_counter(an_office(), "33")
    assert refusal.value.words.zh == "沒有 33 號櫃台"


def test_a_display_is_the_first_of_the_office_unless_named():
    hall, upstairs = DisplaySetup(id="hall"), DisplaySetup(id="upstairs")
    office = replace(an_office(), displays=(hall, upstairs))
    assert this_display(office, None) is hall
    assert this_display(office, "upstairs") is upstairs
    assert this_display(an_office(), None) == DisplaySetup(id="display")
    with pytest.raises(UnknownDisplay) as refusal:
        this_display(office, "cellar")
    assert refusal.value.words.zh.endswith("現有：hall, upstairs")
    assert refusal.value.words.en.endswith("there are: hall, upstairs")


def test_the_head_says_when_the_office_is_open_today():
    assert hours_words(kept_by(an_office()), FRIDAY).zh == "今日開放 08:00–17:00"
    assert hours_words(kept_by(an_office()), FRIDAY).en == "Open today 08:00–17:00"


def test_a_day_is_the_offices_own():
    closed_on_friday = replace(an_office(), special_days=(SpecialDay(date="2026-11-20"),))
    assert hours_words(kept_by(closed_on_friday), LATE_THURSDAY_IN_LONDON).en == "Closed today"


def test_a_closed_day_is_said_in_both_languages():
    assert hours_words(kept_by(an_office()), SUNDAY).zh == "今日休息"
    holiday = OfficeCalendar(setup=an_office(), holidays={"2026-11-20": Words(zh="國慶日", en="National Day")})
    assert hours_words(holiday, FRIDAY).en == "Closed today"


def test_an_office_that_gave_no_hours_claims_none():
    assert hours_words(kept_by(replace(an_office(), hours=(None,) * 7)), FRIDAY).zh == ""

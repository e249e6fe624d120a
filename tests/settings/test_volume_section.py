"""How loud a display's voice is, in the office file."""

from dataclasses import replace

import pytest

from waitline.model.opening_hours import Hours
from waitline.model.volume import FULL, Quieter, Volume
from waitline.settings.at_start import displays_to_restart
from waitline.settings.office_file import parse_office

from .offices import SAMPLE, lines_and_words, sample_with

DISPLAY = 'id = "lobby-1"\n'
NOON = Quieter(hours=Hours(opens=720, closes=810), volume=40)


def with_display(lines: str) -> str:
    return sample_with(DISPLAY, DISPLAY + lines + "\n")


def test_a_display_that_says_nothing_is_as_loud_as_the_computer_lets_it():
    (display,) = parse_office(SAMPLE, "office.toml").displays
    assert display.volume == FULL


def test_a_display_has_a_volume_and_others_at_times():
    text = with_display('volume = 80\nvolume_at = [{ hours = "12:00-13:30", volume = 40 }]')
    (display,) = parse_office(text, "office.toml").displays
    assert display.volume == Volume(usual=80, at_times=(NOON,))
    assert [display.volume.at(minute) for minute in (719, 720, 809, 810)] == [80, 40, 40, 80]


def test_of_two_times_that_hold_the_first_counts():
    whole_day = Quieter(hours=Hours(opens=0, closes=1440), volume=90)
    assert Volume(at_times=(NOON, whole_day)).at(750) == 40
    assert Volume(at_times=(whole_day, NOON)).at(750) == 90


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("volume = 101", "volume = 101 must be between 0 and 100"),
        ('mute = "yes"', "mute must be true or false"),
        ("volume_at = [{ volume = 40 }]", "write the times, as 12:00-13:30"),
        ('volume_at = [{ hours = "closed", volume = 40 }]', "write times, or leave the line out"),
        ('volume_at = [{ hours = "12:00-13:30" }]', "volume is missing"),
    ],
)
def test_what_cannot_be_a_volume_is_refused_where_it_stands(lines, said):
    assert [said in words for _, words in lines_and_words(with_display(lines))] == [True]


def test_another_volume_needs_no_restart():
    old = parse_office(SAMPLE, "office.toml")
    (display,) = old.displays
    quieter = replace(old, displays=(replace(display, volume=Volume(usual=30)),))
    assert displays_to_restart(old, quieter) == ()
    assert displays_to_restart(quieter, replace(old, displays=(replace(display, theme="night"),))) != ()

"""Taiwan's public holidays, held against the calendar that the government announced for 2026."""

import subprocess
import sys

import pytest
from holidays.countries.taiwan import Taiwan

from waitline.model.clock import Instant
from waitline.model.opening_hours import PublicHolidays
from waitline.model.words import VISITOR_LANGUAGES
from waitline.settings.office_file import parse_office
from waitline.settings.public_holidays import holidays_of, office_calendar

from .offices import SAMPLE, sample_with

ANNOUNCED_2026 = {
    "2026-01-01", "2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-27",
    "2026-02-28", "2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06", "2026-05-01", "2026-06-19", "2026-09-25",
    "2026-09-28", "2026-10-09", "2026-10-10", "2026-10-25", "2026-10-26", "2026-12-25",
}  # fmt: skip
"""Directorate-General of Personnel Administration, 2026; weekends without a holiday are left out."""


def test_the_holidays_of_2026_are_those_that_were_announced():
    assert set(holidays_of(PublicHolidays.TAIWAN, 2026)) == ANNOUNCED_2026


def test_a_holiday_has_its_name_in_both_languages():
    names = holidays_of(PublicHolidays.TAIWAN, 2026)
    assert (names["2026-10-10"].zh, names["2026-10-10"].en) == ("國慶日", "National Day")
    assert (names["2026-10-09"].zh, names["2026-10-09"].en) == ("國慶日（補假）", "National Day (observed)")
    assert all(words.en.isascii() and not words.zh.isascii() for words in names.values())


def test_a_holiday_has_its_name_in_every_language_of_the_visitors():
    names = holidays_of(PublicHolidays.TAIWAN, 2026)
    assert names["2026-10-10"].in_language("vi") == "Ngày Quốc khánh"
    assert names["2026-10-09"].in_language("id") == "Hari Nasional (libur pengganti)"
    for words in names.values():
        said = [words.in_language(language) for language in VISITOR_LANGUAGES]
        assert len(set(said)) == len(VISITOR_LANGUAGES)
        assert not {"Ngày nghỉ lễ", "Hari libur nasional"} & set(said)


@pytest.mark.parametrize("year", range(2012, 2035))
def test_thai_is_the_librarys_with_its_words_marked(year):
    theirs = Taiwan(years=year, language="th")
    for day, words in holidays_of(PublicHolidays.TAIWAN, year).items():
        ours = words.in_language("th")
        if ours != "วันหยุดราชการ":
            assert sorted(ours.replace("\u200b", "").split(", ")) == sorted(theirs.get_list(day))


def test_a_day_without_a_name_of_its_own_is_a_public_holiday_in_the_visitors_language():
    moved = holidays_of(PublicHolidays.TAIWAN, 2025)["2025-01-27"]
    assert moved.en.startswith("Day off")
    assert [moved.in_language(one) for one in ("vi", "id", "th")] == [
        "Ngày nghỉ lễ", "Hari libur nasional", "วันหยุดราชการ",
    ]  # fmt: skip


def test_a_year_beyond_the_library_has_none():
    assert holidays_of(PublicHolidays.TAIWAN, 2101) == {}


def test_the_calendar_reaches_over_new_year():
    office = parse_office(SAMPLE, "office.toml")
    at = Instant(1_795_136_400_000)
    assert {"2026-12-25", "2027-01-01"} <= set(office_calendar(office, at).holidays)
    assert office_calendar(office, at).holidays is office_calendar(office, Instant(at + 1)).holidays


def test_an_office_may_keep_no_public_holidays():
    office = parse_office(sample_with('public_holidays = "TW"', 'public_holidays = "none"'), "office.toml")
    assert office_calendar(office, Instant(1_795_136_400_000)).holidays == {}


def test_the_library_is_not_loaded_before_it_is_needed():
    loads = "import sys, waitline.settings.public_holidays, kiosk.window; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loads], check=False).returncode == 0


def test_one_country_is_loaded_and_the_library_stays_whole_for_others():
    loads = (
        "import sys; from waitline.settings.public_holidays import holidays_of as of, PublicHolidays as p;"
        " assert of(p.TAIWAN, 2026) and 'holidays.countries.france' not in sys.modules;"
        " import holidays; assert holidays.country_holidays('FR', years=2026)"
    )
    subprocess.run([sys.executable, "-c", loads], check=True)

"""Opening hours, special days and services' own times in the office file."""

import pytest

from waitline.model.opening_hours import EVERY_DAY, Hours, OnOffer, PublicHolidays, SpecialDay
from waitline.model.words import Words
from waitline.settings.office_file import parse_office

from .offices import SAMPLE, faults_of, line_in, lines_and_words, sample_with

MONDAY = 'monday    = "08:00-17:00"'
SECTION = "# ── 字號 · Number series"
SERVICE = "mean_minutes = 4\n"


def with_special(*lines: str) -> str:
    return sample_with(SECTION, "\n".join(("[[special_days]]", *lines, "", SECTION)))


def with_service(*lines: str) -> str:
    return sample_with(SERVICE, SERVICE + "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("08:00-17:00", Hours(opens=480, closes=1020)),
        ("8:30 ~ 24:00", Hours(opens=510, closes=1440)),
        ("00:00-24:00", Hours(opens=0, closes=1440)),
        ("08:00-12:00, 13:00-17:00", Hours(opens=480, closes=1020, breaks=((720, 780),))),
        ("08:00–10:00、10:30–12:00；13:30至17:00", Hours(opens=480, closes=1020, breaks=((600, 630), (720, 810)))),
    ],
)
def test_hours_are_read_as_people_write_them(written, read):
    office = parse_office(sample_with(MONDAY, f'monday = "{written}"'), "office.toml")
    assert office.hours[0] == read


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("8-17", "is no opening time"),
        ("24:00-24:00", "is no opening time"),
        ("08:00-24:30", "is no opening time"),
        ("08:00-12:00,", "is no opening time"),
        ("17:00-08:00", "closes before it opens"),
        ("13:00-17:00, 08:00-12:00", "one after the other"),
        ("08:00-12:00, 12:00-17:00", "one after the other"),
        ("08:00-13:00, 12:00-17:00", "one after the other"),
    ],
)
def test_hours_that_make_no_day_are_refused_with_their_line(written, words):
    text = sample_with(MONDAY, f'monday = "{written}" #!')
    ((line, said),) = lines_and_words(text)
    assert line == line_in(text, "#!")
    assert words in said


def test_hours_read_as_a_sign():
    assert str(Hours(opens=485, closes=1440, breaks=((720, 780),))) == "08:05–12:00, 13:00–24:00"


def test_the_sample_keeps_taiwans_holidays_and_a_file_without_the_key_keeps_none():
    assert parse_office(SAMPLE, "office.toml").public_holidays is PublicHolidays.TAIWAN
    without = sample_with('public_holidays = "TW"', "")
    assert parse_office(without, "office.toml").public_holidays is PublicHolidays.NONE


def test_special_days_are_closed_short_or_like_another_weekday():
    text = with_special(
        "date = 2027-08-12",
        'hours = "closed"',
        'reason = { zh = "颱風停止上班", en = "Typhoon" }',
        "[[special_days]]",
        "date = 2027-02-20",
        'like = "friday"',
        "[[special_days]]",
        "date = 2027-02-03",
        'hours = "08:00-12:00"',
    ).replace("closed_dates = []", "closed_dates = [2027-01-04]")
    assert parse_office(text, "office.toml").special_days == (
        SpecialDay(date="2027-01-04"),
        SpecialDay(date="2027-08-12", reason=Words(zh="颱風停止上班", en="Typhoon")),
        SpecialDay(date="2027-02-20", weekday=4),
        SpecialDay(date="2027-02-03", hours=Hours(opens=480, closes=720)),
    )


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (('date = "2027-02-20" #!', 'hours = "closed"'), "a date like 2027-02-08, without quotes"),
        (("date = 2027-02-20T08:00:00 #!", 'hours = "closed"'), "a date like 2027-02-08, without quotes"),
        (("date = 2027-02-20", 'like = "fryday" #!'), 'did you mean "friday"'),
        (("date = 2027-02-20", 'like = "friday"', 'hours = "08:00-12:00" #!'), "not both"),
        (("date = 2027-02-20", 'like = "sunday" #!'), "is closed itself"),
        (("date = 2027-02-20", 'hours = "closed"', 'reason = "typhoon" #!'), "both languages"),
        (("date = 2027-02-20", 'hours = "closed"', 'hour = "closed" #!'), 'did you mean "hours"'),
    ],
)
def test_a_special_day_that_cannot_be_is_refused_with_its_line(lines, words):
    text = with_special(*lines)
    ((line, said),) = lines_and_words(text)
    assert line == line_in(text, "#!")
    assert words in said


def test_a_special_day_says_when_it_is_open():
    ((_, said),) = lines_and_words(with_special("date = 2027-02-20"))
    assert said == "hours is missing"


def test_a_date_is_special_once():
    again = (
        "date = 2027-02-20",
        'hours = "closed"',
        "[[special_days]]",
        "date = 2027-02-20 #!",
        'like = "friday"',
    )
    text = with_special(*again)
    assert lines_and_words(text) == [(line_in(text, "#!"), "2027-02-20 is there twice")]
    text = with_special("date = 2027-02-20 #!", 'hours = "closed"').replace(
        "closed_dates = []", "closed_dates = [2027-02-20]"
    )
    assert lines_and_words(text) == [(line_in(text, "#!"), "2027-02-20 is there twice")]


def test_a_service_has_hours_of_its_own():
    text = with_service(
        'hours = "08:00-11:30"',
        'weekdays = ["monday", "friday"]',
        "not_on_last_working_days = 2",
        "last_ticket_minutes = 15",
        'when_not_offered = { zh = "可上網申辦", en = "Apply online" }',
    )
    transcripts, registration, *_ = parse_office(text, "office.toml").services
    assert transcripts.on_offer == OnOffer(
        hours=Hours(opens=480, closes=690),
        weekdays=frozenset({0, 4}),
        not_on_last_working_days=2,
        last_ticket_minutes=15,
        words=Words(zh="可上網申辦", en="Apply online"),
    )
    assert registration.on_offer == OnOffer(weekdays=EVERY_DAY)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (('hours = "closed" #!',), "write times, or leave the line out"),
        (('hours = "18:00-20:00" #!',), "is never on offer while the office is open"),
        (('weekdays = ["sunday"] #!',), "is never on offer while the office is open"),
        (('weekdays = ["mnday"] #!',), 'did you mean "monday"'),
        (('hours = "08:00-09:00" #!', "last_ticket_minutes = 60"), "is never on offer"),
        (("not_on_last_working_days = 31 #!",), "between 0 and 10"),
        (("last_ticket_minutes = 500 #!",), "between 0 and 480"),
    ],
)
def test_times_of_a_service_that_cannot_be_are_refused_with_their_line(lines, words):
    text = with_service(*lines)
    ((line, said),) = lines_and_words(text)
    assert line == line_in(text, "#!")
    assert words in said


def test_a_last_number_before_the_doors_open_is_refused_in_both_languages():
    text = sample_with('saturday  = "closed"', 'saturday  = "08:00-12:00"').replace(
        "last_ticket_minutes = 0 ", "last_ticket_minutes = 240 #! ", 1
    )
    (fault,) = faults_of(text)
    assert fault.facts["line"] == line_in(text, "#!")
    assert "one day has none at all" in fault.words.en
    assert "完全不能取號" in fault.words.zh


def test_an_unknown_country_is_refused():
    text = sample_with('public_holidays = "TW"', 'public_holidays = "JP" #!')
    assert lines_and_words(text) == [(line_in(text, "#!"), 'there is no "JP" (known: TW, none)')]

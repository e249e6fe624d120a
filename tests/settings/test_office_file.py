"""Reading the office file: what it gives, and how it says no."""

import time
from dataclasses import replace
from datetime import date

import pytest

from waitline.assets import assets_in
from waitline.model.calendar import OfficeCalendar
from waitline.model.counter import CounterId, CounterKind
from waitline.model.keypad import Keypad
from waitline.model.office import Hours, ReserveSwitch
from waitline.model.office_errors import BadOfficeFile
from waitline.model.printer_hands import SERVICE_DESK_PLACE, counter_place, hands_of, own_printer
from waitline.model.staff import Role
from waitline.rules.opening import office_day
from waitline.settings.group_sections import SERVICE_ICONS
from waitline.settings.office_file import parse_office

from .offices import SAMPLE, faults_of, line_in, lines_and_words, sample_with


def test_the_sample_is_the_office_of_the_plan():
    office = parse_office(SAMPLE, "office.toml")
    assert [(s.code, s.series, s.mean_minutes) for s in office.services] == [
        ("TRANS", "A", 4),
        ("REG", "B", 12),
        ("IDCARD", "C", 15),
        ("SEAL", "D", 8),
        ("CERT", "E", 10),
        ("ASK", "F", 6),
    ]
    kinds = [counter.kind for counter in office.counters]
    quick, general, love, back = CounterKind.QUICK, CounterKind.GENERAL, CounterKind.LOVE, CounterKind.BACK_LINE
    assert kinds == [quick] * 2 + [general] * 7 + [love] + [back] * 3
    assert [len(counter.services) for counter in office.counters] == [3, 3, 5, 5, 5, 5, 6, 6, 6, 6, 5, 5, 5]
    love_numbers = office.series_for(None, love=True)
    assert (love_numbers.label(901), love_numbers.last) == ("901", 999)
    assert office.series_for(office.services[0].code, love=False).label(1) == "A001"
    assert office.reserve_on
    assert office.hours == (Hours(opens=480, closes=1020),) * 5 + (None, None)
    assert office.somebody("greeter").roles == {Role.GREETER}
    assert office.kiosks[0].printer == office.printers[0].id == "kiosk-1"


def test_a_kiosk_may_have_a_name_of_its_own():
    named = SAMPLE.replace('# name = { zh = "入口取號機"', 'name = { zh = "入口取號機"')
    assert parse_office(SAMPLE, "office.toml").kiosks[0].names is None
    names = parse_office(named, "office.toml").kiosks[0].names
    assert names is not None
    assert (names.zh, names.en) == ("入口取號機", "Kiosk at the entrance")


def test_every_public_word_of_the_sample_has_both_languages():
    office = parse_office(SAMPLE, "office.toml")
    words = [service.names for service in office.services] + [counter.names for counter in office.counters]
    words += [service.papers for service in office.services if service.papers] + [office.names]
    for each in words:
        assert not each.en.strip() == each.zh.strip() == ""
        assert each.en.isascii()
        assert not each.zh.isascii()


def test_every_icon_an_office_may_name_is_shipped():
    shipped = {path.stem for path in assets_in("icons", "*.svg")}
    assert set(SERVICE_ICONS) <= shipped


def test_reading_the_sample_takes_less_than_a_blink():
    took = []
    for _ in range(7):
        start = time.thread_time()
        parse_office(SAMPLE, "office.toml")
        took.append(time.thread_time() - start)
    assert min(took) < 0.010


def test_closed_dates_and_weekdays_tell_when_the_office_is_open():
    office = parse_office(sample_with("closed_dates = []", "closed_dates = [2027-01-05]"), "office.toml")
    calendar = OfficeCalendar(setup=office, holidays={})
    assert office_day(calendar, date(2027, 1, 5)).hours is None
    assert office_day(calendar, date(2027, 1, 4)).hours == Hours(opens=480, closes=1020)
    assert office_day(calendar, date(2027, 1, 9)).hours is None


def test_a_rule_left_out_keeps_its_default_and_a_rule_written_counts():
    short = SAMPLE.replace("no_show_grace = 30 ", "# ")
    default = parse_office(short, "office.toml").rules
    changed = parse_office(sample_with('reserve = "auto"', 'reserve = "off"'), "office.toml").rules
    assert changed == replace(default, reserve=ReserveSwitch.OFF)


def _refused(old: str, new: str, at: str, *words: str) -> None:
    """The sample with one change is refused at the one line holding `at`, for a reason with these words."""
    text = sample_with(old, new)
    found = lines_and_words(text)
    assert [line for line, _ in found] == [line_in(text, at)]
    assert all(word in found[0][1] for word in words), found


def test_an_unknown_key_is_refused_with_the_likely_one():
    _refused("mean_minutes = 4", "mean_minuts = 4\nmean_minutes = 4", "mean_minuts", 'did you mean "mean_minutes"')


def test_an_unknown_section_is_refused():
    _refused("[rules]", "[printer]\n[rules]", "[printer]", 'did you mean "printers"')


def test_a_wrong_type_is_refused():
    _refused("mean_minutes = 15", 'mean_minutes = "15"', 'mean_minutes = "15"', "must be a number")
    _refused("first = 901", "first = 901.5", "first = 901.5", "whole number")
    _refused("begin_by_hand = true", "begin_by_hand = 1", "begin_by_hand = 1", "true or false")
    _refused('series = "C"', "series = 3", "series = 3", "in quotes")


def test_a_figure_out_of_its_range_is_refused():
    _refused("far_seat_m = 10", "far_seat_m = 1000", "far_seat_m = 1000", "between 0.5 and 60")


def test_a_name_in_one_language_only_is_refused():
    text = sample_with('name.en = "Seal registration"\n', "")
    assert lines_and_words(text) == [(line_in(text, 'name.zh = "印鑑登記'), "en is missing")]
    text = sample_with('name = { zh = "10 號愛心櫃台", en = "Priority counter 10" }', 'name = "10 號愛心櫃台"')
    assert "both languages" in lines_and_words(text)[0][1]


def test_a_counter_with_an_unknown_service_is_refused():
    text = sample_with('services = ["TRANS", "SEAL", "ASK"]', 'services = ["TRANS", "SEEL", "ASK"]')
    assert lines_and_words(text) == [(line_in(text, '"SEEL"'), 'there is no "SEEL"; did you mean "SEAL"?')]


def test_an_id_used_twice_is_refused():
    _refused('login = "c02"', 'login = "c01" # again', "# again", '"c01" is used twice')
    _refused('id = "2"', 'id = "1" # again', "# again", '"1" is used twice')


def test_series_that_overlap_are_refused():
    _refused('prefix = "B"', 'prefix = "A" # B', "# B", "overlaps", "A001–A999")


def test_series_that_look_alike_from_afar_are_refused():
    text = SAMPLE.replace('prefix = "A"', 'prefix = "O"').replace('prefix = "B"', 'prefix = "Q"')
    assert "looks like" in lines_and_words(text)[0][1]
    digits = 'prefix = ""\nfirst = 8001\nlast = 8999\ndigits = 4'
    text = SAMPLE.replace('prefix = "C"\nfirst = 1\nlast = 999\ndigits = 3', digits)
    assert "looks like" in lines_and_words(text)[0][1]


def test_four_digit_schemes_side_by_side_are_taken():
    text = SAMPLE
    for prefix, first in (("A", 2001), ("B", 3001), ("C", 4001)):
        text = text.replace(
            f'prefix = "{prefix}"\nfirst = 1\nlast = 999\ndigits = 3',
            f'prefix = ""\nfirst = {first}\nlast = {first + 998}\ndigits = 4',
        )
    assert parse_office(text, "office.toml").number_series("B").label(3001) == "3001"


def test_an_empty_range_and_too_few_digits_are_refused():
    text = sample_with("first = 901\nlast = 999", "first = 950\nlast = 949 # none")
    assert lines_and_words(text) == [(line_in(text, "# none"), "there is no number from 950 to 949")]
    text = sample_with("last = 999\ndigits = 3", "last = 1200\ndigits = 3 # few")
    assert lines_and_words(text) == [(line_in(text, "# few"), "1200 does not fit in digits = 3")]


def test_a_service_that_no_counter_serves_is_refused():
    text = SAMPLE.replace('services = "all"', 'services = ["TRANS", "REG", "IDCARD", "SEAL", "ASK"]')
    assert "no counter serves Citizen digital certificate" in lines_and_words(text)[0][1]


def test_an_office_whose_love_numbers_nobody_could_call_is_refused():
    text = SAMPLE.replace('services = ["TRANS", "REG", "IDCARD", "SEAL", "ASK"]', 'services = ["REG", "IDCARD"]')
    text = text.replace('services = "all"', 'services = ["CERT", "ASK"]')
    assert "never called" in lines_and_words(text)[0][1]


def test_a_missing_or_unknown_love_series_is_refused():
    text = SAMPLE.replace('love_series = "LOVE"', "#")
    assert lines_and_words(text) == [(line_in(text, "[office]"), "love_series is missing")]
    text = sample_with('love_series = "LOVE"', 'love_series = "LOVES"')
    assert lines_and_words(text) == [(line_in(text, '"LOVES"'), 'there is no "LOVES"; did you mean "LOVE"?')]
    text = sample_with('series = "F"', 'series = "LOVE" # shared')
    assert lines_and_words(text) == [
        (line_in(text, "# shared"), '"LOVE" is the love series; a service needs another one')
    ]


def test_bad_hours_and_time_zones_are_refused():
    _refused('monday    = "08:00-17:00"', 'monday = "8-17" #!', "#!", '"08:00-17:00" or "closed"')
    _refused('monday    = "08:00-17:00"', 'monday = "17:00-08:00" #!', "#!", "closes before it opens")
    _refused('"Asia/Taipei"', '"Asia/Taipeh"', "Asia/Taipeh", 'did you mean "Asia/Taipei"')
    _refused("closed_dates = []", 'closed_dates = ["2027-01-01"] #!', "#!", "without quotes")


def test_unknown_icons_roles_themes_and_printers_are_refused():
    _refused('icon = "seal"', 'icon = "stamp"', 'icon = "stamp"', "transcript")
    _refused('roles = ["greeter"]', 'roles = ["greter"]', '"greter"', 'did you mean "greeter"')
    _refused('theme = "day" ', 'theme = "dark" ', 'theme = "dark"', "night")
    _refused('printer = "kiosk-1"', 'printer = "kiosk-2"', '"kiosk-2"', 'did you mean "kiosk-1"')
    _refused("baud = 9600", "baud = 9601", "baud = 9601", "9600")


GROUP = """
[[groups]]
code = "PAPERS"
name = { zh = "謄本與證明", en = "Transcripts and certificates" }
icon = "transcript"

[[services]]
code = "TRANS"
group = "PAPERS"
"""


def test_services_stand_in_groups_where_the_file_says_so():
    office = parse_office(sample_with('[[services]]\ncode = "TRANS"\n', GROUP), "office.toml")
    assert [(group.code, group.names.en, group.icon) for group in office.groups] == [
        ("PAPERS", "Transcripts and certificates", "transcript")
    ]
    assert [service.group for service in office.services] == ["PAPERS", *(None,) * 5]
    assert parse_office(SAMPLE, "office.toml").groups == ()


def test_a_group_that_is_not_there_is_refused_with_the_likely_one_and_an_empty_one_too():
    text = sample_with('[[services]]\ncode = "TRANS"\n', GROUP.replace('group = "PAPERS"', 'group = "PAPER" #!'))
    assert [reason for _, reason in lines_and_words(text)] == [
        'no service is in the group "PAPERS"',
        'there is no "PAPER"; did you mean "PAPERS"?',
    ]
    assert lines_and_words(text)[1][0] == line_in(text, "#!")


def test_a_group_needs_both_languages_and_a_picture_that_is_shipped():
    text = sample_with('[[services]]\ncode = "TRANS"\n', GROUP.replace('"transcript"', '"transscript"'))
    assert lines_and_words(text)[0][0] == line_in(text, '"transscript"')
    text = sample_with(
        '[[services]]\ncode = "TRANS"\n', GROUP.replace(', en = "Transcripts and certificates"', "")
    )
    assert lines_and_words(text)[0] == (line_in(text, "謄本與證明"), "en is missing")


def test_a_network_printers_address_is_taken_and_a_wrong_one_refused_at_its_line():
    port = 'port = "/dev/ttyUSB0"'
    office = parse_office(sample_with(port, 'port = "tcp://192.168.1.50:9100"'), "office.toml")
    assert office.printers[0].port == "tcp://192.168.1.50:9100"
    _refused(port, 'port = "tcp://[fe80::1]:9100"', "fe80", "IPv6 is not supported")
    _refused(port, 'port = "tcp://192.168.1.500"', "192.168.1.500", "no IPv4 address")
    _refused(port, 'port = "http://192.168.1.5"', "http://", "tcp://ADDRESS:9100")


def test_a_counter_that_refers_to_no_printer_of_the_office_is_refused():
    _refused('id = "7"', 'id = "7"\nprinter = "desk"', '"desk"', 'no "desk"')


def test_secrets_are_kept_out_of_the_file():
    text = sample_with('login = "c01"', 'login = "c01"\npin = "1234"')
    assert lines_and_words(text)[0] == (
        line_in(text, 'pin = "1234"'),
        "a PIN does not belong in this file; set it with waitline set-pin",
    )
    url = '"postgresql://waitline:geheim@db/waitline"'
    text = sample_with('"sqlite:///queue.db"', url)
    (fault,) = faults_of(text)
    assert "password_file" in fault.words.en
    assert "geheim" not in fault.words.en + fault.words.zh


def test_all_faults_are_told_at_once_in_order_of_lines():
    text = SAMPLE.replace('icon = "seal"', 'icon = "stamp"').replace("digits = 3", "digts = 3", 1)
    text = text.replace('kind = "love"', 'kind = "lov"')
    found = lines_and_words(text)
    assert [line for line, _ in found] == [
        line_in(text, "digts"),
        line_in(text, '"stamp"'),
        line_in(text, '"lov"'),
    ]


def test_the_words_of_a_fault_name_file_line_and_reason_in_both_languages():
    text = sample_with("begin_by_hand = true", "begin_by_hand = 1 #!")
    (fault,) = faults_of(text)
    line = line_in(text, "#!")
    assert fault.words.zh == f"office.toml 第 {line} 行：begin_by_hand 應為 true 或 false"
    assert fault.words.en == f"office.toml, line {line}: begin_by_hand must be true or false"


@pytest.mark.parametrize(
    ("old", "new", "zh"),
    [
        ('id = "2"', 'id = "2', "引號沒有成對"),
        ('code = "SEAL"', 'code "SEAL"', "缺少等號"),
        ('icon = "seal"', "icon = seal", "半形引號"),
        ('icon = "seal"', "icon = “seal”", "全形符號"),
        ('icon = "seal"', 'icon = "seal"\nicon = "seal"', "寫了兩次"),
    ],
)
def test_a_slip_of_the_pen_is_shown_at_its_line(old, new, zh):
    text = sample_with(old, new)
    (fault,) = faults_of(text)
    expected = SAMPLE[: SAMPLE.index(old)].count("\n") + 1 + new.count("\n")
    assert fault.facts["line"] == expected
    assert zh in fault.words.zh


def test_a_file_cut_off_in_the_middle_is_refused():
    (fault,) = faults_of(SAMPLE[: SAMPLE.index('services = ["TRANS"') + 20])
    assert fault.facts["line"] == SAMPLE[: SAMPLE.index('services = ["TRANS"')].count("\n") + 1


def test_an_empty_file_names_every_section_it_needs():
    reasons = {reason for _, reason in lines_and_words("")}
    assert {"office is missing", "services is missing", "counters is missing"} <= reasons


def test_brackets_without_end_are_refused_and_not_followed():
    with pytest.raises(BadOfficeFile):
        parse_office("a = " + "[" * 100_000, "office.toml")


def test_a_time_zone_that_there_is_not_gets_a_few_suggestions_and_no_screenful():
    for written, likely in (("Taipei", "Asia/Taipei"), ("GMT+8", "Asia/Taipei"), ("Asia/Tokio", "Asia/Tokyo")):
        text = sample_with('"Asia/Taipei"', f'"{written}"')
        ((line, reason),) = lines_and_words(text)
        assert line == line_in(text, f'"{written}"')
        assert likely in reason
        assert len(reason) < 120


@pytest.mark.parametrize(
    ("sign", "told"), [("\\u202E", "U+202E"), ("\\u0007", "U+0007"), ("\\t", "U+0009"), ("\\u2067", "U+2067")]
)
def test_a_character_that_nobody_can_see_is_refused_in_every_name(sign, told):
    for old in ("國民身分證", "課長", "Priority counter 10"):
        text = sample_with(old, f"{old}{sign}")
        ((line, reason),) = lines_and_words(text)
        assert line == line_in(text, f"{old}{sign}")
        assert told in reason


def test_signs_of_other_scripts_and_of_rare_names_are_taken():
    for name in ("\ue123", "𡘙", "ก\u200bข", "Lê Thị", "👩\u200d🦽"):
        assert parse_office(sample_with("課長", name), "office.toml").somebody("supervisor").name == name


def test_papers_listed_one_by_one_are_a_checklist_and_one_line_on_the_slip():
    start = SAMPLE.index('papers.zh = "身分證、印章；代辦請加附委託書"')
    papers = 'papers = [{ zh = "身分證", en = "ID card" }, { zh = "印章", en = "Seal" }]\nask_papers = true'
    service = parse_office(
        SAMPLE[:start] + papers + SAMPLE[SAMPLE.index("\nicon = ", start) :], "office.toml"
    ).services[0]
    assert [paper.en for paper in service.checklist] == ["ID card", "Seal"]
    assert service.papers is not None
    assert (service.papers.zh, service.papers.en) == ("身分證、印章", "ID card, Seal")
    assert service.ask_papers


def test_a_kiosk_is_told_when_to_ask_and_whether_paper_may_be_left_away():
    asks = SAMPLE.replace(
        "love_asks_reason = true", 'love_asks_reason = true\nask_wait_from = 12\npaperless = "usual"'
    )
    kiosk = parse_office(asks, "office.toml").kiosks[0]
    assert kiosk.ask_wait_from == 12
    assert kiosk.paperless_at_first is True
    assert parse_office(SAMPLE, "office.toml").kiosks[0].paperless_at_first is None


def test_a_display_speaks_what_an_office_has_recorded_where_it_says_so():
    text = SAMPLE.replace('voice = ["zh-TW", "en"]', 'voice = ["zh-TW", "nan-TW", "hak-TW"]', 1)
    assert parse_office(text, "office.toml").displays[0].voice == ("zh-TW", "nan-TW", "hak-TW")
    usual = SAMPLE.replace('voice = ["zh-TW", "en"]', "", 1)
    assert parse_office(usual, "office.toml").displays[0].voice == ("zh-TW", "en")
    with pytest.raises(BadOfficeFile) as refusal:
        parse_office(text.replace('"nan-TW"', '"nan"', 1), "office.toml")
    assert "nan-TW" in refusal.value.words.en


def test_a_kiosk_is_told_its_height_and_its_four_keys():
    text = SAMPLE.replace(
        "love_asks_reason = true",
        'love_asks_reason = true\nbottom_mm = 780\nkeys = { next = ["F5"], back = ["F8", "Escape"], '
        "hold_seconds = 3 }",
    )
    kiosk = parse_office(text, "office.toml").kiosks[0]
    assert kiosk.bottom_mm == 780
    assert kiosk.keypad == Keypad(next=("F5",), back=("F8", "Escape"), hold_s=3)
    assert parse_office(SAMPLE, "office.toml").kiosks[0].keypad == Keypad()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("bottom_mm = 90", "must be between 200 and 2000"),
        ('keys = { next = ["Rigth"] }', "Right"),
        ('keys = { next = ["Left"] }', "cannot be previous and next"),
        ("keys = { enter = [] }", "must name a key"),
        ("keys = { hold_seconds = 0.1 }", "0.5 at least, or 0"),
        ("keys = { hold_seconds = 11 }", "must be between 0 and 10"),
        ('paperless = "never"', 'there is no "never"'),
        ("ask_wait_from = 0", "must be between 1 and 999"),
    ],
)
def test_a_kiosk_that_is_told_nonsense_is_refused_with_its_line(line, told):
    text = SAMPLE.replace("love_asks_reason = true", f"love_asks_reason = true\n{line}")
    with pytest.raises(BadOfficeFile) as refusal:
        parse_office(text, "office.toml")
    assert told in refusal.value.words.en


def test_papers_cannot_be_asked_about_where_none_are_named():
    text = SAMPLE.replace('code = "ASK"', 'code = "ASK"\nask_papers = true')
    with pytest.raises(BadOfficeFile) as refusal:
        parse_office(text, "office.toml")
    assert "name them in papers" in refusal.value.words.en


def test_paper_cannot_be_left_away_where_there_is_no_printer():
    text = SAMPLE.replace('printer = "kiosk-1"\n', 'paperless = "offered"\n', 1)
    with pytest.raises(BadOfficeFile) as refusal:
        parse_office(text, "office.toml")
    assert "no printer" in refusal.value.words.en


def test_a_kiosk_s_own_series_is_its_own_alone():
    text = SAMPLE
    (kiosk,) = parse_office(text, "office.toml").kiosks
    assert kiosk.offline_series == "OFFLINE-1"
    for other in ("A", "LOVE"):
        ((line, reason),) = lines_and_words(
            text.replace('offline_series = "OFFLINE-1"', f'offline_series = "{other}"')
        )
        assert line == line_in(text, "offline_series =")
        assert "one of its own" in reason
    two = text.replace(
        "[[displays]]", '[[kiosks]]\nid = "second"\noffline_series = "OFFLINE-1" #!\n\n[[displays]]'
    )
    ((line, reason),) = lines_and_words(two)
    assert line == line_in(two, "#!")
    assert "one of its own" in reason


def test_an_unknown_series_for_out_of_touch_is_named_with_the_nearest():
    _refused(
        'offline_series = "OFFLINE-1"', 'offline_series = "OFLINE-1"', '"OFLINE-1"', 'did you mean "OFFLINE-1"'
    )


def test_a_display_publishes_how_often_waits_held_only_where_the_office_likes_it():
    assert [one.accuracy for one in parse_office(SAMPLE, "office.toml").displays] == [False]
    liked = sample_with('id = "lobby-1"', 'id = "lobby-1"\naccuracy = true')
    assert [one.accuracy for one in parse_office(liked, "office.toml").displays] == [True]


def test_a_display_shows_a_folder_or_a_list_with_times():
    assert parse_office(SAMPLE, "office.toml").displays[0].media is None
    asked = """id = "lobby-1"
media = "clips"
media_seconds = 8
[[displays.media_list]]
file = "flu.mp4"
hours = "09:00-12:00, 14:00-16:00"
[[displays.media_list]]
file = "map.png"
"""
    begins, ends = SAMPLE.index('id = "lobby-1"'), SAMPLE.index("[slip]")
    media = parse_office(SAMPLE[:begins] + asked + SAMPLE[ends:], "office.toml").displays[0].media
    assert media is not None
    assert (media.folder, media.picture_s) == ("clips", 8)
    flu, plan = media.items
    assert flu.hours is not None
    assert [flu.hours.holds(hour * 60) for hour in (8, 9, 12, 14, 16)] == [False, True, False, True, False]
    assert (plan.file, plan.hours) == ("map.png", None)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("media_seconds = 8", "media_seconds needs media as well"),
        ('media_list = [{ file = "a.mp4" }]', "media_list needs media as well"),
        ('media = "m"\nmedia_seconds = 1', "must be between 3 and 3600"),
        ('media = "m"\nmedia_list = [{ file = "a.pptx" }]', "neither picture nor video"),
        ('media = "m"\nmedia_list = [{ file = "a.mp4", hours = "9 to 5" }]', "no opening time"),
        ('media = "m"\nmedia_list = [{ hours = "09:00-10:00" }]', "file is missing"),
        ('media = "m"\nmedia_list = [{ file = "a.mp4", from = "9:00" }]', 'unknown key "from"'),
    ],
)
def test_media_that_make_no_sense_are_refused_with_their_line(line, told):
    with pytest.raises(BadOfficeFile) as refusal:
        parse_office(sample_with('id = "lobby-1"', f'id = "lobby-1"\n{line}'), "office.toml")
    assert told in refusal.value.words.en


def test_the_service_desk_prints_at_a_printer_that_a_kiosk_works():
    assert parse_office(SAMPLE, "office.toml").service_desk_printer is None
    named = SAMPLE + '\n[service_desk]\nprinter = "kiosk-1"\n'
    assert parse_office(named, "office.toml").service_desk_printer == "kiosk-1"


DESK_PRINTER = '\n[[printers]]\nid = "desk"\nport = "/dev/ttyUSB9"\n'


def test_a_counter_and_the_service_desk_have_printers_of_their_own():
    text = sample_with('id = "7"', 'id = "7"\nprinter = "counter-7"') + DESK_PRINTER
    text += '\n[[printers]]\nid = "counter-7"\nport = "tcp://192.168.1.57"\n[service_desk]\nprinter = "desk"\n'
    office = parse_office(text, "office.toml")
    assert office.counter("7").printer == "counter-7"
    places = (counter_place("7"), counter_place("8"), SERVICE_DESK_PLACE)
    found = [own_printer(office, place) for place in places]
    assert [None if one is None else one.id for one in found] == ["counter-7", None, "desk"]
    assert {one.id: [each.words.en for each in hands_of(office, one.id)] for one in office.printers} == {
        "kiosk-1": ["kiosk kiosk-1"],
        "desk": ["the service desk"],
        "counter-7": ["Counter 7"],
    }


def test_the_service_desk_does_not_work_a_printer_that_is_a_kiosks():
    named = parse_office(SAMPLE + '\n[service_desk]\nprinter = "kiosk-1"\n', "office.toml")
    assert own_printer(named, SERVICE_DESK_PLACE) is None


@pytest.mark.parametrize(
    ("printers", "at", "whose"),
    [
        ({"7": "kiosk-1"}, "7", ("取號機 kiosk-1", "kiosk kiosk-1")),
        ({"7": "desk", "8": "desk"}, "8", ("7 號櫃台", "Counter 7")),
    ],
    ids=["a kiosk and a counter", "two counters"],
)
def test_one_printer_is_used_by_one_program(printers, at, whose):
    text = SAMPLE + DESK_PRINTER
    for counter, printer in printers.items():
        text = text.replace(f'id = "{counter}"\n', f'id = "{counter}"\nprinter = "{printer}"\n', 1)
    (fault,) = faults_of(text)
    assert fault.facts["line"] == line_in(text, f'id = "{at}"') + 1
    assert f"已由{whose[0]}使用，一台印表機只能由一個程式列印" in fault.words.zh
    assert f"is that of {whose[1]} already; only one program can use it" in fault.words.en


def test_the_service_desk_does_not_name_a_counters_printer():
    text = sample_with('id = "7"', 'id = "7"\nprinter = "desk"') + DESK_PRINTER
    text += '\n[service_desk]\nprinter = "desk"\n'
    (fault,) = faults_of(text)
    assert fault.facts["line"] == len(text.splitlines())
    assert "that of Counter 7" in fault.words.en


@pytest.mark.parametrize("line", ['printer = "attic"', 'print = "kiosk-1"', "printer = 7"])
def test_a_service_desk_that_cannot_be_is_named_with_its_line(line):
    text = SAMPLE + f"\n[service_desk]\n{line}\n"
    (fault,) = faults_of(text)
    assert fault.facts["line"] == line_in(text, line)


def test_a_counters_global_keys_are_those_that_call_or_those_it_names():
    def keys_of(said: str) -> tuple[str, ...]:
        text = SAMPLE.replace('id = "3"\n', f'id = "3"\nglobal_keys = {said}\n', 1)
        return parse_office(text, "office.toml").counter(CounterId("3")).global_keys

    assert parse_office(SAMPLE, "office.toml").counter(CounterId("3")).global_keys == ()
    assert keys_of("true") == ("call_next", "recall", "no_show", "finish")
    assert keys_of("false") == ()
    assert keys_of('["begin", "call_next"]') == ("begin", "call_next")
    _refused('id = "3"\n', 'id = "3"\nglobal_keys = ["call_nxt"]\n', '"call_nxt"', 'did you mean "call_next"')
    _refused('id = "3"\n', 'id = "3"\nglobal_keys = "F9"\n', '"F9"', "global_keys must be true or false")


def test_a_deputy_is_somebody_else_who_works_here():
    office = parse_office(SAMPLE, "office.toml")
    assert office.somebody("c03").deputy == "c04"
    assert office.somebody("c04").deputy is None
    for written, why in (("c40", 'there is no "c40"'), ("c03", "nobody is their own deputy")):
        text = SAMPLE.replace('deputy = "c04"', f'deputy = "{written}"')
        ((line, words),) = lines_and_words(text)
        assert line == line_in(text, f'deputy = "{written}"')
        assert words.startswith(why)


def test_reminders_and_the_lock_are_rules_of_the_office():
    rules = parse_office(SAMPLE, "office.toml").rules
    nudges = rules.nudge_targets, rules.nudge_unfinished, rules.nudge_idle_seconds
    assert (rules.lock_after, *nudges) == (15, 1.5, 20, 60)
    assert parse_office(sample_with("lock_after = 15 ", "lock_after = 0 "), "office.toml").rules.lock_after == 0
    often = sample_with("nudge_targets = 1.5 ", "nudge_targets = 2.5 ")
    assert parse_office(often, "office.toml").rules.nudge_targets == 2.5

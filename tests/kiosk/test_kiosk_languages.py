"""The five languages on the glass: every page, every size of panel, live, and nothing clipped or broken."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from drivers.printing.queue.printer_words import NO_PAPER
from drivers.printing.queue.slip_news import Slip
from kiosk.pages.page import Page
from kiosk.pages.picture_tile import PictureTile
from kiosk.pages.tile_words import IN_LINE
from kiosk.scenes import Number, Scene, Trouble
from kiosk.tongue import Tongue, both
from kiosk.window import KioskWindow
from waitline.assets import asset
from waitline.look import Banner, FitLabel, NumberLabel, missing_glyphs
from waitline.look.thai import has_thai, pieces
from waitline.model.forecast import WaitRange
from waitline.model.office import OfficeSetup
from waitline.model.words import OWN_NAMES, VISITOR_LANGUAGES, Words
from waitline.settings.office_file import parse_office

from .offices import a_kiosk
from .panes import Panel, panes
from .test_kiosk_glass import SCENES, buttons_of, on_glass, squeezed

Glasses = Callable[..., KioskWindow]
PANELS: dict[str, Panel] = {
    "1280x1024": (QSize(1280, 1024), QSizeF(338, 270)),
    "1920x1080": (QSize(1920, 1080), QSizeF(476, 268)),
    "1080x1920": (QSize(1080, 1920), QSizeF(268, 476)),
    "3840x2160": (QSize(3840, 2160), QSizeF(597, 336)),
}
STATES = [
    replace(scene, wait=wait)
    for scene in SCENES.values()
    if isinstance(scene, Number)
    for wait in (None, WaitRange(least=25, most=35))
]
WELL, NO_PAPER_LEFT, OUT_OF_TOUCH = Trouble(), Trouble(no_paper=True), Trouble(out_of_touch=True)
PAGES = [
    *((name, WELL) for name in SCENES),
    *((name, NO_PAPER_LEFT) for name in ("home", "reasons", "no counter")),
    *((name, OUT_OF_TOUCH) for name in ("home", "sorry")),
]
ASIDE = {"help", "ease", *(f"language-{tag}" for tag in VISITOR_LANGUAGES)}
LEAST_CAP_MM = 7.3
LEAST_BESIDE_MM = 3.8
"""On panels too small for all there is to say, in the tightest state: no paper, a wait, the longest language."""
APART = re.compile(r"[\s()（）・“”,-]+")


def the_sample() -> OfficeSetup:
    """The shipped sample, whose words are in all five languages."""
    return parse_office(asset("sample", "office.toml").read_text(encoding="utf-8"), "office.toml")


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Glasses]:
    """The sample office's kiosk on a panel, in a language."""
    with panes(qapp, VISITOR_LANGUAGES) as show:

        def put_up(panel: str, language: str, languages: tuple[str, ...] = VISITOR_LANGUAGES) -> KioskWindow:
            return show(PANELS[panel], language, office=the_sample(), kiosk=a_kiosk(languages=languages))

        yield put_up


def in_trouble(scene: Scene) -> Scene:
    """A scene as it is met: the printer's trouble in the kiosk's own words."""
    if isinstance(scene, Number) and scene.slip is Slip.TROUBLE:
        return replace(scene, slip_words=NO_PAPER)
    return scene


def written(window: KioskWindow) -> Iterator[tuple[QWidget, str, str]]:
    """Every widget with words on the glass: what it was given, and what it drew, a line each."""
    for label in window.findChildren(FitLabel):
        if label.isVisible():
            yield label, label.text(), label.shown_text
    for button in buttons_of(window):
        words = button._content.words
        notes = [text for note in getattr(button._content, "notes", ()) for text in (note.text, note.short)]
        yield button, "\n".join((words.first, words.second, words.note, *notes, IN_LINE)), button.shown_text
    for banner in window.findChildren(Banner):
        if banner.isVisible():
            yield banner, banner.text(), banner.shown_text


def broken(given: str, drawn: str) -> list[str]:
    """Lines that do not consist of whole words: Latin and Thai ones; Chinese may be parted anywhere."""
    words = set(APART.split(given))
    thai = {piece.strip() for line in given.split("\n") for piece in APART.split(" ".join(pieces(line)))}
    found = []
    for line in drawn.split("\n"):
        for word in filter(None, APART.split(line)):
            whole = consists_of(word, thai) if has_thai(word) else word in words or is_chinese(word)
            if not whole:
                found.append(line)
    return found


def is_chinese(word: str) -> bool:
    return any("\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef" for sign in word)


def consists_of(word: str, pieces_: set[str]) -> bool:
    """Whether a word is nothing but some of the pieces, one after the other."""
    ends = {0}
    for end in range(1, len(word) + 1):
        if any(word[start:end] in pieces_ for start in ends):
            ends.add(end)
    return len(word) in ends


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", PANELS)
def test_every_page_is_whole_in_every_language(glass: Glasses, panel: str, language: str) -> None:
    window = glass(panel, language)
    found = {}
    for name, trouble in PAGES:
        window.show_scene(in_trouble(SCENES[name]))
        window.show_trouble(trouble)
        cut = [
            f"{widget.objectName()}: {line!r}"
            for widget, given, drawn in written(window)
            for line in broken(given, drawn)
        ]
        found[name, trouble] = squeezed(window) + cut
    assert {page: words for page, words in found.items() if words} == {}


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", PANELS)
def test_home_says_whose_office_it_is_what_time_it_is_and_todays_hours(
    glass: Glasses, panel: str, language: str
) -> None:
    window = glass(panel, language)
    labels = {label.objectName(): label for label in window.findChildren(FitLabel) if label.isVisible()}
    assert (
        labels["office-name"]
        .shown_text.replace("\n", " ")
        .startswith(the_sample().names.in_language(language).replace("\u200b", ""))
    )
    assert labels["clock"].shown_text == "09:00"
    assert "23" in labels["date"].shown_text
    assert "08:00–17:00" in labels["hours-today"].shown_text
    assert min(labels[name].smallest_cap_mm for name in ("date", "hours-today")) >= LEAST_CAP_MM


LONG_NAME = Words(zh="臺北市大安區戶政事務所", en="Household Registration Office, Da'an District, Taipei City")


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_a_long_name_of_the_office_leaves_date_and_hours_five_millimetres(
    qapp: QApplication, language: str
) -> None:
    with panes(qapp, VISITOR_LANGUAGES) as show:
        office = replace(the_sample(), names=LONG_NAME)
        window = show(PANELS["1280x1024"], language, office=office, kiosk=a_kiosk(languages=VISITOR_LANGUAGES))
        labels = {label.objectName(): label for label in window.findChildren(FitLabel) if label.isVisible()}
        assert labels["office-name"].shown_text.replace("\n", " ") == LONG_NAME.in_language(language)
        assert labels["office-name"].smallest_cap_mm >= 6.5
        assert min(labels[name].smallest_cap_mm for name in ("date", "hours-today")) >= 5


SMALLER: dict[str, Panel] = {
    "15 inch": (QSize(1024, 768), QSizeF(304, 228)),
    "15 inch upright": (QSize(768, 1024), QSizeF(228, 304)),
    "15.6 inch": (QSize(1366, 768), QSizeF(344, 194)),
    "15.6 inch upright": (QSize(768, 1366), QSizeF(194, 344)),
}


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", SMALLER)
def test_on_smaller_panels_the_number_is_thirty_millimetres_high_in_every_state(
    qapp: QApplication, panel: str, language: str
) -> None:
    """And where waiting is announced; words beside it may be smaller there, but never tiny."""
    told = ("service", "ahead", "wait", "where")
    with panes(qapp, VISITOR_LANGUAGES) as show:
        window = show(SMALLER[panel], language, office=the_sample(), kiosk=a_kiosk(languages=VISITOR_LANGUAGES))
        for state in STATES:
            window.show_scene(in_trouble(state))
            (number,) = [label for label in window.findChildren(NumberLabel) if label.isVisible()]
            assert number.painted_cap_mm >= 30, state
            labels = [one for one in window.findChildren(FitLabel) if one.isVisible() and one.text()]
            small = {one.objectName(): one.smallest_cap_mm for one in labels if one.objectName() in told}
            assert min(small.values()) >= LEAST_BESIDE_MM, (state, small)


@pytest.mark.parametrize("panel", PANELS)
def test_every_language_is_offered_by_its_own_name_on_every_page(glass: Glasses, panel: str) -> None:
    window = glass(panel, "vi")
    for scene in SCENES.values():
        window.show_scene(scene)
        offered = {b.objectName(): b for b in buttons_of(window) if b.objectName().startswith("language-")}
        assert {name: button.text() for name, button in offered.items()} == {
            f"language-{tag}": name for tag, name in OWN_NAMES.items()
        }
        assert [name for name, button in offered.items() if button.isChecked()] == ["language-vi"]
        assert min(min(button.seen_mm) for button in offered.values()) >= 20


@pytest.mark.parametrize("panel", PANELS)
def test_languages_help_and_the_accessible_profile_stand_in_one_place_on_every_page(
    glass: Glasses, panel: str
) -> None:
    window = glass(panel, "zh-TW")
    places = set()
    for name, trouble in PAGES:
        window.show_scene(in_trouble(SCENES[name]))
        window.show_trouble(trouble)
        around = {b.objectName(): b for b in buttons_of(window) if b.objectName() in ASIDE}
        assert around.keys() == ASIDE, name
        assert min(min(button.seen_mm) for button in around.values()) >= 20
        assert [b.text() for b in around.values() if not b.text()] == []
        places.add(tuple(on_glass(around[name], window).getRect() for name in sorted(ASIDE)))
    assert len(places) == 1


@pytest.mark.parametrize("panel", PANELS)
def test_a_banner_touches_nothing_below_it(glass: Glasses, panel: str) -> None:
    window = glass(panel, "vi")
    for name in SCENES:
        window.show_scene(SCENES[name])
        window.show_trouble(OUT_OF_TOUCH)
        window.show_leaving(20)
        top = min(on_glass(page, window).top() for page in window.findChildren(Page) if is_below(page))
        px_per_mm = PANELS[panel][0].width() / PANELS[panel][1].width()
        for banner in window.findChildren(Banner):
            if banner.isVisible() and banner.objectName() != "slip":
                assert top - banner.geometry().bottom() - 1 >= 3 * px_per_mm - 1, (name, banner.objectName())


def is_below(page: Page) -> bool:
    return page.isVisible() and page.objectName() not in {"header", "languages"}


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", ["1920x1080", "1080x1920"])
def test_no_capital_on_the_default_panel_is_lower_than_seven_millimetres_and_a_third(
    glass: Glasses, panel: str, language: str
) -> None:
    window = glass(panel, language)
    small = {}
    for name, trouble in PAGES:
        window.show_scene(in_trouble(SCENES[name]))
        window.show_trouble(trouble)
        window.show_leaving(20)
        look = window._look
        for label in window.findChildren(FitLabel):
            if label.isVisible():
                small[name, label.objectName()] = label._laid().lines
        for banner in window.findChildren(Banner):
            if banner.isVisible():
                small[name, banner.objectName()] = banner._fitted().lines
        for button in buttons_of(window):
            if not isinstance(button, PictureTile):  # its own test looks at its several blocks
                small[name, button.objectName()] = button._content.laid_in(button._inside()).block.lines
        found = {at: [look.cap_mm(line.font) for line in lines] for at, lines in small.items()}
        assert {at: caps for at, caps in found.items() if caps and min(caps) < LEAST_CAP_MM} == {}
        small.clear()


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
def test_every_letter_on_the_glass_is_from_the_shipped_fonts(glass: Glasses, language: str) -> None:
    window = glass("1920x1080", language)
    for scene in SCENES.values():
        window.show_scene(scene)
        assert missing_glyphs("".join(drawn for _, _, drawn in written(window))) == ""


@pytest.mark.parametrize("language", [tag for tag in VISITOR_LANGUAGES if tag != "zh-TW"])
def test_chinese_stands_beside_every_other_language(glass: Glasses, language: str) -> None:
    window = glass("1920x1080", language)
    tile = next(b for b in buttons_of(window) if b.objectName() == "service-TRANS")
    assert tile.accessibleName().split(", ")[:2] == [
        the_sample().services[0].names.in_language(language),
        "戶籍謄本",
    ]


def test_where_no_language_is_named_chinese_stands_with_english_beside_it() -> None:
    assert both(Tongue(()).translate("LanguageBar", "需要協助")) == ("需要協助", "Help")


def test_a_kiosk_of_one_language_offers_no_other(glass: Glasses) -> None:
    window = glass("1920x1080", "zh-TW", ("zh-TW",))
    assert not [b for b in buttons_of(window) if b.objectName().startswith("language-")]
    upright = glass("1080x1920", "zh-TW", ("zh-TW",))
    assert not [b for b in buttons_of(upright) if b.objectName().startswith("language-")]
    assert squeezed(upright) == []
    for one in (window, upright):
        assert {"help", "ease"} <= {button.objectName() for button in buttons_of(one)}


@pytest.mark.parametrize(
    ("language", "day"),
    [("zh-TW", "11月23日 星期一"), ("en", "Monday 23 November"), ("vi", "Thứ Hai, 23 tháng 11"),
     ("id", "Senin, 23 November"), ("th", "วันจันทร์ที่ 23 พฤศจิกายน")],
)  # fmt: skip
def test_the_date_is_written_as_its_language_writes_it(glass: Glasses, language: str, day: str) -> None:
    window = glass("1920x1080", language)
    assert window.findChild(QLabel, "date").text() == day

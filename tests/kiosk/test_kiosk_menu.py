"""Any number of services on the glass: large, apart, readable, in pages and groups, few touches to a number."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.pages.menu_rail import PageTab
from kiosk.pages.picture_tile import PictureTile
from kiosk.pages.tile_alike import Alike
from kiosk.pages.tile_spread import Ink, Note
from kiosk.scenes import Home, Number, Trouble
from kiosk.tongue import Tongue
from kiosk.window import KioskWindow
from waitline.cli.check.screens import kiosk_menu
from waitline.look import Banner, Distance, FitLabel, Icon, Look, TouchButton
from waitline.look.breaking import as_read
from waitline.look.glass import glass_of_panel
from waitline.model.clock import HOUR, Instant
from waitline.model.office import OfficeSetup, Paperless
from waitline.model.service import GroupCode
from waitline.model.words import VISITOR_LANGUAGES
from waitline.rules.kiosk_menu import HOME, MenuPlace
from waitline.views.kiosk_view import KioskView

from .houses import LANDSCAPE, PANEL_17, PORTRAIT, House, Stand
from .long_names import with_long_names
from .many_services import an_office_of
from .offices import MONDAY_NINE, WEEKDAYS, a_kiosk, a_view
from .painted import painted_words, too_faint

PANELS = {"landscape": LANDSCAPE, "portrait": PORTRAIT, "17 inch": PANEL_17}
SMALLER = {"15 inch": (QSize(1024, 768), QSizeF(304, 228)), "15 inch wide": (QSize(1366, 768), QSizeF(344, 194))}
LARGER = {"4k": (QSize(3840, 2160), QSizeF(598, 336))}
COUNTS = (1, 2, 3, 4, 5, 6, 7, 9, 11, 12, 13, 18, 30, 40)
PAPERS = MenuPlace(group=GroupCode("PAPERS"))
READABLE_MM = 7.3
"""0.7 degrees from 60 cm, in whole pixels."""


class Glass:
    """A kiosk's window on a panel; offices and places are turned as a test needs them."""

    def __init__(
        self,
        app: QApplication,
        tongue: Tongue,
        panel: str,
        language: str,
        *,
        paperless: bool,
        languages: Sequence[str],
    ) -> None:
        size = (PANELS | SMALLER | LARGER)[panel]
        glass_ = glass_of_panel(*size)
        self.look = Look(variant="day", distance=Distance.FINGER, glass=glass_, rest_s=0.0)
        self.paperless = False if paperless else None
        offered = Paperless.OFFERED if paperless else Paperless.NO
        kiosk = a_kiosk(printer="kiosk-1", paperless=offered, languages=tuple(languages))
        self.window = KioskWindow(self.look, an_office_of(1), kiosk, language, may_close=True)
        self.look.setParent(self.window)
        tongue.spoken = language
        self.window.resize(size[0])
        self.window.show()
        self.window.speak(language)
        self.taken: list[str] = []
        self.window.service_wanted.connect(self.taken.append)
        self.window.place_wanted.connect(self.turn)

    def show(self, office: OfficeSetup, place: MenuPlace = HOME, *, view: KioskView | None = None) -> None:
        office = replace(office, hours=WEEKDAYS)
        self.window.show_view(view or a_view(office, waiting=12), MONDAY_NINE, fresh=True)
        self.turn(place)

    def turn(self, place: MenuPlace) -> None:
        self.window.show_scene(Home(place=place, paperless=self.paperless))

    def pages(self, office: OfficeSetup) -> Iterator[MenuPlace]:
        """Every page of home and of its groups, one after the other."""
        self.show(office)
        pages = [MenuPlace(page=n) for n in range(max(1, len(self.window.findChildren(PageTab))))]
        groups = [name.removeprefix("group-") for name in self.names() if name.startswith("group-")]
        for place in (*pages, *(MenuPlace(group=GroupCode(code)) for code in groups)):
            self.turn(place)
            yield place

    def ways(self) -> list[TouchButton]:
        """What leads from this page to another, or to a number."""
        found = [b for b in self.window.findChildren(TouchButton) if b.isVisible()]
        return [b for b in found if b.objectName().startswith(("service-", "group-", "page-", "way-"))]

    def tiles(self) -> list[PictureTile]:
        return [t for t in self.window.findChildren(PictureTile) if t.isVisible() and t.objectName() != "love"]

    def button(self, name: str) -> TouchButton:
        (found,) = [button for button in self.ways() if button.objectName() == name]
        return found

    def names(self) -> list[str]:
        return [tile.objectName() for tile in self.tiles()]

    def tile(self, name: str) -> PictureTile:
        (found,) = [tile for tile in self.tiles() if tile.objectName() == name]
        return found

    def face(self, button: TouchButton) -> QRectF:
        """What is seen of a button, in millimetres on the glass."""
        across, down = button.seen_mm
        middle = button.mapTo(self.window, button.rect().center())
        mm = self.look.glass.mm
        return QRectF(mm(middle.x()) - across / 2, mm(middle.y()) - down / 2, across, down)

    def prompt(self) -> str:
        (found,) = [label for label in self.window.findChildren(QLabel, "prompt") if label.isVisible()]
        return found.text()


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Callable[..., Glass]]:
    tongue = Tongue(VISITOR_LANGUAGES)
    qapp.installTranslator(tongue)
    made: list[Glass] = []

    def put_up(
        panel: str = "landscape",
        language: str = "zh-TW",
        *,
        paperless: bool = False,
        languages: Sequence[str] = VISITOR_LANGUAGES,
    ) -> Glass:
        made.append(Glass(qapp, tongue, panel, language, paperless=paperless, languages=languages))
        return made[-1]

    yield put_up
    qapp.removeTranslator(tongue)
    for one in made:
        one.window.close()
        one.window.deleteLater()


@pytest.mark.parametrize("paperless", [False, True], ids=["", "paperless"])
@pytest.mark.parametrize("panel", PANELS)
def test_for_any_number_of_services_tiles_are_large_apart_and_on_the_glass(
    glass: Callable[..., Glass], panel: str, paperless: bool
) -> None:
    kiosk = glass(panel, paperless=paperless)
    for count in COUNTS:
        kiosk.show(an_office_of(count))
        faces = [kiosk.face(tile) for tile in kiosk.tiles()]
        love = kiosk.face(kiosk.window.findChildren(PictureTile, "love")[0])
        assert 1 <= len(faces) <= 12
        assert min(face.width() for face in faces) >= 60, count
        assert min(face.height() for face in faces) >= 39.8, count
        others = [b for b in kiosk.window.findChildren(TouchButton) if b.isVisible()]
        every = [kiosk.face(button) for button in others]
        assert min(min(face.width(), face.height()) for face in every) >= 19.9, count
        for one, other in combinations(every, 2):
            assert not one.adjusted(-1.5, -1.5, 1.5, 1.5).intersects(other.adjusted(-1.5, -1.5, 1.5, 1.5)), count
        assert not any(love.adjusted(-10, -10, 10, 10).intersects(face) for face in every if face != love), count
        whole = QRectF(0, 0, kiosk.look.glass.mm(kiosk.window.width()), kiosk.look.glass.mm(kiosk.window.height()))
        assert all(whole.contains(face) for face in every), count


@pytest.mark.parametrize("paperless", [False, True], ids=["", "paperless"])
@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", ["landscape", "portrait"])
def test_on_the_default_panel_every_word_is_readable(
    glass: Callable[..., Glass], panel: str, language: str, paperless: bool
) -> None:
    kiosk = glass(panel, language, paperless=paperless)
    small: dict[object, object] = {}
    offices = (
        an_office_of(1),
        with_long_names(an_office_of(6)),
        an_office_of(12),
        with_long_names(an_office_of(30)),
        an_office_of(30, groups=True),
        with_long_names(an_office_of(30, groups=True)),
    )
    for office in offices:
        kiosk.window.show_trouble(Trouble(out_of_touch=len(office.services) == 6))
        for place in kiosk.pages(office):
            found = [one for one in caps(kiosk) if one[0] < READABLE_MM]
            small |= {(len(office.services), place): found} if found else {}
    assert small == {}


def caps(kiosk: Glass) -> Iterator[tuple[float, str]]:
    """The smallest capitals of everything with words on the glass, in millimetres."""
    for label in kiosk.window.findChildren(FitLabel):
        if label.isVisible() and label.text():
            yield label.smallest_cap_mm, label.objectName()
    for button in kiosk.window.findChildren(TouchButton):
        if button.isVisible() and button.shown_text:
            yield button.smallest_cap_mm, button.objectName()
    for banner in kiosk.window.findChildren(Banner):
        if banner.isVisible():
            yield 0.0 if banner.squeezed else READABLE_MM, banner.objectName()


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", ["17 inch", "15 inch", "15 inch wide"])
def test_on_small_panels_no_letter_is_below_five_millimetres(
    glass: Callable[..., Glass], panel: str, language: str
) -> None:
    kiosk = glass(panel, language, paperless=True)
    for office in (an_office_of(6), an_office_of(30), with_long_names(an_office_of(30, groups=True))):
        for place in kiosk.pages(office):
            assert [one for one in caps(kiosk) if one[0] < 4.95] == [], (len(office.services), place)


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", ["landscape", "portrait"])
def test_love_says_for_whom_it_is_in_every_language(
    glass: Callable[..., Glass], panel: str, language: str
) -> None:
    whom = {"zh-TW": "長者", "en": "Elderly", "vi": "Cao tuổi", "id": "Lansia", "th": "ผู้สูงอายุ"}
    for paperless in (False, True):
        kiosk = glass(panel, language, paperless=paperless)
        kiosk.show(an_office_of(30))
        (love,) = kiosk.window.findChildren(PictureTile, "love")
        assert whom[language] in love.shown_text
        assert "愛心優先" in love.shown_text
        assert not love.squeezed


@pytest.mark.parametrize("groups", [False, True], ids=["", "groups"])
@pytest.mark.parametrize("panel", ["landscape", "portrait", "17 inch", "15 inch", "15 inch wide"])
def test_every_service_is_two_touches_away_at_most(glass: Callable[..., Glass], panel: str, groups: bool) -> None:
    kiosk = glass(panel, paperless=groups)
    for count in (1, 6, 12, 30):
        assert touches(kiosk, an_office_of(count, groups=groups)) <= {1, 2}, count


@pytest.mark.parametrize("panel", PANELS)
def test_a_kiosk_of_five_languages_shows_the_groups_of_thirty_services(
    glass: Callable[..., Glass], panel: str
) -> None:
    for language in VISITOR_LANGUAGES:
        kiosk = glass(panel, language, paperless=True)
        office = with_long_names(an_office_of(30, groups=True))
        kiosk.show(office)
        assert kiosk.names() == ["group-PAPERS", "group-FAMILY", "group-MOVING", "group-PERSON", "service-ASK"]
    assert touches(kiosk, office) == {1, 2}
    assert "way-home" not in {way.objectName() for way in kiosk.ways()}


@pytest.mark.parametrize("groups", [False, True], ids=["", "groups"])
@pytest.mark.parametrize("panel", PANELS | SMALLER)
def test_the_menu_on_the_glass_is_the_one_that_check_reckons_with(
    glass: Callable[..., Glass], panel: str, groups: bool
) -> None:
    millimetres = (PANELS | SMALLER)[panel][1]
    for language, paperless in (("zh-TW", False), ("vi", True), ("th", False)):
        kiosk = glass(panel, language, paperless=paperless)
        setup = a_kiosk(languages=VISITOR_LANGUAGES, paperless=Paperless.OFFERED if paperless else Paperless.NO)
        for count in (1, 6, 12, 30):
            office = an_office_of(count, groups=groups)
            reckoned = kiosk_menu(setup, millimetres.toTuple(), replace(office, hours=WEEKDAYS)).menu
            shown = {place: len(kiosk.tiles()) for place in kiosk.pages(office)}
            assert shown == {
                **{MenuPlace(page=page.page): len(page.choices) for page in reckoned.home},
                **{MenuPlace(group=page.group.code): len(page.choices) for page in reckoned.groups if page.group},
            }, count


def test_a_name_too_long_for_its_tile_in_two_languages_stands_there_in_the_visitors_alone_and_in_full_size(
    glass: Callable[..., Glass],
) -> None:
    kiosk = glass("landscape", "th", paperless=True)
    kiosk.show(with_long_names(an_office_of(30, groups=True)), MenuPlace(group=GroupCode("FAMILY")))
    alone = [tile for tile in kiosk.tiles() if "登記" not in tile.shown_text]
    assert [tile.objectName() for tile in alone] == ["service-GUARD"]
    assert "輔助" in alone[0].accessibleName()
    assert alone[0].smallest_cap_mm >= READABLE_MM


def touches(kiosk: Glass, office: OfficeSetup) -> set[int]:
    """The fewest touches from home to each service's number, found by touching everything."""
    found: dict[str, int] = {}
    kiosk.show(office)
    for first in [way.objectName() for way in kiosk.ways()]:
        kiosk.show(office)
        kiosk.taken.clear()
        kiosk.button(first).click()
        for service in kiosk.taken:
            found[service] = 1
        for second in [way.objectName() for way in kiosk.ways()] if not kiosk.taken else []:
            if second.startswith("service-"):
                kiosk.button(second).click()
                found.setdefault(kiosk.taken[-1], 2)
    assert set(found) == {service.code for service in office.services}
    kiosk.show(office)
    return set(found.values())


def smallest_cap(look: Look, tile: PictureTile) -> float:
    return min(look.cap_mm(line.font) for run in tile.spread.runs for line in run.block.lines)


def test_one_service_is_one_great_tile_in_the_middle_with_great_words(glass: Callable[..., Glass]) -> None:
    for panel in ("landscape", "portrait"):
        kiosk = glass(panel)
        kiosk.show(an_office_of(1))
        face = kiosk.face(kiosk.tile("service-TRANS"))
        width = kiosk.look.glass.mm(kiosk.window.width())
        page = kiosk.window.findChild(QWidget, "home-page")
        middle = page.mapTo(kiosk.window, page.rect().center()).x()
        assert face.center().x() == pytest.approx(kiosk.look.glass.mm(middle), abs=1)
        assert face.width() >= 0.75 * width
        assert face.height() >= 100
        assert smallest_cap(kiosk.look, kiosk.tile("service-TRANS")) >= 10


def test_tiles_of_a_page_stand_in_one_line_and_write_in_one_size(glass: Callable[..., Glass]) -> None:
    kiosk = glass()
    for count in (5, 6, 12, 30):
        kiosk.show(an_office_of(count))
        assert len({tile.size().toTuple() for tile in kiosk.tiles()}) <= 4, "alike but for the rounding of pixels"
        assert len({tile.name_px for tile in kiosk.tiles()}) == 1


def test_chinese_names_are_broken_between_words_only(glass: Callable[..., Glass]) -> None:
    for panel in PANELS:
        kiosk = glass(panel)
        for _ in kiosk.pages(an_office_of(30)):
            for tile in kiosk.tiles():
                name = tile.text().split("（")[0]
                pieces = [piece for piece in name.replace("・", "・\n").split("\n") if piece]
                if all(len(piece) < 10 for piece in pieces):
                    assert all(piece in tile.shown_text for piece in pieces), (panel, tile.shown_text)


def test_every_page_has_a_button_and_the_one_that_is_shown_is_marked_by_word_and_shape(
    glass: Callable[..., Glass],
) -> None:
    for panel in PANELS:
        kiosk = glass(panel)
        kiosk.show(an_office_of(30), MenuPlace(page=1))
        tabs = [way for way in kiosk.ways() if way.objectName().startswith("page-")]
        assert [tab.accessibleName() for tab in tabs][:2] == ["第 1 頁", "第 2 頁"]
        assert [tab.objectName() for tab in tabs if tab.isChecked()] == ["page-2"]
        here, *others = sorted(tabs, key=lambda tab: not tab.isChecked())
        assert here.shown_text == "第 2 頁" or here.picture is Icon.CHECK
        assert [tab.shown_text for tab in others] == ["1", *(str(n + 3) for n in range(len(others) - 1))]
        assert all(here.width() > other.width() for other in others)
        tabs[0].click()
        assert [tab.objectName() for tab in tabs if tab.isChecked()] == ["page-1"]


def test_no_paper_moves_no_service_to_another_page_of_twelve(glass: Callable[..., Glass]) -> None:
    names = []
    for paperless in (False, True):
        kiosk = glass(paperless=paperless)
        kiosk.show(an_office_of(12))
        names.append(kiosk.names())
    assert names[0] == names[1]
    assert len(names[0]) == 12


@pytest.mark.parametrize("panel", ["landscape", "portrait"])
def test_a_page_is_turned_within_a_tenth_of_a_second(glass: Callable[..., Glass], panel: str) -> None:
    kiosk = glass(panel, "vi")
    *_, last = kiosk.pages(an_office_of(30))
    took = []
    for place in (HOME, last) * 4:
        began = time.thread_time()
        kiosk.turn(place)
        took.append(time.thread_time() - began)
    assert sorted(took)[len(took) // 2] <= 0.1


def test_a_banner_turns_no_page_and_leaves_every_tile_a_fingers_width(glass: Callable[..., Glass]) -> None:
    for panel in PANELS:
        kiosk = glass(panel)
        for count in (6, 12, 30):
            kiosk.show(an_office_of(count))
            before = kiosk.names()
            kiosk.window.show_trouble(Trouble(out_of_touch=True))
            assert kiosk.names() == before
            assert min(tile.seen_mm[1] for tile in kiosk.tiles()) >= 30
            kiosk.window.show_trouble(Trouble())


def test_in_a_group_words_say_where_one_is_and_home_is_there(glass: Callable[..., Glass]) -> None:
    kiosk = glass(languages=("zh-TW", "en"))
    office = an_office_of(30, groups=True)
    kiosk.show(office)
    assert kiosk.names() == ["group-PAPERS", "group-FAMILY", "group-MOVING", "group-PERSON", "service-ASK"]
    assert "8 項服務" in kiosk.tile("group-PAPERS").accessibleName()
    kiosk.show(office, PAPERS)
    assert kiosk.prompt().startswith("首頁 › 謄本與證明")
    assert [way.objectName() for way in kiosk.ways() if way.objectName().startswith("way-")] == ["way-home"]
    assert len(kiosk.names()) == 8
    kiosk.button("way-home").click()
    assert "group-PAPERS" in kiosk.names()


def test_a_group_none_of_which_is_served_says_so_and_when_the_first_of_it_is_again(
    glass: Callable[..., Glass],
) -> None:
    kiosk = glass(languages=("zh-TW", "en"))
    office = replace(an_office_of(30, groups=True), hours=WEEKDAYS)
    papers = {service.code for service in office.services if service.group == "PAPERS"}
    view = a_view(office)

    def closed(again_at: Instant | None) -> KioskView:
        lines = tuple(
            replace(line, open_counters=0, again_at=again_at) if line.code in papers else line
            for line in view.services
        )
        return replace(view, services=lines)

    kiosk.show(office, view=closed(None))
    assert "目前無開放櫃台" in kiosk.tile("group-PAPERS").accessibleName()
    assert "8 項服務" in kiosk.tile("group-FAMILY").accessibleName()
    kiosk.show(office, view=closed(Instant(MONDAY_NINE + 4 * HOUR)))
    assert "13:00 起" in kiosk.tile("group-PAPERS").accessibleName()
    kiosk.show(office, PAPERS, view=closed(Instant(MONDAY_NINE + 4 * HOUR)))
    assert "13:00" in kiosk.tile("service-TRANS").shown_text


@pytest.mark.parametrize("variant", ["day", "night", "high_contrast"])
def test_what_is_really_painted_can_be_told_from_its_ground(glass: Callable[..., Glass], variant: str) -> None:
    kiosk = glass()
    kiosk.look.change(variant=variant)
    office = replace(an_office_of(12), hours=WEEKDAYS)
    view = a_view(office)
    some = tuple(replace(line, open_counters=n % 2) for n, line in enumerate(view.services))
    kiosk.show(office, view=replace(view, services=some))
    assert len(painted_words(kiosk.window)) > 30
    assert too_faint(kiosk.window) == {}


# --- through the real window, with a finger -------------------------------------------------------------------


def with_groups(text: str) -> str:
    """The sample with eight more services, in a group."""
    begins, ends = text.index('[[services]]\ncode = "TRANS"'), text.index('[[services]]\ncode = "REG"')
    one = text[begins:ends]
    more = [one.replace('"TRANS"', f'"MORE{n}"\ngroup = "MORE"') for n in range(8)]
    group = '[[groups]]\ncode = "MORE"\nname = { zh = "其他證明", en = "Other papers" }\nicon = "transcript"\n\n'
    return text[:begins] + one + group + "".join(more) + text[ends:]


@pytest.fixture
def large_house(tmp_path: Path) -> Iterator[House]:
    (tmp_path / "large").mkdir()
    made = House(tmp_path / "large", changed=with_groups)
    made.open_counters("7", "8")
    yield made
    made.store.close()


def at_rest(kiosk: Stand) -> None:
    kiosk.clock.later(1)


def test_two_touches_give_a_number_of_a_service_in_a_group(
    stand: Callable[..., Stand], large_house: House, qtbot: QtBot
) -> None:
    kiosk = stand(house=large_house)
    qtbot.waitUntil(lambda: "8 項服務" in kiosk.button("group-MORE").accessibleName())
    assert not kiosk.sees("service-MORE3")
    at_rest(kiosk)
    kiosk.touch("group-MORE")
    qtbot.waitUntil(lambda: kiosk.sees("service-MORE3"))
    assert large_house.waiting() == []
    at_rest(kiosk)
    kiosk.touch("service-MORE3")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number))
    assert [ticket.service for ticket in large_house.waiting()] == ["MORE3"]
    at_rest(kiosk)
    kiosk.touch("home")
    qtbot.waitUntil(lambda: kiosk.sees("group-MORE"))


def test_a_double_tap_on_a_group_takes_no_number_of_what_comes_under_the_finger(
    stand: Callable[..., Stand], large_house: House, qtbot: QtBot
) -> None:
    kiosk = stand(house=large_house)
    qtbot.waitUntil(lambda: kiosk.sees("group-MORE"))
    at_rest(kiosk)
    kiosk.clock.stop()
    kiosk.touch("group-MORE")
    for name in ("service-MORE0", "service-MORE1", "way-home"):
        kiosk.touch(name)
    assert kiosk.flow.scene == Home(place=MenuPlace(group=GroupCode("MORE")))
    assert large_house.waiting() == []


def test_home_and_time_lead_out_of_a_group(stand: Callable[..., Stand], large_house: House, qtbot: QtBot) -> None:
    kiosk = stand(house=large_house)
    qtbot.waitUntil(lambda: kiosk.sees("group-MORE"))
    for leaves in (lambda: kiosk.touch("way-home"), lambda: kiosk.clock.later(61)):
        at_rest(kiosk)
        kiosk.touch("group-MORE")
        qtbot.waitUntil(lambda: kiosk.sees("way-home"))
        at_rest(kiosk)
        leaves()
        qtbot.waitUntil(lambda: kiosk.sees("group-MORE"))
        assert kiosk.flow.scene == Home()


def test_the_language_turns_inside_a_group_and_the_group_stays(
    stand: Callable[..., Stand], large_house: House, qtbot: QtBot
) -> None:
    kiosk = stand(house=large_house)
    qtbot.waitUntil(lambda: kiosk.sees("group-MORE"))
    at_rest(kiosk)
    kiosk.touch("group-MORE")
    at_rest(kiosk)
    kiosk.touch("language-en")
    qtbot.waitUntil(lambda: kiosk.label("prompt").startswith("Home › Other papers"))
    assert kiosk.button("way-home").accessibleName() == "Home"


@pytest.mark.parametrize(("across", "down"), [(113, 48.6), (226, 48.6), (122, 47.4), (244, 140)])
def test_a_tile_has_room_for_a_wait_range_beside_who_waits(
    qtbot: QtBot, make_look: Callable[..., Look], across: float, down: float
) -> None:
    look = make_look()
    tile = PictureTile(look, icon=Icon.TRANSCRIPT, halo_mm=2.0)
    qtbot.addWidget(tile)
    tile.resize(look.mm(across), look.mm(down))
    waiting = Note(text="前面 12 人", short="12", icon=Icon.PEOPLE)
    soon = Note(text="約 10–20 分", short="10–20", icon=Icon.CLOCK)
    tile.show_tile("印鑑登記・證明", "Seal registration", (waiting, soon))
    Alike().write([tile], afresh=True)
    assert not tile.squeezed
    assert "10–20" in tile.shown_text
    assert tile.accessibleName() == "印鑑登記・證明, Seal registration, 前面 12 人, 約 10–20 分"


@pytest.mark.parametrize("panel", ["landscape", "portrait", "17 inch"])
def test_that_nobody_serves_it_is_said_in_whole_words(glass: Callable[..., Glass], panel: str) -> None:
    shown, office = glass(panel), an_office_of(6)
    shown.show(office, view=a_view(replace(office, hours=WEEKDAYS), open_counters=0, wait=None))
    for tile in shown.tiles():
        notes = [
            line.text for run in tile.spread.runs for line in run.block.lines if run.roles[line.part] is Ink.NOTE
        ]
        assert [as_read(note) for note in notes] in (["目前無開放櫃台"], ["暫停"])

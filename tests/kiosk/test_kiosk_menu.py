"""Any number of services on the glass: large, apart, readable, in pages and groups, few touches to a number."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.pages.picture_tile import Alike, PictureTile
from kiosk.pages.tile_spread import Note
from kiosk.scenes import Home, Number, Trouble
from kiosk.tongue import Tongue
from kiosk.window import KioskWindow
from waitline.look import Distance, FitLabel, Icon, Look, TouchButton, contrast
from waitline.look.glass import glass_of_panel
from waitline.model.clock import HOUR, Instant
from waitline.model.office import OfficeSetup
from waitline.model.service import GroupCode
from waitline.rules.kiosk_menu import HOME, MenuPlace
from waitline.views.kiosk_view import KioskView

from .houses import LANDSCAPE, PANEL_17, PORTRAIT, House, Stand
from .many_services import an_office_of
from .offices import MONDAY_NINE, WEEKDAYS, a_kiosk, a_view

PANELS = {"landscape": LANDSCAPE, "portrait": PORTRAIT, "17 inch": PANEL_17}
COUNTS = (1, 2, 3, 4, 5, 6, 7, 9, 11, 12, 13, 18, 30, 40)
PAPERS = MenuPlace(group=GroupCode("PAPERS"))
LONG_NAMES = {"service-CHILD", "service-FIX"}
"""Ten and fifteen Chinese characters beside long English: more than a tile of twelve carries in readable size."""


class Glass:
    """A kiosk's window on a panel; offices and places are turned as a test needs them."""

    def __init__(self, app: QApplication, tongue: Tongue, panel: str, language: str) -> None:
        self.look = Look(variant="day", distance=Distance.FINGER, glass=glass_of_panel(*PANELS[panel]))
        self.look.setParent(app)
        self.window = KioskWindow(self.look, an_office_of(1), a_kiosk(), language, may_close=True)
        tongue.spoken = language
        self.window.resize(PANELS[panel][0])
        self.window.show()
        self.window.speak(language)

    def show(self, office: OfficeSetup, place: MenuPlace = HOME, *, view: KioskView | None = None) -> None:
        office = replace(office, hours=WEEKDAYS)
        self.window.show_view(view or a_view(office, waiting=12), MONDAY_NINE, fresh=True)
        self.window.show_scene(Home(place=place))

    def tiles(self) -> list[PictureTile]:
        return [t for t in self.window.findChildren(PictureTile) if t.isVisible() and t.objectName() != "love"]

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
    tongue = Tongue(("zh-TW", "en"))
    qapp.installTranslator(tongue)
    made: list[Glass] = []

    def put_up(panel: str = "landscape", language: str = "zh-TW") -> Glass:
        made.append(Glass(qapp, tongue, panel, language))
        return made[-1]

    yield put_up
    qapp.removeTranslator(tongue)
    for one in made:
        one.window.close()
        one.window.deleteLater()


@pytest.mark.parametrize("language", ["zh-TW", "en"])
@pytest.mark.parametrize("panel", PANELS)
def test_for_any_number_of_services_tiles_are_large_apart_and_on_the_glass(
    glass: Callable[..., Glass], panel: str, language: str
) -> None:
    kiosk = glass(panel, language)
    for count in COUNTS:
        kiosk.show(an_office_of(count))
        faces = [kiosk.face(tile) for tile in kiosk.tiles()]
        love = kiosk.face(kiosk.window.findChildren(PictureTile, "love")[0])
        assert 1 <= len(faces) <= 12
        assert min(face.width() for face in faces) >= 60, count
        assert min(face.height() for face in faces) >= 39.8, count
        for one, other in combinations(faces, 2):
            assert not one.adjusted(-1.5, -1.5, 1.5, 1.5).intersects(other.adjusted(-1.5, -1.5, 1.5, 1.5)), count
        assert not any(love.adjusted(-10, -10, 10, 10).intersects(face) for face in faces), count
        whole = QRectF(0, 0, kiosk.look.glass.mm(kiosk.window.width()), kiosk.look.glass.mm(kiosk.window.height()))
        assert all(whole.contains(face) for face in faces), count


@pytest.mark.parametrize("language", ["zh-TW", "en"])
@pytest.mark.parametrize("panel", ["landscape", "portrait"])
def test_on_the_default_panel_every_name_is_readable_whole_and_in_both_languages(
    glass: Callable[..., Glass], panel: str, language: str
) -> None:
    kiosk = glass(panel, language)
    for count in COUNTS:
        office = an_office_of(count)
        for page in range(4):
            kiosk.show(office, MenuPlace(page=page))
            for tile in kiosk.tiles():
                if tile.objectName().rstrip("0123456789") in LONG_NAMES:
                    continue
                assert not tile.squeezed, (count, page, tile.objectName())
                assert smallest_cap(kiosk.look, tile) >= 7.25, (count, page, tile.objectName())
    first, second = ("戶籍謄本", "Household transcript")
    kiosk.show(an_office_of(30))
    drawn = kiosk.tile("service-TRANS").shown_text.replace("\n", " ")
    assert first in drawn
    assert second in drawn
    assert "12" in drawn


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
        for page in range(5):
            kiosk.show(an_office_of(30), MenuPlace(page=page))
            for tile in kiosk.tiles():
                if tile.objectName() not in LONG_NAMES:
                    name = tile.text().split("（")[0]
                    pieces = [piece for piece in name.replace("・", "・\n").split("\n") if piece]
                    assert all(piece in tile.shown_text for piece in pieces), (panel, tile.shown_text)


def test_more_and_back_stand_in_the_lower_corners_and_say_which_page_it_is(glass: Callable[..., Glass]) -> None:
    kiosk = glass()
    kiosk.show(an_office_of(30), MenuPlace(page=1))
    back, on = kiosk.face(kiosk.tile("way-back")), kiosk.face(kiosk.tile("way-on"))
    others = [kiosk.face(tile) for tile in kiosk.tiles()]
    assert back.left() == min(face.left() for face in others)
    assert on.right() == max(face.right() for face in others)
    assert back.top() == on.top() == max(face.top() for face in others)
    assert "第 2 頁，共 3 頁" in kiosk.prompt()
    assert kiosk.tile("way-on").accessibleName() == "更多服務, More"


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
    kiosk = glass()
    office = an_office_of(30, groups=True)
    kiosk.show(office)
    assert kiosk.names() == ["group-PAPERS", "group-FAMILY", "group-MOVING", "group-PERSON", "service-ASK"]
    assert "8 項服務" in kiosk.tile("group-PAPERS").accessibleName()
    kiosk.show(office, PAPERS)
    assert kiosk.prompt().startswith("首頁 › 謄本與證明")
    assert "Home › Transcripts and certificates" in kiosk.prompt()
    assert [name for name in kiosk.names() if name.startswith("way-")] == ["way-home"]
    assert len(kiosk.names()) == 9


def test_a_group_none_of_which_is_served_says_so_and_when_the_first_of_it_is_again(
    glass: Callable[..., Glass],
) -> None:
    kiosk = glass()
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
    office = replace(an_office_of(30), hours=WEEKDAYS)
    view = a_view(office)
    some = tuple(replace(line, open_counters=n % 2) for n, line in enumerate(view.services))
    kiosk.show(office, MenuPlace(page=1), view=replace(view, services=some))
    picture = kiosk.window.grab().toImage()
    seen = dict(painted_words(kiosk))
    assert len(seen) > 30
    poor = {what: round(found, 1) for what, box in seen.items() if (found := told_apart(picture, box)) < 7}
    assert poor == {}


def painted_words(kiosk: Glass) -> Iterator[tuple[str, QRect]]:
    """The places on the window where words of one colour stand."""
    for label in kiosk.window.findChildren(FitLabel):
        if label.isVisible() and label.text() and label.objectName() != "office-name":
            yield label.objectName(), on_window(kiosk.window, label, label.rect())
    for tile in kiosk.window.findChildren(PictureTile):
        if tile.isVisible():
            for n, run in enumerate(tile.spread.runs):
                if run.block.lines and len(set(run.roles[: len(run.block.lines)])) == 1:
                    yield f"{tile.objectName()} {n}", on_window(kiosk.window, tile, run.box.toAlignedRect())


def on_window(window: QWidget, widget: QWidget, box: QRect) -> QRect:
    return box.translated(widget.mapTo(window, widget.rect().topLeft())).intersected(window.rect())


def told_apart(picture: QImage, box: QRect) -> float:
    """The contrast between the two commonest colours of a place: its ground, and the body of its letters."""
    counted = Counter(
        picture.pixel(x, y) for y in range(box.top(), box.bottom(), 2) for x in range(box.left(), box.right() + 1)
    )
    (ground, _), *others = counted.most_common(12)
    apart = [contrast(QColor(ground), QColor(ink)) for ink, _ in others]
    return max(apart)


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
    assert kiosk.button("way-home").accessibleName() == "Home, 回首頁"


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

"""What is on the glass in the accessible profile: letters of twelve millimetres, in reach, named."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.access.keys import Step
from kiosk.access.tile import AccessTile
from kiosk.pages.qr_picture import QrPicture
from kiosk.window import KioskWindow
from tests.kiosk.houses import LANDSCAPE, PANEL_17, PORTRAIT
from tests.kiosk.many_services import an_office_of
from tests.kiosk.offices import MONDAY_NINE, WAIT, WEEKDAYS, a_kiosk, a_view, an_office
from tests.kiosk.painted import too_faint
from tests.kiosk.panes import Panel, panes
from tests.kiosk.test_kiosk_glass import SCENES, squeezed, with_papers
from tests.qr_codes import codes_in
from waitline.look import FitLabel, NumberLabel, contrast
from waitline.model.words import VISITOR_LANGUAGES
from waitline.rules.kiosk_reach import REACH

Glasses = Callable[..., KioskWindow]
PANELS: dict[str, Panel] = {"landscape": LANDSCAPE, "portrait": PORTRAIT, "17 inch": PANEL_17}
PANEL_32 = (QSize(3840, 2160), QSizeF(698, 393))
LONG = ("home", "reasons", "papers and wait", "no paper", "missing", "closed for a holiday")
LEAST_CAP = 12.0
ROLES = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}


@pytest.fixture
def glass(qapp: QApplication) -> Iterator[Glasses]:
    """A kiosk's window in the accessible profile, or as everybody has it."""
    with panes(qapp, VISITOR_LANGUAGES) as show:

        def put_up(
            panel: Panel = LANDSCAPE, *, language: str = "zh-TW", eased: bool = True, bottom_mm: float = 850
        ) -> KioskWindow:
            office = with_papers(an_office(hours=WEEKDAYS))
            kiosk = a_kiosk(bottom_mm=bottom_mm, languages=VISITOR_LANGUAGES)
            return show(panel, language, office=office, kiosk=kiosk, eased=eased)

        yield put_up


def tiles(window: KioskWindow) -> list[AccessTile]:
    return [tile for tile in window.findChildren(AccessTile) if tile.isVisible()]


def labels(window: KioskWindow) -> list[FitLabel]:
    return [label for label in window.findChildren(FitLabel) if label.isVisible() and label.text()]


def too_small(window: KioskWindow) -> dict[str, float]:
    look = window.access.look
    caps = {label.objectName(): label.smallest_cap_mm for label in labels(window)}
    for tile in tiles(window):
        lines = [line for run in tile.spread.runs for line in run.block.lines]
        caps[tile.objectName()] = min(look.cap_mm(line.font) for line in lines)
    return {name: cap for name, cap in caps.items() if cap < LEAST_CAP}


@pytest.mark.parametrize(
    ("panel", "language"),
    [
        ("landscape", "zh-TW"),
        ("landscape", "vi"),
        ("portrait", "en"),
        ("portrait", "th"),
        ("17 inch", "en"),
        ("17 inch", "id"),
    ],
)
def test_every_word_is_whole_and_twelve_millimetres_high(glass: Glasses, panel: str, language: str) -> None:
    window = glass(PANELS[panel], language=language)
    found = {}
    every = (panel, language) in {("landscape", "zh-TW"), ("portrait", "en")}
    for name in SCENES if every else LONG:
        window.show_scene(SCENES[name])
        found[name] = (squeezed(window), too_small(window))
    for step in (Step.PREVIOUS, Step.ENTER):
        window.access.step(step)
    found["options"] = (squeezed(window), too_small(window))
    assert {name: wrong for name, wrong in found.items() if any(wrong)} == {}


@pytest.mark.parametrize("panel", PANELS)
def test_the_number_is_forty_millimetres_high_here_too(glass: Glasses, panel: str) -> None:
    window = glass(PANELS[panel])
    for name in ("no paper", "no slip"):
        window.show_scene(SCENES[name])
        (number,) = [label for label in window.findChildren(NumberLabel) if label.isVisible()]
        assert number.painted_cap_mm >= 40


@pytest.mark.parametrize("panel", PANELS)
def test_the_code_of_a_number_without_paper_is_read_by_a_telephone(glass: Glasses, panel: str) -> None:
    window = glass(PANELS[panel])
    window.show_scene(SCENES["no slip"])
    (code,) = [picture for picture in window.findChildren(QrPicture) if picture.isVisible()]
    assert code.painted_mm >= 35
    assert "help" in window.access.page.names
    assert codes_in(window.grab().toImage()) == [("A001 2026-11-23 09:00", "M")]
    assert not any(code.geometry().intersects(tile.geometry()) for tile in tiles(window))


@pytest.mark.parametrize("language", VISITOR_LANGUAGES)
@pytest.mark.parametrize("panel", PANELS)
def test_help_can_be_had_where_there_is_nothing_else_to_be_had(glass: Glasses, panel: str, language: str) -> None:
    """At a number, before a closed office, after a refusal; the code stays as large as a telephone needs it."""
    window = glass(PANELS[panel], language=language)
    for name in ("printing", "no paper", "closed", "closed for a holiday", "refused"):
        window.show_scene(SCENES[name])
        assert "help" in window.access.page.names, name
        assert [code for code in window.findChildren(QrPicture) if code.isVisible() and code.painted_mm < 35] == []


def test_help_gives_way_to_a_number_s_code(glass: Glasses) -> None:
    window = glass((QSize(800, 600), QSizeF(246, 184)))
    window.show_scene(SCENES["no slip"])
    (code,) = [picture for picture in window.findChildren(QrPicture) if picture.isVisible()]
    assert code.painted_mm >= 35
    assert window.access.page.names == ("access-read-on", "access-options", "home")


@pytest.mark.parametrize("panel", PANELS)
def test_no_chinese_word_is_broken_on_a_tile(glass: Glasses, panel: str) -> None:
    """Its picture goes first."""
    window = glass(PANELS[panel])
    for name in SCENES:
        window.show_scene(SCENES[name])
        for tile in tiles(window):
            lines = [line.text for line in tile.spread.runs[0].block.lines]
            assert all(line.endswith(("・", "，", "）")) for line in lines[:-1]), (name, lines)


@pytest.mark.parametrize(("panel", "bottom_mm"), [("landscape", 1000), ("portrait", 850), ("portrait", 1000)])
def test_everything_to_be_touched_is_large_apart_and_within_reach(
    glass: Glasses, panel: str, bottom_mm: float
) -> None:
    size, mm = PANELS[panel]
    window = glass(PANELS[panel], bottom_mm=bottom_mm)
    px = size.height() / mm.height()
    for name in ("home", "papers", "printing"):
        window.show_scene(SCENES[name])
        faces = []
        for tile in tiles(window):
            assert min(tile.seen_mm) >= 20, (name, tile.objectName())
            above_floor = bottom_mm + mm.height() - tile.geometry().top() / px
            assert above_floor <= REACH + 1, (name, tile.objectName(), above_floor)
            faces.append(tile.geometry())
        assert not any(one.intersects(other) for n, one in enumerate(faces) for other in faces[:n])


@pytest.mark.parametrize("name", SCENES)
def test_letters_and_ring_stand_out_by_seven_to_one(glass: Glasses, name: str) -> None:
    window = glass()
    window.show_scene(SCENES[name])
    window.access.step(Step.NEXT)
    picture = window.grab().toImage()
    assert too_faint(window) == {}
    (ringed,) = [tile for tile in tiles(window) if tile.ringed]
    around = ringed.geometry()
    edge = picture.pixelColor(around.center().x(), around.top() + 4)
    assert contrast(edge, QColor("black")) >= 7
    assert ringed.seen_mm[0] + 2 * 2.6 < window.access.look.glass.mm(around.width()), (
        "the ring lies around the face"
    )


def test_the_ordinary_page_is_as_it_was_when_the_profile_ends(glass: Glasses) -> None:
    """The clock goes on by itself: it is told the same time before either picture, however slow the machine."""
    window, office = glass(eased=False), with_papers(an_office(hours=WEEKDAYS))
    hall = a_view(office, waiting=12)
    window.show_scene(SCENES["home"])
    QApplication.processEvents()  # the window is active now, and whoever has its focus could show it
    window.show_view(hall, MONDAY_NINE, fresh=True)
    before, words = window.grab().toImage(), places(window)
    window.speak("zh-TW", eased=True)
    assert window.grab().toImage() != before
    window.speak("zh-TW", eased=False)
    QApplication.processEvents()
    window.show_view(hall, MONDAY_NINE, fresh=True)
    after = window.grab().toImage()
    assert places(window) == words
    assert after == before, differing(window, before, after)


def differing(window: KioskWindow, one: QImage, other: QImage) -> set[str]:
    """What stands where two pictures differ, looked at every few pixels."""
    found = set()
    for x in range(0, one.width(), 3):
        for y in range(0, one.height(), 3):
            if one.pixel(x, y) != other.pixel(x, y):
                child = window.childAt(x, y)
                found.add("nothing" if child is None else child.objectName() or type(child).__name__)
    return found


def places(window: KioskWindow) -> dict[str, tuple[object, ...]]:
    """Where each label stands, and what it draws there: a picture that differs tells neither."""
    return {
        f"{label.objectName()} {label.text()}": (
            label.mapTo(window, label.rect().topLeft()).toTuple(),
            label.size().toTuple(),
            [(line.text, line.font.pixelSize(), line.baseline, line.width) for line in label._laid().lines],
        )
        for label in labels(window)
    }


def walk(widget: QWidget) -> Iterator[tuple[QWidget, QAccessible.Role, str]]:
    """What a screen reader comes across, from the window down."""
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            found = QAccessible.queryAccessibleInterface(child)
            yield child, found.role(), found.text(QAccessible.Text.Name)
            yield from walk(child)


@pytest.mark.parametrize(("eased", "language"), [(True, "zh-TW"), (False, "en")])
def test_a_screen_reader_finds_a_name_and_a_role_for_all_that_takes_the_focus(
    glass: Glasses, eased: bool, language: str
) -> None:
    window = glass(eased=eased, language=language)
    for name, scene in SCENES.items():
        window.show_scene(scene)
        for widget, role, said in walk(window):
            if widget.focusPolicy().value:
                assert said.strip(), (name, widget.objectName())
                assert role in ROLES, (name, widget.objectName(), role)


def test_a_screen_reader_meets_no_picture_that_says_nothing(glass: Glasses) -> None:
    window = glass()
    for name, scene in SCENES.items():
        window.show_scene(scene)
        for widget, role, said in walk(window):
            silent = not said and not [child for child in widget.children() if isinstance(child, QWidget)]
            assert not silent or role is QAccessible.Role.Grouping, (name, type(widget).__name__, role)


@pytest.mark.parametrize("language", ["zh-TW", "en"])
@pytest.mark.parametrize("panel", PANELS)
def test_the_warning_before_a_page_goes_moves_nothing(glass: Glasses, panel: str, language: str) -> None:
    window = glass(PANELS[panel], language=language)
    window.show_scene(SCENES["home"])
    before = {tile.objectName(): tile.geometry() for tile in tiles(window)}
    window.show_leaving(20)
    assert [label.objectName() for label in labels(window)] == ["access-warning"]
    assert (squeezed(window), too_small(window)) == ([], {})
    assert {tile.objectName(): tile.geometry() for tile in tiles(window)} == before
    window.show_leaving(None)
    assert "access-title" in [label.objectName() for label in labels(window)]


def test_a_wall_sized_panel_has_larger_tiles_not_more_words(glass: Glasses) -> None:
    window = glass(PANEL_32)
    window.show_scene(SCENES["home"])
    assert squeezed(window) == []
    assert len(tiles(window)) == 9


def nodes(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that a screen reader comes across below a node, as Qt tells it."""
    for n in range(found.childCount()):
        child = found.child(n)
        if not child.state().invisible:
            yield child
            yield from nodes(child)


@pytest.mark.parametrize(
    ("eased", "language", "panel"),
    [(True, "zh-TW", "landscape"), (False, "en", "landscape"), (False, "th", "portrait"), (True, "vi", "17 inch")],
)
def test_every_node_that_holds_or_does_something_has_a_name(
    glass: Glasses, eased: bool, language: str, panel: str
) -> None:
    """Words without words are read as nothing; anything else would be read as a nameless thing."""
    window = glass(PANELS[panel], eased=eased, language=language)
    for name, scene in SCENES.items():
        window.show_scene(scene)
        found = list(nodes(QAccessible.queryAccessibleInterface(window)))
        nameless = [
            (node.object().objectName(), node.role().name)
            for node in found
            if node.role() is not QAccessible.Role.StaticText and not node.text(QAccessible.Text.Name).strip()
        ]
        assert len(found) >= 3, name
        assert nameless == [], name


@pytest.mark.parametrize("panel", PANELS)
def test_what_to_bring_is_told_in_full(glass: Glasses, panel: str) -> None:
    """However little of it the ordinary page has room for."""
    window = glass(PANELS[panel])
    window.show_scene(SCENES["papers told"])
    read = []
    for _ in range(4):
        read += [label.text() for label in labels(window)]
        window.access.page.read_on()
    told = "".join("".join(read).split())
    assert "有缺請先洽服務台" in told
    assert "請在等候區稍坐" in told, "and where to wait, for which the ordinary page has no room beside it"


@pytest.mark.parametrize("services", [6, 12])
@pytest.mark.parametrize(
    ("panel", "language"),
    [
        *(("landscape", language) for language in VISITOR_LANGUAGES),
        *(("portrait", language) for language in VISITOR_LANGUAGES if language != "id"),  # its words are too long
    ],
)
def test_every_tile_tells_the_wait_on_the_usual_panel(
    glass: Glasses, panel: str, language: str, services: int
) -> None:
    window, office = glass(PANELS[panel], language=language), an_office_of(services)
    window.show_view(a_view(office, waiting=12, wait=WAIT), MONDAY_NINE, fresh=True)
    window.show_scene(SCENES["reasons"])
    window.show_scene(SCENES["home"])
    shown = [tile.shown_text for tile in tiles(window) if tile.objectName().startswith("service-")]
    assert len(shown) > 4
    assert all("25–35" in text for text in shown)
    assert too_small(window) == {}

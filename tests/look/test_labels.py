from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from waitline.look import (
    Banner,
    ClockLabel,
    Colour,
    Distance,
    FitLabel,
    Look,
    NumberLabel,
    Says,
    TwoLanguageLabel,
    Type,
)

MakeLook = Callable[..., Look]
TEXTS = [
    "請至 3 號櫃台",
    "目前沒有櫃台辦理這項服務，下午 1 點 30 分恢復，請洽服務台",
    "Household registration transcripts and seal certificates",
    "Cấp bản sao sổ hộ khẩu và giấy chứng nhận con dấu",
    "Salinan register rumah tangga dan sertifikat stempel",
]


def ink(widget: QWidget, background: QColor) -> QRect:
    """The box of everything a widget paints that is not its background."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = [y for y in range(image.height()) if any(off(image, x, y, background) for x in range(image.width()))]
    columns = [x for x in range(image.width()) if any(off(image, x, y, background) for y in range(image.height()))]
    return QRect(columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1)


def off(image: QImage, x: int, y: int, background: QColor) -> bool:
    return bool(QColor(image.pixel(x, y)) != background)


def on_paper(widget: QWidget, look: Look) -> QColor:
    widget.setPalette(look.palette())
    widget.setAutoFillBackground(True)
    return look.colour(Colour.PAGE)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [120, 240, 420])
def test_no_words_are_clipped_at_the_height_a_label_asks_for(
    qtbot: QtBot, make_look: MakeLook, text: str, width: int
) -> None:
    look = make_look(px_per_mm=1.6)
    label = FitLabel(look, Type.BODY)
    qtbot.addWidget(label)
    paper = on_paper(label, look)
    label.show_words(text)
    width = max(width, label.minimumSizeHint().width())
    label.resize(width, label.heightForWidth(width))
    assert not label.squeezed
    assert label.shown_text.replace("\n", "").replace(" ", "") == text.replace(" ", "")
    drawn = ink(label, paper)
    assert drawn.top() >= 1
    assert drawn.bottom() <= label.height() - 2
    assert drawn.right() <= label.width() - 1


def test_words_shrink_to_their_box_and_say_when_it_is_too_small(qtbot: QtBot, make_look: MakeLook) -> None:
    look = make_look()
    label = FitLabel(look, Type.TITLE, strong=True)
    qtbot.addWidget(label)
    label.show_words("目前沒有櫃台辦理這項服務")
    label.resize(500, 90)
    assert not label.squeezed
    assert label.smallest_cap_mm < 13
    label.resize(120, 40)
    assert label.squeezed
    assert label.shown_text.replace("\n", "") == "目前沒有櫃台辦理這項服務"


def test_a_broken_line_leaves_no_single_character_alone(qtbot: QtBot, make_look: MakeLook) -> None:
    look = make_look()
    label = FitLabel(look, Type.BODY)
    qtbot.addWidget(label)
    label.show_words("請至三號櫃台辦理")
    one_line = label.sizeHint().width()
    label.resize(one_line - 20, 400)
    assert [len(line) for line in label.shown_text.split("\n")] == [4, 4]


def test_where_allowed_the_end_is_left_out_and_told_in_the_tooltip(qtbot: QtBot, make_look: MakeLook) -> None:
    label = FitLabel(make_look(Distance.DESK), Type.BODY, elide=True)
    qtbot.addWidget(label)
    label.show_words("等候最久，已等候 21 分鐘，" * 6)
    label.resize(200, 24)
    assert label.shown_text.endswith("…")
    assert label.toolTip() == "等候最久，已等候 21 分鐘，" * 6
    label.show_words("等候最久")
    assert label.shown_text == "等候最久"
    assert label.toolTip() == ""


def test_two_languages_shrink_together(qtbot: QtBot, make_look: MakeLook) -> None:
    label = TwoLanguageLabel(make_look(), Type.TITLE, strong=True)
    qtbot.addWidget(label)
    label.show_both("中山區戶政事務所", "Zhongshan Household Registration Office")
    label.resize(700, label.heightForWidth(700))
    assert not label.squeezed
    assert label.shown_text.split("\n")[0] == "中山區戶政事務所"
    assert label.text() == "中山區戶政事務所\nZhongshan Household Registration Office"


@pytest.mark.parametrize("number", ["1", "42", "A001", "0379", "W999", "2023"])
@pytest.mark.parametrize("size", [QSize(400, 100), QSize(90, 200), QSize(300, 300)])
def test_a_number_fills_its_box_and_is_never_clipped(
    qtbot: QtBot, make_look: MakeLook, number: str, size: QSize
) -> None:
    look = make_look(Distance.HALL)
    label = NumberLabel(look)
    qtbot.addWidget(label)
    paper = on_paper(label, look)
    label.show_number(number)
    label.resize(size)
    drawn = ink(label, paper)
    assert label.rect().adjusted(0, 0, 0, 0).contains(drawn)
    assert drawn.left() > 0
    assert drawn.right() < size.width() - 1
    assert drawn.height() > 0.9 * size.height() or drawn.width() > 0.6 * size.width()


def test_a_number_is_as_tall_as_it_is_told_to_be(qtbot: QtBot, make_look: MakeLook) -> None:
    look = make_look()
    label = NumberLabel(look, cap_mm=44)
    qtbot.addWidget(label)
    paper = on_paper(label, look)
    label.show_number("H117")
    label.resize(label.sizeHint())
    assert label.painted_cap_mm == pytest.approx(44, abs=0.3)
    assert ink(label, paper).height() / 4 == pytest.approx(44, abs=0.6)


def test_the_office_clock_goes_on_by_itself_and_never_asks_the_pc(qtbot: QtBot, make_look: MakeLook) -> None:
    now = [100.0]
    clock = ClockLabel(make_look(), with_date=True, monotonic=lambda: now[0])
    qtbot.addWidget(clock)
    assert clock.text() == ""
    clock.tell(datetime(2031, 7, 16, 10, 32, 59, 950_000, tzinfo=ZoneInfo("Asia/Taipei")))
    assert clock.text() == "7月16日 星期三  10:32"
    now[0] += 0.2
    qtbot.waitUntil(lambda: clock.text().endswith("10:33"))
    clock.speak("en")
    assert clock.text() == "Wednesday 16 July  10:33"


def test_a_banner_says_it_by_colour_shape_and_word(qtbot: QtBot, make_look: MakeLook) -> None:
    look = make_look()
    pictures = []
    for says in Says:
        banner = Banner(look)
        qtbot.addWidget(banner)
        assert banner.says is None
        banner.show_words(says, "暫停服務", "Out of order")
        banner.resize(600, banner.heightForWidth(600))
        assert banner.says is says
        read = QAccessible.queryAccessibleInterface(banner)
        assert read.text(QAccessible.Text.Name) == "暫停服務\nOut of order"
        assert not banner.squeezed
        pictures.append(banner.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8))
        banner.clear()
        assert banner.says is None
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(Says), "apart without any colour"


@pytest.mark.parametrize("width", range(150, 640, 14))
def test_a_banner_breaks_chinese_between_words_wherever_there_is_room(
    qtbot: QtBot, make_look: MakeLook, width: int
) -> None:
    look = make_look(Distance.DESK, px_per_mm=3.78)
    banner = Banner(look, role=Type.SMALL)
    qtbot.addWidget(banner)
    told = "號碼已換，未執行：過號，辦理完成，下一位"
    banner.show_words(Says.NOTICE, told)
    banner.resize(width, banner.heightForWidth(width))
    lines = banner.shown_text.split("\n")
    assert "".join(lines) == told
    assert not banner.squeezed
    assert all(line.endswith(("，", "：")) for line in lines[:-1]), lines


def test_a_banner_rather_breaks_a_word_than_write_it_too_small(qtbot: QtBot, make_look: MakeLook) -> None:
    banner = Banner(make_look(Distance.DESK, px_per_mm=3.78), role=Type.SMALL)
    qtbot.addWidget(banner)
    told = "這一句話沒有標點所以很長很長很長"
    banner.show_words(Says.NOTICE, told)
    banner.resize(150, banner.heightForWidth(150))
    assert not banner.squeezed
    assert len(banner.shown_text.split("\n")) > 1
    assert banner.shown_text.replace("\n", "") == told


def test_another_look_reaches_every_widget_at_once(qtbot: QtBot, make_look: MakeLook) -> None:
    look = make_look()
    label = FitLabel(look, Type.BODY, align=Qt.AlignmentFlag.AlignHCenter)
    qtbot.addWidget(label)
    label.show_words("請稍候")
    before, size = label.grab().toImage(), label.sizeHint()
    look.change(variant="high_contrast", type_scale=1.6)
    assert label.sizeHint().height() > size.height() * 1.5
    label.resize(before.size())
    assert label.grab().toImage() != before


@pytest.mark.parametrize("kind", [FitLabel, TwoLanguageLabel])
def test_chinese_breaks_after_a_comma_where_that_makes_nothing_smaller(
    qtbot: QtBot, make_look: MakeLook, kind: type[FitLabel]
) -> None:
    label = kind(make_look(), Type.BODY)
    qtbot.addWidget(label)
    words = "請備身分證、印鑑章；限本人或受委任人，有缺請先洽服務台"
    if isinstance(label, TwoLanguageLabel):
        label.show_both(words, "")
    else:
        label.show_words(words)
    one_line = label.sizeHint().width()
    label.resize(round(one_line * 0.75), label.heightForWidth(round(one_line * 0.75)))
    lines = label.shown_text.splitlines()
    assert len(lines) > 1
    assert all(line[-1] in "、；，" for line in lines[:-1]), lines
    assert "".join(lines) == words
    assert not label.squeezed

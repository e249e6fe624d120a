"""Whether the names of services at the foot of the board are readable on the display's own panel."""

from collections.abc import Iterator

from waitline.model.office import DisplaySetup, OfficeSetup
from waitline.model.words import Words, without_details
from waitline.rules.board_names import LEAST, READ_FROM_M, SECOND_FROM_M, SECOND_LEAST, NameLetters, Size
from waitline.rules.board_services import MARGIN, is_readable, plan_services, strip_height
from waitline.views.lines import LOVE_WORDS

from .finding import Finding, Topic, notice


def check_names(display: DisplaySetup, setup: OfficeSetup, screen_mm: Size, scale: float) -> Iterator[Finding]:
    """`scale`: how much larger the board is there than on the panel it is made for."""
    wide, high = screen_mm
    names = _shown(display, setup)
    below = {"accuracy": display.accuracy, "notice": setup.notice is not None}
    strip = strip_height(len(names), upright=high > wide, **below)
    plan = plan_services(names, round(wide / scale - 2 * MARGIN), round(strip))
    pairs = zip(names, plan.letters, strict=True)
    small = [(name, letters) for name, letters in pairs if not is_readable(letters, scale)]
    if small:
        yield _too_small(display, small, scale)


def _shown(display: DisplaySetup, setup: OfficeSetup) -> tuple[Words, ...]:
    """What this display shows: services of its own counters, and the love line."""
    own = [one for one in setup.counters if not display.counters or one.id in display.counters]
    done = {code for one in own for code in one.services}
    names = [one.names for one in setup.services if not display.counters or one.code in done]
    return tuple(without_details(one) for one in (*names, LOVE_WORDS))


def _too_small(display: DisplaySetup, small: list[tuple[Words, NameLetters]], scale: float) -> Finding:
    told = [(name, one.first * scale, one.second * scale) for name, one in small]
    zh = "、".join(f"「{name.zh}」約 {first:.1f}／{second:.1f}" for name, first, second in told)
    en = ", ".join(f'"{name.en}" about {first:.1f} / {second:.1f}' for name, first, second in told)
    return notice(
        Topic.SCREENS,
        f"看板 {display.id}：服務名稱太小，中文與英文的大寫字母高（公釐）：{zh}；"
        f"走到看板前 {READ_FROM_M:g}、{SECOND_FROM_M:g} 公尺要看得清楚需要 {LEAST:.1f}／{SECOND_LEAST:.1f}；"
        "請縮短名稱、減少這面看板的服務，或換大一點的螢幕",
        f"Display {display.id}: names of services are too small, capitals beside the Chinese / in English in mm:"
        f" {en}; {LEAST:.1f} / {SECOND_LEAST:.1f} wanted, to be read {READ_FROM_M:g} / {SECOND_FROM_M:g} m before"
        " the board; shorter names, fewer services on this display, or a larger panel help",
    )

"""Whether a visitor reads from the last seat to which counter they are called, and its name before the board."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from waitline.model.counter import Counter
from waitline.model.office import DisplaySetup, OfficeSetup
from waitline.rules.board_names import LEAST, READ_FROM_M, SECOND_FROM_M, SECOND_LEAST, NameLetters, Size
from waitline.rules.board_services import is_readable
from waitline.rules.call_cards import GAP_MM, LEAST_BIG, LEAST_BIG_UPRIGHT, boxes_on, card_size
from waitline.rules.counter_name import counter_name, lacks_number
from waitline.rules.counter_place import place_counter, sign_height, words_of
from waitline.rules.tile_letters import CAPITAL

from .finding import Finding, Topic, notice, wrong

CALLS_AT_ONCE: Final = 4
_NEARLY: Final = 0.995
_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class _Shown:
    """A counter where it is smallest on the board, in millimetres of the panel."""

    counter: Counter
    number: float
    letters: NameLetters


def check_counters(
    display: DisplaySetup, setup: OfficeSetup, scale: float, *, recent: float, needs: float
) -> Iterator[Finding]:
    """`scale`: how much larger the board is there than on the panel it is made for; `recent`: how high a recent
    call is on that; `needs`: what the last seat reads."""
    assert display.screen_mm is not None
    own = [one for one in setup.counters if not display.counters or one.id in display.counters]
    upright = display.screen_mm[1] > display.screen_mm[0]
    boxes = _boxes(LEAST_BIG_UPRIGHT if upright else LEAST_BIG, setup)
    shown = [_shown(one, boxes, scale, recent) for one in own]
    small = [one for one in shown if one.number < needs * _NEARLY]
    if small:
        yield _number_too_small(display, small, needs)
    words = [one for one in shown if not is_readable(one.letters)]
    if words:
        yield _words_too_small(display, words)


def check_spoken_names(setup: OfficeSetup) -> Iterator[Finding]:
    """Counters whose names lack the number by which they are called."""
    found = [one for one in setup.counters if lacks_number(one.names, one.id)]
    if found:
        zh = "、".join(f"「{one.names.zh}」（{one.id}）" for one in found)
        en = ", ".join(f'"{one.names.en}" ({one.id})' for one in found)
        first = found[0].id
        yield notice(
            Topic.SCREENS,
            f"櫃台名稱裡沒有編號：{zh}；叫號唸編號，看板因此寫成「{first} 號櫃台」，名稱寫在旁邊。"
            "請確認櫃台上看得到編號",
            f"Counters whose Chinese names lack their number: {en}; calls speak the number, so boards show"
            f' "Counter {first}" with the name beside it. Make sure that the number can be seen at the counter',
        )


def _boxes(big: Size, setup: OfficeSetup) -> list[Size]:
    """Where a counter's words stand, with one call to four, beside the office's widest number."""
    labels = {series.label(series.last) for series in setup.series} or {""}
    cards = [card_size(count, big, GAP_MM) for count in range(1, CALLS_AT_ONCE + 1)]
    return sorted({boxes_on(card, label)[1][2:] for card in cards for label in labels})


def _shown(counter: Counter, boxes: Iterable[Size], scale: float, recent: float) -> _Shown:
    name = counter_name(counter.names, counter.id)
    plans = [place_counter(name, box, sign_height(box, min(recent, box[1]))) for box in boxes]
    first = min(plan.first for plan in plans)
    second = min(plan.second for plan in plans)
    # a name that is a number alone has no words of the one size or the other
    letters = NameLetters(first * CAPITAL * scale, second * CAPITAL * scale if any(words_of(name)[1:]) else LEAST)
    return _Shown(counter, min(plan.cap for plan in plans) * scale, letters)


def _number_too_small(display: DisplaySetup, small: list[_Shown], needs: float) -> Finding:
    zh = _listed([f"「{one.counter.names.zh}」約 {one.number:.0f}" for one in small], "、", "等 {} 個")
    en = _listed([f'"{one.counter.names.en}" about {one.number:.0f}' for one in small], ", ", " and {} in all")
    return wrong(
        Topic.SCREENS,
        f"看板 {display.id}：叫號時櫃台編號太小，字高（公釐）：{zh}；"
        f"{display.far_seat_m:g} 公尺處需要 {needs:.0f}；請縮短編號，或換大一點的螢幕",
        f"Display {display.id}: the counter's number in a call is too small, in mm: {en}; {needs:.0f} needed at"
        f" {display.far_seat_m:g} m; a shorter number or a larger panel helps",
    )


def _words_too_small(display: DisplaySetup, small: list[_Shown]) -> Finding:
    told = [(one.counter.names, one.letters) for one in small]
    zh = _listed([f"「{name.zh}」約 {has.first:.1f}／{has.second:.1f}" for name, has in told], "、", "等 {} 個")
    en = _listed(
        [f'"{name.en}" about {has.first:.1f} / {has.second:.1f}' for name, has in told], ", ", " and {} in all"
    )
    return notice(
        Topic.SCREENS,
        f"看板 {display.id}：好幾個叫號同時顯示時櫃台名稱太小，中文與其餘字的大寫字母高（公釐）：{zh}；"
        f"走到看板前 {READ_FROM_M:g}、{SECOND_FROM_M:g} 公尺要看得清楚需要 {LEAST:.1f}／{SECOND_LEAST:.1f}；"
        "請縮短名稱，或換大一點的螢幕",
        f"Display {display.id}: counters' names are too small when several calls are shown, capitals beside the"
        f" Chinese / in the other words in mm: {en}; {LEAST:.1f} / {SECOND_LEAST:.1f} wanted, to be read"
        f" {READ_FROM_M:g} / {SECOND_FROM_M:g} m before the board; shorter names or a larger panel help",
    )


def _listed(names: list[str], between: str, more: str) -> str:
    """The first few, and how many there are."""
    listed = between.join(names[:_NAMED])
    return listed if len(names) <= _NAMED else listed + more.format(len(names))

"""Whether a panel over a counter tells visitors apart: many show figures alone, and lose a number's letter."""

from collections.abc import Iterator, Mapping

from drivers.bus.opening import OfficeBus
from drivers.bus.panel_kind import PanelKind
from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup
from waitline.model.service import NumberSeries

from .finding import Finding, Topic, notice


def numbers_alike(setup: OfficeSetup, bus: OfficeBus) -> Iterator[Finding]:
    """Kinds of panel on this line that would show a number called to their counter as somebody else's."""
    told: set[str] = set()
    for counter, panel in bus.panels.items():
        if panel.kind.name in told:
            continue
        pair = _alike(setup, counter, panel.kind)
        if pair is not None:
            told.add(panel.kind.name)
            of_kind = [one for one, at in bus.panels.items() if at.kind.name == panel.kind.name]
            yield _told(panel.kind, of_kind, *pair)


def _told(kind: PanelKind, counters: list[CounterId], one: str, other: str) -> Finding:
    shown, places = kind.as_shown(one), "、".join(counters)
    return notice(
        Topic.BUSES,
        f"{kind.name} 面板（{places} 號櫃台）顯示不出號碼的字母：{one} 與 {other} 都會顯示 {shown}；"
        "請改用能顯示字母的面板，或把各字號的 first、last 分開（例如 2001–2999，不加字母）",
        f"{kind.name} panels (counter {', '.join(counters)}) lose the letter of a number: {one} and {other}"
        f" are both shown as {shown}; use panels with letters, or give each series figures of its own (2001-2999)",
    )


def _alike(setup: OfficeSetup, counter: CounterId, kind: PanelKind) -> tuple[str, str] | None:
    """A number that may be called to this counter and one of another series, which visitors read as the same."""
    shown = {series.code: _shown(series, kind) for series in _in_use(setup)}
    called = {setup.series_for(code, love=False).code for code in setup.counter(counter).services}
    for code in sorted(called | {setup.love_series}):
        for other, labels in shown.items():
            both = shown[code].keys() & labels.keys() if other != code else ()
            if both:
                first = min(both)
                return shown[code][first], labels[first]
    return None


def _in_use(setup: OfficeSetup) -> tuple[NumberSeries, ...]:
    used = {setup.love_series, *(service.series for service in setup.services)}
    return tuple(series for series in setup.series if series.code in used)


def _shown(series: NumberSeries, kind: PanelKind) -> Mapping[str, str]:
    """Each of its numbers, by what the panel shows of it."""
    labels = (series.label(number) for number in range(series.first, series.last + 1))
    return {kind.as_shown(label): label for label in labels}

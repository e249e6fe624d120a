"""Whether the lines to counter panels and keypads can be opened, and who answers on them."""

import time
from collections.abc import Callable, Iterator
from typing import Final

from drivers.bus.opening import OfficeBus
from drivers.printing.ports import device_of
from waitline.model.device import Health
from waitline.model.errors import WaitlineError
from waitline.model.office import OfficeSetup
from waitline.rules.keypad_numbers import keypad_numbers

from .finding import Finding, Topic, notice, well, wrong
from .panels import numbers_alike

_OPENS_WITHIN_S: Final = 2.5
_ANSWERS_WITHIN_S: Final = 5.0


def check_buses(setup: OfficeSetup) -> Iterator[Finding]:
    """Every line, and who cannot sign in at a keypad. A panel that is looked at shows its counter's number."""
    for bus in setup.buses:
        try:
            line = OfficeBus(setup, bus.id)
            yield from numbers_alike(setup, line)
            device_of(bus.port)
        except WaitlineError as error:
            yield wrong(Topic.BUSES, f"{bus.id}：{error.words.zh}", f"{bus.id}: {error.words.en}")
            continue
        for counter in line.panels:
            line.show(counter, counter)
        line.line.start()
        try:
            yield from _look_at(line)
        finally:
            line.line.close()
    if any(counter.keypad is not None for counter in setup.counters):
        yield from _numbers(setup)


def _look_at(bus: OfficeBus) -> Iterator[Finding]:
    name = f"{bus.id}（{bus.line.port_id}）"
    if not _until(lambda: bus.line.is_up, _OPENS_WITHIN_S):
        yield notice(
            Topic.BUSES,
            f"{name} 無法開啟（若 waitline-keypads 正在使用，請先關閉再檢查）",
            f"{name} cannot be opened (if waitline-keypads is using it, close that and look again)",
        )
        return
    answering = bus.answering
    _until(lambda: all(bus.line.states[one].health is not Health.UNKNOWN for one in answering), _ANSWERS_WITHIN_S)
    states = bus.line.states
    silent = sorted(one for one in answering if states[one].health is not Health.WELL)
    heard = sorted(answering - set(silent))
    if heard:
        yield well(Topic.BUSES, f"{name} 有回應：{'、'.join(heard)}", f"{name}: {', '.join(heard)} answered")
    if silent:
        yield wrong(
            Topic.BUSES,
            f"{name} 沒有回應：{'、'.join(silent)}；請核對位址、鮑率與接線",
            f"{name}: no answer from {', '.join(silent)}; check address, baud and wiring",
        )
    yield from _by_eye(name, [one for one in states if one not in answering])


def _by_eye(name: str, mute: list[str]) -> Iterator[Finding]:
    """What says nothing by itself must be looked at."""
    if mute:
        yield notice(
            Topic.BUSES,
            f"{name} 不會自行回應：{'、'.join(mute)}；面板現在應顯示自己的櫃台號碼，鍵盤請試按",
            f"{name}: {', '.join(mute)} say nothing by themselves; each panel should show its counter's number"
            " now, a keypad has to be tried",
        )


def _numbers(setup: OfficeSetup) -> Iterator[Finding]:
    numbered = set(keypad_numbers(setup).values())
    without = [person.id for person in setup.staff if person.id not in numbered]
    if without:
        yield notice(
            Topic.BUSES,
            f"{'、'.join(without)} 沒有可在鍵盤輸入的代號，需要時請在設定檔加上 number",
            f"{', '.join(without)} cannot sign in at a keypad; give those who should a number in the office file",
        )


def _until(done: Callable[[], bool], within_s: float) -> bool:
    until = time.monotonic() + within_s
    while not done():
        if time.monotonic() >= until:
            return False
        time.sleep(0.02)
    return True

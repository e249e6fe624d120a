"""Whether the counters' keys can be had while another program has the focus, on this very computer."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from drivers.hotkeys.errors import HotkeysTrouble, KeysTaken
from drivers.hotkeys.opening import open_hotkeys
from waitline.model.errors import WaitlineError
from waitline.model.global_keys import MAY_BE_GLOBAL, leaves_others_alone
from waitline.model.office import OfficeSetup
from waitline.settings.key_file import key_settings, read_key

from .finding import Finding, Level, Topic, from_error, notice, well

_ANSWERS_WITHIN_S: Final = 5.0


def check_hotkeys(setup: OfficeSetup, file: Path | None) -> Iterator[Finding]:
    """The keys of what any counter names: as the `file` of its program has them, else the usual ones."""
    named = dict.fromkeys(name for counter in setup.counters for name in counter.global_keys)
    if not named:
        if file is not None:
            yield notice(
                Topic.KEYS,
                "沒有櫃台設定 global_keys，按鍵只在叫號程式的視窗裡有效",
                "no counter has global_keys, so keys are heard in the program's own window only",
            )
        return
    try:
        keys = _in_force(named, key_settings(file))
    except WaitlineError as error:
        yield from_error(Topic.KEYS, error)
        return
    common = ", ".join(key for key in keys if not leaves_others_alone(key))
    if common:
        yield notice(
            Topic.KEYS,
            f"{common} 是其他程式常用的鍵，不會作為全域按鍵；請用 waitline-counter --keys 改成功能鍵",
            f"{common}: needed in other programs, so not global; see waitline-counter --keys",
        )
    ours = tuple(key for key in keys if leaves_others_alone(key))
    if ours:
        yield _look_at(ours)


def _in_force(named: Iterable[str], settings: Mapping[str, str]) -> tuple[str, ...]:
    """What is really pressed for these; nothing for what the settings leave without a key."""
    spelled = {name: settings.get(name, MAY_BE_GLOBAL[name]) for name in named}
    return tuple(read_key(name, key) for name, key in spelled.items() if key.strip())


def _look_at(keys: tuple[str, ...]) -> Finding:
    """Ask for them as the counter program does, and give them back."""
    states: SimpleQueue[HotkeysTrouble | None] = SimpleQueue()
    try:
        hotkeys = open_hotkeys(lambda _: None, states.put)
    except HotkeysTrouble as error:
        return from_error(Topic.KEYS, error, Level.NOTICE)
    try:
        hotkeys.hold(keys)
        state = states.get(timeout=_ANSWERS_WITHIN_S)
    except Empty:
        return notice(Topic.KEYS, "畫面伺服器沒有回應", "the screen's server does not answer")
    finally:
        hotkeys.close()
    shown = ", ".join(keys)
    if isinstance(state, KeysTaken):
        return notice(
            Topic.KEYS,
            f"{state.words.zh}（若叫號程式正在這台電腦執行，請先關閉再檢查）",
            f"{state.words.en} (if the counter program runs on this computer, close it and look again)",
        )
    if state is not None:
        return from_error(Topic.KEYS, state, Level.NOTICE)
    return well(
        Topic.KEYS,
        f"這台電腦可以在其他視窗使用 {shown}",
        f"{shown} can be used here while another program has the focus",
    )

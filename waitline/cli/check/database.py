"""Whether the database can be reached, fits the program, holds this office, agrees about the time."""

import time
from collections.abc import Iterator
from typing import Final

from waitline.cli.reasons import reasons_for
from waitline.model.clock import SECOND
from waitline.model.errors import WaitlineError
from waitline.model.words import Words
from waitline.settings.office_folder import OfficeFolder
from waitline.store.condition import condition_of
from waitline.store.engine import Store
from waitline.views.devices import all_troubles

from .devices import check_devices
from .finding import Finding, Topic, from_error, notice, well, wrong

_CLOCK_APART_S: Final = 5
_IN_SECONDS: Final = 120


def check_database(folder: OfficeFolder) -> Iterator[Finding]:
    try:
        with reasons_for(folder.database_url):
            condition = condition_of(folder.database_url)
            say = well if condition.is_utf8 else wrong
            yield say(
                Topic.DATABASE,
                f"{folder.database_shown}（{condition.product}，{condition.encoding}）",
                f"{folder.database_shown} ({condition.product}, {condition.encoding})",
            )
            yield from _office(folder)
    except WaitlineError as error:
        yield from_error(Topic.DATABASE, error)


def _office(folder: OfficeFolder) -> Iterator[Finding]:
    store = Store(folder.database_url, folder.office_id)
    try:
        before = time.time()
        with store.reading() as look:
            after = time.time()
            held_s = 0.0 if look.is_turned else look.held_s
            database_time = look.now / SECOND - held_s
            standing, with_pin = look.setup, look.with_pin()
            troubles = all_troubles(look)
    finally:
        store.close()
    if standing != folder.setup:
        yield notice(
            Topic.DATABASE,
            "設定檔已修改但尚未生效，請執行 waitline init",
            "the office file was edited but is not in effect yet; run waitline init",
        )
    yield _clock(database_time - (before + after) / 2)
    if held_s > _CLOCK_APART_S:
        yield _held(held_s)
    without = [person.id for person in folder.setup.staff if person.id not in with_pin]
    if without:
        yield notice(
            Topic.DATABASE,
            f"尚未設定密碼（waitline set-pin）：{'、'.join(without)}",
            f"No PIN yet (waitline set-pin): {', '.join(without)}",
        )
    yield from check_devices(troubles, standing)


def _clock(ahead_s: float) -> Finding:
    """How far the database's clock is from this PC's; the office goes by that one, whatever this one says."""
    apart = _duration(abs(ahead_s))
    zh, en = f"本機時鐘與資料庫相差 {apart.zh}", f"this PC's clock is {apart.en} off the database's"
    if abs(ahead_s) <= _CLOCK_APART_S:
        return well(Topic.DATABASE, zh, en)
    return notice(
        Topic.DATABASE, f"{zh}；叫號以資料庫為準，請校正", f"{en}; the hall goes by the database's, set it right"
    )


def _held(held_s: float) -> Finding:
    """The clock was ahead when the last entry was written: the hall's time stands still until it is that late."""
    ahead = _duration(held_s)
    return wrong(
        Topic.DATABASE,
        f"最後一筆紀錄在未來（{ahead.zh}後）：資料庫的時鐘曾經調快。號碼與順序無誤，但時間與等候在那之前都不準，各畫面不顯示時間；"
        "請確認時鐘已校正，等時間追上即恢復",
        f"the last entry lies {ahead.en} in the future: the database's clock had been ahead. Numbers and order are"
        " right; times and waits are wrong until then, and no screen shows the time. See that the clock is right;"
        " all is well again once it has caught up",
    )


def _duration(seconds: float) -> Words:
    """As a person says it: seconds below two minutes, else hours and minutes."""
    if seconds < _IN_SECONDS:
        return Words(zh=f"{seconds:.1f} 秒", en=f"{seconds:.1f} s")
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return Words(zh=f"{minutes} 分", en=f"{minutes} min")
    return Words(zh=f"{hours} 小時 {minutes} 分", en=f"{hours} h {minutes} min")

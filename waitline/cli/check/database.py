"""Whether the database can be reached, fits the program, holds this office, agrees about the time."""

import time
from collections.abc import Iterator
from typing import Final

from waitline.cli.reasons import reasons_for
from waitline.model.clock import SECOND
from waitline.model.errors import WaitlineError
from waitline.settings.office_folder import OfficeFolder
from waitline.store.condition import condition_of
from waitline.store.engine import Store
from waitline.views.devices import all_troubles

from .devices import check_devices
from .finding import Finding, Topic, from_error, notice, well, wrong

_CLOCK_APART_S: Final = 5


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
            office_time, standing, with_pin = look.now / SECOND, look.setup, look.with_pin()
            troubles = all_troubles(look)
    finally:
        store.close()
    if standing != folder.setup:
        yield notice(
            Topic.DATABASE,
            "設定檔已修改但尚未生效，請執行 waitline init",
            "the office file was edited but is not in effect yet; run waitline init",
        )
    yield _clock(office_time - (before + after) / 2)
    without = [person.id for person in folder.setup.staff if person.id not in with_pin]
    if without:
        yield notice(
            Topic.DATABASE,
            f"尚未設定密碼（waitline set-pin）：{'、'.join(without)}",
            f"No PIN yet (waitline set-pin): {', '.join(without)}",
        )
    yield from check_devices(troubles, standing)


def _clock(ahead_s: float) -> Finding:
    """How far the office's clock is from this PC's; the office goes by its own, whatever this one says."""
    zh, en = (
        f"本機時鐘與資料庫相差 {abs(ahead_s):.1f} 秒",
        f"this PC's clock is {abs(ahead_s):.1f} s off the database's",
    )
    if abs(ahead_s) <= _CLOCK_APART_S:
        return well(Topic.DATABASE, zh, en)
    return notice(
        Topic.DATABASE, f"{zh}；叫號以資料庫為準，請校正", f"{en}; the hall goes by the database's, set it right"
    )

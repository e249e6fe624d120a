"""Waiting for something that can be looked at: with a deadline, and words for what did not happen."""

import time
from collections.abc import Callable
from typing import ClassVar, Final, TypeVar

from waitline.model.errors import WaitlineError
from waitline.model.words import Words

T = TypeVar("T")
LOOK_EVERY_S: Final = 0.03


class DidNotHappen(WaitlineError):
    """What the demo waited for has not come about."""

    zh: ClassVar[str] = "{seconds:g} 秒內沒有發生：{what_zh}{seen_zh}"
    en: ClassVar[str] = "did not happen within {seconds:g} s: {what_en}{seen_en}"


def wait_for(
    what: Words, look: Callable[[], T | None], *, within_s: float, seen: Callable[[], str] | None = None
) -> T:
    """The first thing that `look` finds; raises `DidNotHappen` with `what`, and what is `seen` instead."""
    deadline = time.monotonic() + within_s
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() >= deadline:
            instead = seen() if seen is not None else ""
            raise DidNotHappen(
                seconds=within_s,
                what_zh=what.zh,
                what_en=what.en,
                seen_zh=f"；看到的是：{instead}" if instead else "",
                seen_en=f"; seen instead: {instead}" if instead else "",
            )
        time.sleep(LOOK_EVERY_S)

"""Touches and keys by chance: nothing breaks, nothing sticks, and every number is accounted for.

Ten thousand of them from a new seed are a measure of `./run bench visitors`.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from waitline.model.office import KioskSetup, Paperless
from waitline.model.staff import StaffId
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

from .fingers import Fingers
from .houses import House, Stand
from .monkey import Monkey
from .monkey_watch import Told, a_visitor_comes, nothing_else_is_seen, numbers_of, tickets_of
from .test_kiosk_takes_numbers import NO_REASON, at_home
from .test_touches import asking

Stands = Callable[..., Stand]
ACTIONS = 250
BETWEEN_VISITORS = 25
ASKS = KioskSetup(id="kiosk-1", paperless=Paperless.OFFERED)


@pytest.mark.parametrize(("seed", "setup"), [(20261126, ASKS), (3, replace(NO_REASON, ask_wait_from=2))])
def test_touches_and_keys_by_chance_break_nothing_and_lose_no_number(
    stand: Stands, house: House, qtbot: QtBot, seed: int, setup: KioskSetup
) -> None:
    if setup is ASKS:
        asking(house)
    Floor(house.store).set_pin(request=new_request(), staff=StaffId("supervisor"), pin="8642")
    kiosk = stand(kiosk=setup)
    left: list[bool] = []
    kiosk.door.leave_wanted.connect(left.append)
    at_home(qtbot, kiosk)
    monkey, visitors = Monkey(kiosk, seed), 0
    with Told() as told:
        for done in range(1, ACTIONS + 1):
            monkey.act()
            if done % BETWEEN_VISITORS == 0:
                where = f"seed {seed}, {done} actions, the last of them {monkey.did}"
                a_visitor_comes(kiosk, monkey.fingers, qtbot.waitUntil)
                visitors += 1
                assert told.warnings == [], where
                assert nothing_else_is_seen(kiosk), where
        qtbot.waitUntil(lambda: set(told.numbers) == set(told.wanted))
    assert numbers_of(house) == told.numbers, f"seed {seed}"
    assert tickets_of(house) == len(told.wanted) == len(set(told.wanted)) > visitors
    assert left == []


def test_whoever_comes_while_the_one_before_sends_the_help_away_gets_a_number(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand(kiosk=ASKS)
    at_home(qtbot, kiosk)
    fingers = Fingers(kiosk, at_once=False)
    for touch in ("help", "withdraw"):
        qtbot.waitUntil(lambda touch=touch: kiosk.sees(touch))
        kiosk.clock.later(1)
        fingers.tap(fingers.middle(touch))
    a_visitor_comes(kiosk, fingers, qtbot.waitUntil)
    assert len(numbers_of(house)) == 1

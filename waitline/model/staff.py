"""The people behind the counters."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from .clock import Instant
from .counter import CounterId

StaffId = NewType("StaffId", str)


class Role(StrEnum):
    CLERK = "clerk"
    GREETER = "greeter"
    BACK_LINE = "backline"
    SUPERVISOR = "supervisor"
    INSTALLER = "installer"


RECEPTION: Final = (Role.GREETER, Role.CLERK, Role.SUPERVISOR)
"""Who may receive visitors: lead them, check their papers, come when help is asked for."""

MAY_SUMMON: Final = RECEPTION
"""Who may ask somebody of the back line to come, and send them back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Somebody who may sign in. No `counters` means any counter. `number`: what they type at a keypad. `deputy`:
    who does their work while they are away (代理人).
    """

    id: StaffId
    name: str
    roles: frozenset[Role]
    counters: tuple[CounterId, ...] = ()
    number: str | None = None
    deputy: StaffId | None = None

    def may(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class PinRecord:
    """What the database remembers of somebody's PIN: an argon2 hash or none, and wrong tries in a row."""

    staff: StaffId
    pin_hash: str | None = None
    failures: int = 0
    locked_until: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffDoor:
    """What the database remembers of a kiosk's staff door: wrong tries, and when the last was."""

    place: str
    wrong_tries: int = 0
    wrong_at: Instant | None = None

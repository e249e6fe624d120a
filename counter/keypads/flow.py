"""One counter's keypad and panel as decisions: which press is which wish, and what the panel says to it.

It stands before the clerk's own flow, which keeps one press one request however often it is tried. A keypad
belongs to its counter: whoever is signed in there, also at a console, works with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from counter.actions import Action, Wish
from counter.at_the_door import offered
from counter.attempt import Answer, Attempt
from counter.face import Face, Post, Stage, Tone
from counter.flow import ClerkFlow
from counter.kept import Kept
from counter.nudges import Forgotten
from counter.refusals import PinNeeded
from drivers.bus.keys import Key
from drivers.bus.panel_kind import BLANK, DASHES
from waitline.model.counter import CounterId
from waitline.model.errors import WaitlineError, WrongPin
from waitline.model.office import OfficeSetup
from waitline.model.staff import StaffId
from waitline.rules.keypad_numbers import somebody_numbered

from . import codes, meanings
from .numbers import place_of, wish_of
from .typing import Typed, Typing

if TYPE_CHECKING:
    from waitline.views.counter_view import CounterView

CODE_S: Final = 4.0
"""How long a panel says why something was refused."""
PLACE_S: Final = 2.0
"""How long it says for which service somebody was taken, as it is typed: nobody takes that for their number."""
SAYS_SERVICE: Final = frozenset({Action.WALK_IN, Action.CORRECT})
TAKE_OVER_S: Final = 10.0
"""So long ENTER, pressed once more, takes over from the counter where somebody is still signed in."""
IDLE_ROOM: Final = "--99"
"""What a panel must have room for to say how many wait: figures alone would be taken for somebody's number."""
_SHUT: Final = frozenset({Stage.CLOSED, Stage.PAUSED})


class KeypadFlow:
    """Everything from one thread. `clock`: seconds that only run forward."""

    def __init__(
        self,
        counter: CounterId,
        setup: OfficeSetup,
        *,
        new_request: Callable[[], str],
        clock: Callable[[], float],
        room: int = 0,
    ) -> None:
        """`room`: letters the panel can show; 0: figures alone, or there is none."""
        self.counter = counter
        self._setup, self._room = setup, room
        self._clock = clock
        self._clerk = ClerkFlow(new_request=new_request, clock=clock)
        self._typing = Typing(clock)
        self._kept: Kept[Key] = Kept()
        self._floor, self._known = 0, False
        self._code, self._code_until = "", 0.0
        self._take_over: Wish | None = None
        self._before: Key | None = None
        self._in_touch = True

    # -- keys --------------------------------------------------------------------------------------------

    def key(self, key: Key) -> Attempt | None:
        """What this press asks of the hall, if anything.

        Keys that come while the hall is being asked wait for its answer: a PIN is typed faster than it is asked
        for.
        """
        if self._clerk.face().under_way is None:
            return self._meant(key)
        self._kept.keep(key, may_repeat=key.is_digit)
        return None

    def kept_key(self) -> Attempt | None:
        """The wish of the keys that were kept, as far as the first one that is a wish."""
        while self._clerk.face().under_way is None and (key := self._kept.next()) is not None:
            attempt = self._meant(key)
            if attempt is not None:
                return attempt
        return None

    def _meant(self, key: Key) -> Attempt | None:
        taking_over = self._take_over if key is Key.ENTER and self._clock() < self._code_until else None
        self._code_until, self._take_over = 0.0, None
        self._kept.begun(key)
        before, self._before = self._before, key
        if (before, key) == (Key.WALK_IN, Key.ENTER):
            return None  # whoever is used to agreeing to it has nothing wrong
        if taking_over is not None:
            return self._wish(taking_over)
        typed = self._typing.now
        if typed.menu:
            key = meanings.MENUS[typed.menu - 1].get(key, key)
        if key.is_digit:
            self._typing.add(key)
            return None
        if key is Key.ENTER:
            return self._enter(typed)
        self._typing.clear()
        if key is Key.MENU and typed.menu < len(meanings.MENUS):
            self._typing.become(Typed(menu=typed.menu + 1))
        if key in (Key.MENU, Key.CLEAR):
            return None
        return self._asked_for(key, again=typed.asking is meanings.ASKING.get(key, Action.SIGN_IN), typed=typed)

    def _asked_for(self, key: Key, *, again: bool, typed: Typed) -> Attempt | None:
        stage = self._clerk.face().stage
        if stage is Stage.SIGNED_OUT:
            return self._say(codes.SIGN_IN_FIRST if self._known else codes.OUT_OF_TOUCH)
        if stage in _SHUT and key in (Key.NEXT, Key.PAUSE):
            return self._wish(Wish(action=Action.OPEN))
        if key is Key.WALK_IN and typed.digits:
            return self._typed_for(Action.WALK_IN, typed)
        if key in meanings.AT_ONCE:
            return self._wish(Wish(action=meanings.AT_ONCE[key]))
        if again:
            return self._enter(typed)
        self._typing.become(Typed(asking=meanings.ASKING[key]))
        return None

    def _enter(self, typed: Typed) -> Attempt | None:
        self._typing.clear()
        stage = self._clerk.face().stage
        if stage is Stage.SIGNED_OUT:
            return self._signing_in(typed)
        action = typed.asking or (Action.BEGIN if stage is Stage.CALLED else None)
        if action is None and stage is Stage.SERVING and typed.digits:
            action = Action.CORRECT
        return self._say(codes.NOT_UNDERSTOOD) if action is None else self._typed_for(action, typed)

    def _typed_for(self, action: Action, typed: Typed) -> Attempt | None:
        view = self._clerk.face().view
        meant = codes.NOT_UNDERSTOOD if view is None else wish_of(action, typed.digits, view)
        return self._say(meant) if isinstance(meant, str) else self._wish(meant)

    def _signing_in(self, typed: Typed) -> Attempt | None:
        if not self._known:
            return self._say(codes.OUT_OF_TOUCH)
        who = typed.login or somebody_numbered(self._setup, typed.digits)
        if not typed.digits or who is None:
            return self._say(codes.NOBODY_BY_NUMBER)
        pin = typed.digits if typed.login is not None else None
        return self._wish(Wish(action=Action.SIGN_IN, staff=who, counter=self.counter, pin=pin))

    def _wish(self, wish: Wish) -> Attempt | None:
        return self._clerk.press(wish)

    def _say(self, code: str, seconds: float = CODE_S) -> Attempt | None:
        """On the panel, for so long; no wish came of it."""
        self._code, self._code_until = code, self._clock() + seconds
        return None

    # -- what came of it ---------------------------------------------------------------------------------

    def done(self, attempt: Attempt, answer: Answer) -> None:
        """The hall has done it."""
        self._clerk.done(attempt, answer)
        if attempt.wish.action is Action.ASK_FOR_CASE_HELP:
            self._say(codes.ASKED)
        if attempt.wish.action in SAYS_SERVICE and answer.ticket is not None and answer.ticket.service is not None:
            place = place_of(self._setup, answer.ticket.service)
            self._say(f"{DASHES[:1]}{place:02}", PLACE_S)
        if answer.view is not None:
            self.view_came(answer.view)

    def failed(self, attempt: Attempt, error: WaitlineError) -> float | None:
        """It was not done. Seconds until it is tried again, or None: the panel says why."""
        again = self._clerk.failed(attempt, error)
        if again is not None:
            return again
        login = attempt.wish.staff if attempt.wish.action is Action.SIGN_IN else None
        if isinstance(error, PinNeeded):
            self._typing.become(Typed(login=login))
            return None
        offer = offered(attempt, error)
        self._take_over = None if offer is None else replace(attempt.wish, leaving=offer.leaving)
        self._say(codes.code_of(error), CODE_S if offer is None else TAKE_OVER_S)
        if isinstance(error, WrongPin):
            self._typing.become(Typed(login=login))
        self._kept.clear()
        return None

    def to_try_again(self) -> Attempt | None:
        return self._clerk.to_try_again()

    # -- what the hall says ------------------------------------------------------------------------------

    def view_came(self, view: CounterView) -> None:
        """The hall as just read; older than what we had is dropped."""
        if view.seq < self._floor:
            return
        self._floor, self._setup, self._known = view.seq, view.setup, True
        self._clerk.view_came(view)
        staff, post = view.desk.staff, self._clerk.post
        if staff is not None and post is None and self._clerk.face().under_way is None:
            self._clerk.signed_in(Post(counter=self.counter, staff=StaffId(staff)), view.desk)
            self._clerk.view_came(view)
            self._typing.clear()
            self._take_over = None

    def reopened(self) -> None:
        """The hall is read anew, perhaps from a copy that ends earlier."""
        self._floor = 0
        self._clerk.reopened()

    def touch(self, *, in_touch: bool) -> None:
        """Whether what is known of the hall is fresh."""
        self._in_touch = in_touch
        if in_touch:
            self._clerk.back_in_touch()
        else:
            self._clerk.lost_touch()

    def settle_due(self) -> bool:
        return self._clerk.settle_due()

    # -- what to show ------------------------------------------------------------------------------------

    def panel(self) -> str:
        """What the panel shows as of now."""
        if self._clock() < self._code_until:
            return self._code
        typed = self._typing.now
        if not typed.is_nothing:
            return typed.shown
        face = self._clerk.face()
        if face.under_way is not None and face.message is not None and face.message.tone is Tone.TROUBLE:
            return codes.OUT_OF_TOUCH
        current = face.view.current if face.view is not None else None
        if current is not None:
            return self._reminding(current.label, face)  # a visitor goes by it, whatever else is the matter
        if not self._in_touch:
            return codes.OUT_OF_TOUCH
        return self._waiting(face) if face.stage in {Stage.READY, Stage.RESERVED, Stage.IDLE} else BLANK

    def _waiting(self, face: Face) -> str:
        """How many wait, while the clerk is reminded of it: behind dashes nobody takes it for a number."""
        if face.nudge is None or face.nudge.kind is not Forgotten.NEXT or self._room < len(IDLE_ROOM):
            return DASHES
        return f"{DASHES}{min(face.nudge.waiting, 99):>2}"

    def _reminding(self, label: str, face: Face) -> str:
        """With a mark behind it where there is room: public as it is, only the clerk knows what it means."""
        reminds = face.nudge is not None and face.nudge.label == label and self._room > len(label)
        return f"{label}?" if reminds else label

    def look_at_seat(self) -> None:
        """Time passes at the counter."""
        self._clerk.look_at_seat()

    def changes_at(self) -> float | None:
        """When the panel will say something else by itself."""
        now = self._clock()
        moments = [self._code_until if now < self._code_until else None, self._typing.forgotten_at]
        return min((moment for moment in moments if moment is not None), default=None)

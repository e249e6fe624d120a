"""「需要協助」: a visitor at a kiosk asks for a person, somebody comes or gives the number from where they sit."""

from waitline.model.errors import HelpOver, HelpUnknown
from waitline.model.help import HelpCall
from waitline.model.journal import Kind
from waitline.model.office import OfficeSetup
from waitline.model.slip import Taken
from waitline.model.staff import RECEPTION, StaffId
from waitline.model.ticket import Need, Origin, PriorityClass
from waitline.store import help_calls
from waitline.store.hall import Hall

from .issuing import NewTicket, take, taken
from .performing import Actor, Facts, person
from .requests import wish
from .settling import settle


class Helping(Actor):
    """Part of `Reception`: calls for help."""

    def ask_for_help(self, *, request: str, place: str, language: str = "zh-TW") -> int:
        """Somebody at `place` (a kiosk's id) asks for a person; the id of the call.

        While a call from there is unanswered it is that call: nobody has to come twice.
        """

        def body(hall: Hall) -> Facts:
            waits = help_calls.open_at(hall, place)
            if waits is not None:
                return {"help": waits.id}
            number = hall.note(Kind.HELP_ASKED, place=place, language=language)
            call = HelpCall(id=number, place=place, language=language, asked_at=hall.now)
            help_calls.add(hall, call)
            return {"help": number}

        asked = wish("ask_for_help", request, place=place, language=language)
        return self._perform(asked, body, lambda _, facts: int(facts["help"]))

    def answer_help(self, *, request: str, help_id: int, by: StaffId) -> None:
        """Somebody is coming. Raises `HelpUnknown` when another is, `HelpOver` when nobody is wanted any more."""

        def body(hall: Hall) -> Facts:
            person(hall, by, *RECEPTION)
            call = _not_over(hall, help_id)
            if not call.is_open:
                raise HelpUnknown()
            _answer(hall, call, by)
            return {}

        self._perform(wish("answer_help", request, help_id=help_id, by=by), body, lambda *_: None)

    def withdraw_help(self, *, request: str, help_id: int) -> None:
        """The visitor needs nobody any more, or not yet; nothing where the call is over already."""

        def body(hall: Hall) -> Facts:
            call = _known(hall, help_id)
            if call.ended_at is None:
                hall.note(Kind.HELP_WITHDRAWN, place=call.place, help=call.id)
                help_calls.keep(hall, call, ended_at=hall.now)
            return {}

        self._perform(wish("withdraw_help", request, help_id=help_id), body, lambda *_: None)

    def take_for_help(
        self,
        *,
        request: str,
        help_id: int,
        by: StaffId,
        service: str | None,
        love: bool = False,
        language: str | None = None,
        needs: frozenset[Need] = frozenset(),
    ) -> Taken:
        """Give the visitor who asked a number: it appears at their kiosk, and its slip at that kiosk's printer.

        Answers the call if nobody has. `language` None: the one help was asked for in. Raises `HelpUnknown` when
        somebody else is coming, `HelpOver` when nobody is wanted any more or a number was given.
        """

        def body(hall: Hall) -> Facts:
            person(hall, by, *RECEPTION)
            call = _not_over(hall, help_id)
            if call.answered_by not in {None, by}:
                raise HelpUnknown()
            new = NewTicket(
                service=service,
                priority=PriorityClass.LOVE if love else PriorityClass.ORDINARY,
                language=language or call.language,
                needs=needs,
                origin=Origin.GREETER,
            )
            return _give(hall, call, new, by)

        asked = wish(
            "take_for_help", request, help_id=help_id, by=by, service=service, love=love, language=language,
            private=(needs,),
        )  # fmt: skip
        return self._perform(asked, body, taken)


def _known(hall: Hall, number: int) -> HelpCall:
    call = help_calls.one(hall, number)
    if call is None:
        raise HelpUnknown()
    return call


def _not_over(hall: Hall, number: int) -> HelpCall:
    call = _known(hall, number)
    if call.ended_at is not None:
        raise HelpOver()
    return call


def _answer(hall: Hall, call: HelpCall, by: StaffId) -> HelpCall:
    hall.note(Kind.HELP_ANSWERED, staff=by, place=call.place, help=call.id)
    return help_calls.keep(hall, call, answered_at=hall.now, answered_by=by)


def _give(hall: Hall, call: HelpCall, new: NewTicket, by: StaffId) -> Facts:
    """The number, at the kiosk of the call; see `issuing.taken`."""
    if call.is_open:
        call = _answer(hall, call, by)
    facts = take(hall, new, by=by, printer=_printer_at(hall.setup, call.place))
    ticket = hall.ticket(facts["ticket"])
    hall.note(
        Kind.HELP_NUMBER_GIVEN,
        ticket=ticket.id,
        staff=by,
        place=call.place,
        help=call.id,
        label=ticket.label,
    )
    help_calls.keep(hall, call, ended_at=hall.now, ticket=ticket.id, ahead=facts["ahead"])
    settle(hall)
    return facts


def _printer_at(setup: OfficeSetup, place: str) -> str | None:
    return next((kiosk.printer for kiosk in setup.kiosks if kiosk.id == place), None)

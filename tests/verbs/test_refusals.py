"""Every refusal by its name: said in both languages, and nothing has changed."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.builders import LiveHall
from tests.verbs import acts
from waitline.model import errors, office_errors, sign_in_errors, slip_errors
from waitline.model.device import Health
from waitline.model.errors import Refused
from waitline.verbs.calling import Calling
from waitline.verbs.devices import Devices
from waitline.verbs.floor import Floor
from waitline.verbs.printing import PrintDesk
from waitline.verbs.receipts import Receipts
from waitline.verbs.requests import new_request
from waitline.verbs.service_desk import ServiceDesk

Do = Callable[[LiveHall, Any], Any]


def at(counter: str, verb: str, by: str = "c03", **facts: Any) -> Do:
    """A verb of a clerk's, whoever is signed in where."""
    return lambda hall, _: getattr(Calling(hall.store), verb)(
        request=new_request(), counter=counter, by=by, **facts
    )


def sign_in(counter: str, staff: str, pin: str | None = None, leaving: str | None = None) -> Do:
    return lambda hall, _: Calling(hall.store).sign_in(
        request=new_request(), counter=counter, staff=staff, pin=pin, leaving=leaving
    )


def certificate_at_seven(hall: LiveHall) -> None:
    hall.take("CERT")
    hall.clerk("7").serves()


def wheelchair_at_seven(hall: LiveHall) -> None:
    hall.take("TRANS", needs=frozenset({"wheelchair"}))
    hall.clerk("7").calls()


def reception(verb: str, **facts: Any) -> Do:
    return lambda hall, _: getattr(hall.reception, verb)(request=new_request(), **facts)


def unpark(by: str = "c03", label: str = "A001") -> Do:
    return lambda hall, _: Calling(hall.store).unpark(request=new_request(), label=label, by=by)


def at_service_desk(staff: str, pin: str | None = None) -> Do:
    return lambda hall, _: ServiceDesk(hall.store).begin_service_desk(request=new_request(), staff=staff, pin=pin)


def set_pin(staff: str, pin: str) -> Do:
    return lambda hall, _: Floor(hall.store).set_pin(request=new_request(), staff=staff, pin=pin)


def receipt(counter: str = "3", by: str = "c03", **facts: Any) -> Do:
    return lambda hall, _: Receipts(hall.store).print_receipt(
        request=new_request(), counter=counter, by=by, label="A001", **facts
    )


def sent_slip(hall: LiveHall) -> Any:
    desk, job = acts.slip(hall)
    desk.sent(job)
    return desk, job


def serving_at_seven(hall: LiveHall) -> None:
    hall.clerk("3")
    clerk = hall.clerk("7")
    hall.take()
    clerk.serves()


def receipt_of_another(hall: LiveHall) -> int:
    job = acts.receipt_given(hall)
    hall.take()
    return job.id


def done(hall: LiveHall) -> Any:
    return acts.serving(hall).do("finish")


def waited_past_undo(hall: LiveHall) -> Any:
    acts.called(hall)
    return hall.turn(seconds=10, ms=1)


def moved_since(hall: LiveHall) -> Any:
    acts.missed(hall)
    hall.reception.welcome_back(request=new_request(), label="A001")


def help_withdrawn(hall: LiveHall) -> int:
    asked = acts.help_asked(hall)
    hall.reception.withdraw_help(request=new_request(), help_id=asked)
    return asked


def help_given(hall: LiveHall) -> int:
    asked = acts.help_asked(hall)
    hall.reception.take_for_help(request=new_request(), help_id=asked, by="greeter", service="TRANS")
    return asked


def answer(by: str = "greeter") -> Do:
    return lambda hall, asked: hall.reception.answer_help(request=new_request(), help_id=asked, by=by)


def take_for_help(by: str = "greeter", **facts: Any) -> Do:
    return lambda hall, asked: hall.reception.take_for_help(
        **({"request": new_request(), "help_id": asked, "by": by, "service": "TRANS"} | facts)
    )


def busy_seven(hall: LiveHall) -> Any:
    acts.clerk(hall)
    hall.clerk("7")
    hall.love()
    return Calling(hall.store).call_next(request=new_request(), counter="7", by="c07")


def cancelled_slip(hall: LiveHall) -> Any:
    desk, job = acts.slip(hall)
    hall.reception.cancel(request=new_request(), label="A001")
    return desk, job


def sent_to_seven(hall: LiveHall) -> Any:
    return acts.called_with_seven_open(hall).do("transfer", to_counter="7")


def typhoon(hall: LiveHall) -> Any:
    acts.clerk(hall)
    closed = '\n[[special_days]]\ndate = 2026-11-20\nhours = "closed"\n'
    Floor(hall.store).set_up_office(hall.document + closed, request=new_request())


def seals_after_noon(hall: LiveHall) -> Any:
    acts.clerk(hall)
    document = hall.document.replace('code = "SEAL"', 'code = "SEAL"\nhours = "13:00-17:00"')
    Floor(hall.store).set_up_office(document, request=new_request())


REFUSALS: list[tuple[str, Callable[[LiveHall], Any], Do, type[Refused]]] = [
    ("an unknown service is taken", acts.clerk, reception("take_ticket", service="VISA"), errors.UnknownService),
    ("no service without love", acts.clerk, reception("take_ticket", service=None), errors.UnknownService),
    ("a kiosk in a closed office", typhoon, reception("take_ticket", service="TRANS"), errors.OfficeClosed),
    ("love at a kiosk in a closed office", typhoon, reception("take_ticket", service=None, love=True),
     errors.OfficeClosed),
    ("a kiosk before its service's hours", seals_after_noon, reception("take_ticket", service="SEAL"),
     errors.ServiceNotOnOffer),
    ("an unknown service is begun", acts.called, at("3", "begin", service="VISA"), errors.UnknownService),
    ("a walk-in for an unknown service", acts.clerk, at("3", "serve_walk_in", service="VISA"),
     errors.UnknownService),
    ("corrected to an unknown service", acts.serving, at("3", "correct_service", service="VISA"),
     errors.UnknownService),
    ("corrected to what it does not serve", acts.serving, at("3", "correct_service", service="CERT"),
     errors.NotServedHere),
    ("corrected before it was begun", acts.called, at("3", "correct_service", service="SEAL"), errors.IllegalMove),
    ("on to an unknown service", acts.serving, at("3", "continue_with", service="VISA"), errors.UnknownService),
    ("transferred to an unknown service", acts.serving, at("3", "transfer", service="VISA"),
     errors.UnknownService),
    ("an unknown counter calls", acts.clerk, at("99", "call_next"), errors.UnknownCounter),
    ("signing in at an unknown counter", acts.clerk, sign_in("99", "c07"), errors.UnknownCounter),
    ("transferred to an unknown counter", acts.serving, at("3", "transfer", to_counter="99"),
     errors.UnknownCounter),
    ("a love visitor transferred to an unknown counter", lambda hall: (hall.love(), hall.clerk("7").calls()),
     at("7", "transfer", by="c07", to_counter="99"), errors.UnknownCounter),
    ("brought to an unknown counter", acts.clerk,
     reception("bring_love_visitor", by="greeter", counter="99"), errors.UnknownCounter),
    ("an unknown number is cancelled", acts.clerk, reception("cancel", label="A777"), errors.UnknownTicket),
    ("a number of no series", acts.clerk, reception("cancel", label="Z001"), errors.UnknownTicket),
    ("an unknown number is called", acts.clerk, at("3", "call_ticket", label="A777", reason="急"),
     errors.UnknownTicket),
    ("a cancelled number's slip is sent", cancelled_slip, lambda hall, slip: slip[0].sent(slip[1]),
     errors.IllegalMove),
    ("an unknown slip", acts.clerk, lambda hall, _: PrintDesk(hall.store, "kiosk-1").sent(777),
     errors.UnknownTicket),
    ("an unknown person signs in", acts.clerk, sign_in("7", "nobody"), errors.UnknownStaff),
    ("an unknown person's PIN", acts.clerk, set_pin("nobody", "2468"), errors.UnknownStaff),
    ("an unknown person checks papers", acts.waiting,
     reception("mark_prechecked", label="A001", by="nobody"), errors.UnknownStaff),
    ("an unknown person brings somebody", acts.clerk, reception("bring_love_visitor", by="nobody"),
     errors.UnknownStaff),
    ("an unknown person answers", acts.help_asked, answer("nobody"), errors.UnknownStaff),
    ("an unknown person takes a number for help", acts.help_asked, take_for_help("nobody"), errors.UnknownStaff),
    ("an installer answers", acts.help_asked, answer("installer"), errors.NotAllowed),
    ("an installer takes a number for help", acts.help_asked, take_for_help("installer"), errors.NotAllowed),
    ("an unknown service for help", acts.help_asked, take_for_help(service="VISA"), errors.UnknownService),
    ("no service for help without love", acts.help_asked, take_for_help(service=None), errors.UnknownService),
    ("an unknown person unparks", acts.parked, unpark(by="nobody"), errors.UnknownStaff),
    ("an unknown person cancels", acts.waiting, reception("cancel", label="A001", by="nobody"),
     errors.UnknownStaff),
    ("an unknown person takes a number", acts.waiting,
     reception("take_ticket", service="TRANS", by="nobody"), errors.UnknownStaff),
    ("an unknown person welcomes back", acts.missed, reception("welcome_back", label="A001", by="nobody"),
     errors.UnknownStaff),
    ("an unknown person prints", acts.waiting, reception("reprint", label="A001", printer="desk", by="nobody"),
     errors.UnknownStaff),
    ("a waiting number comes back", acts.waiting, reception("welcome_back", label="A001"), errors.IllegalMove),
    ("a number being served is cancelled", acts.serving, reception("cancel", label="A001"), errors.IllegalMove),
    ("a missed number is cancelled", acts.missed, reception("cancel", label="A001"), errors.IllegalMove),
    ("a finished number's papers are checked", done,
     reception("mark_prechecked", label="A001", by="greeter"), errors.IllegalMove),
    ("a finished number is called", done, at("3", "call_ticket", label="A001", reason="急"), errors.IllegalMove),
    ("a waiting number is unparked", acts.waiting, unpark(), errors.IllegalMove),
    ("a visitor being served is begun", acts.serving, at("3", "begin"), errors.IllegalMove),
    ("a visitor being served is recalled", acts.serving, at("3", "recall"), errors.IllegalMove),
    ("a visitor being served is absent", acts.serving, at("3", "no_show"), errors.IllegalMove),
    ("a visitor being served is put back", acts.serving, at("3", "put_back"), errors.IllegalMove),
    ("next before the visitor was begun", acts.called, at("3", "call_next"), errors.NotBegun),
    ("finished before it was begun", acts.called, at("3", "finish"), errors.NotBegun),
    ("going on before it was begun", acts.called, at("3", "continue_with", service="SEAL"), errors.IllegalMove),
    *((f"nobody there to {verb}", acts.clerk, at("3", verb, **facts), errors.CounterEmpty) for verb, facts in {
        "recall": {}, "begin": {}, "finish": {}, "no_show": {}, "put_back": {}, "park": {"reason": "拍照"},
        "transfer": {"service": "SEAL"}, "continue_with": {"service": "SEAL"},
        "correct_service": {"service": "SEAL"}}.items()),
    *((f"somebody is there: {verb}", acts.serving, at("3", verb, **facts), errors.CounterOccupied)
      for verb, facts in {"pause": {"reason": "午休"}, "close_counter": {}, "sign_out": {}, "override_reserve": {},
                          "serve_walk_in": {"service": "TRANS"}}.items()),
    ("brought to a busy counter", busy_seven,
     reception("bring_love_visitor", by="greeter", counter="7"), errors.CounterOccupied),
    *((f"{verb} at a counter that is not open", acts.paused, at("3", verb, **facts), errors.CounterNotOpen)
      for verb, facts in {"call_next": {}, "override_reserve": {}, "recall": {}, "pause": {"reason": "午休"},
                          "serve_walk_in": {"service": "TRANS"},
                          "call_ticket": {"label": "A001", "reason": "急"}}.items()),
    ("brought to a closed counter", acts.clerk,
     reception("bring_love_visitor", by="greeter", counter="7"), errors.CounterNotOpen),
    ("a counter somebody is sent to is taken out of the office", sent_to_seven,
     lambda hall, _: Floor(hall.store).set_up_office(
         hall.document.replace('id = "7"', 'id = "77"'), request="new"),
     office_errors.StillInUse),
    ("somebody else's counter", acts.clerk, sign_in("3", "c07"), errors.CounterTaken),
    ("a second counter", acts.clerk, sign_in("7", "c03"), sign_in_errors.SignedInElsewhere),
    ("a second counter, leaving one where somebody else sits", lambda hall: (acts.clerk(hall), hall.clerk("7")),
     sign_in("8", "c03", leaving="7"), sign_in_errors.SignedInElsewhere),
    ("a counter that cannot take the visitor along", certificate_at_seven,
     sign_in("3", "c07", leaving="7"), sign_in_errors.VisitorStays),
    ("a counter that cannot take the wheelchair along", wheelchair_at_seven,
     sign_in("9", "c07", leaving="7"), sign_in_errors.VisitorStays),
    *((f"not signed in: {verb}", acts.clerk, at("3", verb, by="c07", **facts), errors.NotSignedIn)
      for verb, facts in {"call_next": {}, "sign_out": {}, "open": {}, "pause": {"reason": "午休"}, "undo": {},
                          "close_counter": {}, "finish": {}, "serve_walk_in": {"service": "TRANS"}}.items()),
    ("nobody is signed in", acts.clerk, at("7", "call_next", by="c07"), errors.NotSignedIn),
    ("an installer takes a number for somebody", acts.clerk,
     reception("take_ticket", service="TRANS", by="installer"), errors.NotAllowed),
    ("an installer brings a no-show back", acts.missed,
     reception("welcome_back", label="A001", by="installer"), errors.NotAllowed),
    ("an installer makes a number void", acts.clerk_and_waiting,
     reception("cancel", label="A001", by="installer"), errors.NotAllowed),
    ("an installer leads a love visitor", acts.clerk,
     reception("bring_love_visitor", by="installer"), errors.NotAllowed),
    ("an installer at the service desk", acts.clerk, at_service_desk("installer"), errors.NotAllowed),
    ("an installer at a counter", acts.clerk, sign_in("7", "installer"), errors.NotAllowed),
    ("a counter that is not one's own", acts.clerk, sign_in("7", "limited"), errors.NotAllowed),
    ("an installer checks papers", acts.waiting,
     reception("mark_prechecked", label="A001", by="installer"), errors.NotAllowed),
    ("a PIN of three digits", acts.clerk, set_pin("c03", "246"), errors.PinTooShort),
    ("called out of order without a reason", acts.clerk_and_waiting,
     at("3", "call_ticket", label="A001", reason=" "), errors.ReasonNeeded),
    ("paused without a reason", acts.clerk, at("3", "pause", reason=""), errors.ReasonNeeded),
    ("parked without a reason", acts.called, at("3", "park", reason=" "), errors.ReasonNeeded),
    ("transferred to nowhere", acts.called, at("3", "transfer"), errors.ReasonNeeded),
    ("a walk-in this counter does not serve", acts.clerk, at("3", "serve_walk_in", service="CERT"),
     errors.NotServedHere),
    ("a love visitor begun who has not said for what", lambda hall: (hall.love(), hall.clerk("7").calls()),
     at("7", "begin", by="c07"), errors.ServiceNeeded),
    ("begun with what it does not serve", acts.called, at("3", "begin", service="CERT"), errors.NotServedHere),
    ("called where it is not served", lambda hall: (acts.clerk(hall), hall.take("CERT")),
     at("3", "call_ticket", label="E001", reason="急"), errors.NotServedHere),
    ("transferred where it is not served", acts.serving,
     at("3", "transfer", service="REG", to_counter="1"), errors.NotServedHere),
    ("transferred to a closed counter", acts.serving, at("3", "transfer", to_counter="7"),
     errors.CounterTakesNobody),
    ("continued at a closed counter", acts.serving, at("3", "continue_with", service="CERT", to_counter="7"),
     errors.CounterTakesNobody),
    ("a slip for a printer that is not there", acts.clerk,
     reception("take_ticket", service="TRANS", printer="nope"), errors.UnknownPrinter),
    ("a copy for a printer that is not there", acts.waiting, reception("reprint", label="A001", printer="nope"),
     errors.UnknownPrinter),
    ("on with a slip for a printer that is not there", acts.serving,
     at("3", "continue_with", service="CERT", printer="nope"), errors.UnknownPrinter),
    ("a slip that another program has begun", sent_slip,
     lambda _, slip: slip[0].sent(slip[1], request=new_request()), slip_errors.SlipTaken),
    ("a receipt that says nothing", acts.serving, receipt(note=" "), errors.ReasonNeeded),
    ("a receipt with a number of identity", acts.serving, receipt(note="請帶 A123456789 的身分證"),
     slip_errors.PersonalNumber),
    ("a receipt with a telephone", acts.serving, receipt(note="打 0912-345-678"), slip_errors.PersonalNumber),
    ("a receipt at a counter without a printer", serving_at_seven, receipt("7", "c07", note="缺章"),
     slip_errors.NoPrinterHere),
    ("a receipt for somebody who waits", acts.clerk_and_waiting, receipt(note="缺章"), errors.IllegalMove),
    ("a receipt for somebody at another counter", serving_at_seven, receipt(note="缺章"), errors.IllegalMove),
    ("a receipt by nobody", acts.serving, receipt(by="c07", note="缺章"), errors.NotSignedIn),
    ("a copy of another number's receipt", receipt_of_another, lambda hall, job: hall.reception.reprint(
        request=new_request(), label="A002", printer="desk", of=job), errors.UnknownTicket),
    ("a device that is not there", acts.clerk, lambda hall, _: Devices(hall.store).report_device(
        request=new_request(), device="line:panel-3", place="counter-3", health=Health.TROUBLE),
     errors.UnknownDevice),
    ("nothing to undo", acts.clerk, at("3", "undo"), errors.NothingToUndo),
    ("undone too late", waited_past_undo, at("3", "undo"), errors.UndoTooLate),
    ("somebody has moved it since", moved_since, at("3", "undo"), errors.UndoOvertaken),
    ("an unknown help call", acts.clerk, reception("answer_help", help_id=777, by="greeter"), errors.HelpUnknown),
    ("a help call answered already", acts.help_answered, answer(), errors.HelpUnknown),
    ("a help call answered by another", acts.help_answered, take_for_help("c07"), errors.HelpUnknown),
    ("a number for an unknown help call", acts.clerk, take_for_help(help_id=777), errors.HelpUnknown),
    ("an unknown help call withdrawn", acts.clerk, reception("withdraw_help", help_id=777), errors.HelpUnknown),
    ("a help call withdrawn", help_withdrawn, answer(), errors.HelpOver),
    ("a number for a help call withdrawn", help_withdrawn, take_for_help(), errors.HelpOver),
    ("a second number for a help call", help_given, take_for_help(), errors.HelpOver),
]  # fmt: skip

PROVEN_ELSEWHERE = {
    errors.RequestReused: "test_every_verb",
    errors.WrongPin: "test_pins",
    errors.LockedOut: "test_pins",
    errors.WrongLogin: "test_kiosk_staff",
    errors.StaffDoorClosed: "test_kiosk_staff",
    errors.NumbersUsedUp: "test_numbers",
    office_errors.SeriesInUse: "test_office_file_in_use",
    office_errors.DayWouldChange: "test_office_file_in_use",
    errors.NotAccessible: "test_own_line",
    errors.RequestNeeded: "test_asking",
    errors.BadText: "test_asking",
    errors.OutOfRange: "test_asking",
    errors.CounterMovedOn: "test_undo",
}


@pytest.mark.parametrize(
    ("prepare", "do", "refusal"), [case[1:] for case in REFUSALS], ids=[case[0] for case in REFUSALS]
)
def test_it_is_refused_in_words_and_nothing_has_changed(hall, prepare, do, refusal):
    prepared = prepare(hall)
    before = hall.everything()
    with pytest.raises(refusal) as refused:
        do(hall, prepared)
    assert type(refused.value) is refusal
    for words in (refused.value.words.zh, refused.value.words.en):
        assert words.strip()
        assert "{" not in words
        assert "None" not in words
    assert hall.everything() == before


def kinds_of(refusal: type[Refused]) -> Iterator[type[Refused]]:
    for kind in refusal.__subclasses__():
        yield kind
        yield from kinds_of(kind)


def test_every_refusal_there_is_has_been_met():
    met = {refusal for *_, refusal in REFUSALS} | set(PROVEN_ELSEWHERE)
    # an app's own refusals are tested with the app
    modules = (errors, office_errors, sign_in_errors, slip_errors)
    hall_errors = {module.__name__ for module in modules}
    assert met == {kind for kind in kinds_of(Refused) if kind.__module__ in hall_errors}


def test_a_refusal_names_what_the_number_is_doing_instead(hall):
    clerk = acts.serving(hall)
    with pytest.raises(errors.IllegalMove) as refused:
        clerk.do("recall")
    assert refused.value.words.zh == "A001 目前辦理中，不能重叫"
    assert refused.value.words.en == "A001 is being served now and cannot be called again"


def test_a_counter_in_use_says_by_whom(hall):
    acts.clerk(hall)
    with pytest.raises(errors.CounterTaken) as refused:
        hall.clerk("3", "c07")
    assert refused.value.words.zh == "3 號櫃台已由 同仁 c03 登入"

"""Every verb once or more, each with the hall it needs and what the journal gets: rows for the tests beside."""

from collections.abc import Callable
from typing import Any

from tests.builders import FRIDAY_NINE, Clerk, LiveHall
from tests.verbs.act import Act
from tests.verbs.acts_back_line import ACTS_OF_THE_BACK_LINE
from tests.verbs.acts_case_help import ACTS_OF_CASE_HELP
from tests.verbs.acts_learning import ACTS_OF_LEARNING
from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterId
from waitline.model.device import Health
from waitline.model.service import SeriesCode
from waitline.model.slip import Pending, PrintJob
from waitline.model.staff import StaffId
from waitline.model.ticket import Outcome, PaperNumber, Ticket
from waitline.verbs.calling import Calling
from waitline.verbs.devices import Devices
from waitline.verbs.floor import Floor
from waitline.verbs.handing_over import HandingOver
from waitline.verbs.printing import PrintDesk
from waitline.verbs.receipts import Receipts
from waitline.verbs.requests import new_request
from waitline.verbs.service_desk import ServiceDesk
from waitline.verbs.settling import Settling

GREETER = StaffId("greeter")


# -- what a hall is prepared with ------------------------------------------------------------------------------


def clerk(hall: LiveHall) -> Clerk:
    """The clerk of counter 3, nobody waiting."""
    return hall.clerk("3")


def waiting(hall: LiveHall) -> Ticket:
    """One visitor waits, a clerk is there."""
    hall.clerk("3")
    return hall.take()


def clerk_and_waiting(hall: LiveHall) -> Clerk:
    somebody = hall.clerk("3")
    hall.take()
    return somebody


def ready(hall: LiveHall) -> Clerk:
    somebody = hall.clerk("7")
    somebody.next()
    return somebody


def called(hall: LiveHall) -> Clerk:
    somebody = clerk_and_waiting(hall)
    somebody.calls()
    return somebody


def serving(hall: LiveHall) -> Clerk:
    somebody = clerk_and_waiting(hall)
    somebody.serves()
    return somebody


def serving_and_waiting(hall: LiveHall) -> Clerk:
    somebody = serving(hall)
    hall.take()
    return somebody


def called_with_seven_open(hall: LiveHall) -> Clerk:
    hall.clerk("7")
    return called(hall)


def paused(hall: LiveHall) -> Clerk:
    somebody = hall.clerk("3")
    somebody.do("pause", reason="午休")
    return somebody


def missed(hall: LiveHall) -> Ticket:
    ticket: Ticket = called(hall).do("no_show")
    return ticket


def parked(hall: LiveHall) -> Ticket:
    ticket: Ticket = serving(hall).do("park", reason="拍照", until=Instant(hall.now + 5 * MINUTE))
    return ticket


def parked_and_due(hall: LiveHall) -> Ticket:
    ticket = parked(hall)
    hall.turn(minutes=5)
    return ticket


def kept_for_love(hall: LiveHall) -> Clerk:
    """Three all-round counters open, the last free one kept, an ordinary visitor waiting for it."""
    asking, *others = hall.clerks("7", "8", "9")
    for other in others:
        hall.love()
        other.serves()
    asking.next()
    hall.take()
    return asking


def slip(hall: LiveHall) -> tuple[PrintDesk, int]:
    hall.clerk("3")
    job = hall.taken(printer="kiosk-1").job
    assert job is not None
    return PrintDesk(hall.store, "kiosk-1"), job.id


def help_asked(hall: LiveHall) -> int:
    hall.clerk("3")
    return hall.reception.ask_for_help(request=new_request(), place="kiosk-1")


def help_answered(hall: LiveHall) -> int:
    asked = help_asked(hall)
    hall.reception.answer_help(request=new_request(), help_id=asked, by=GREETER)
    return asked


def unseen(hall: LiveHall) -> str:
    """The request of a take whose visitor has left."""
    hall.clerk("3")
    hall.reception.take_ticket(request="unseen", service="TRANS", printer="kiosk-1")
    return "unseen"


def unseen_but_called(hall: LiveHall) -> str:
    hall.clerk("3").next()
    hall.reception.take_ticket(request="unseen", service="TRANS", printer="kiosk-1")
    return "unseen"


def unseen_but_printed(hall: LiveHall) -> str:
    hall.clerk("3")
    job = hall.reception.take_ticket(request="unseen", service="TRANS", printer="kiosk-1").job
    assert job is not None
    PrintDesk(hall.store, "kiosk-1").sent(job.id)
    return "unseen"


def nobody(hall: LiveHall) -> str:
    hall.clerk("3")
    return "never arrived"


def receipt(hall: LiveHall, _: object, request: str) -> PrintJob:
    """Papers are missing; tomorrow."""
    return Receipts(hall.store).print_receipt(
        request=request, counter=CounterId("3"), by=StaffId("c03"), label="A001", pending=Pending.PAPERS,
        note="缺印章", until=Instant(FRIDAY_NINE + 24 * 60 * MINUTE), whole_day=True,
    )  # fmt: skip


def receipt_given(hall: LiveHall) -> PrintJob:
    serving(hall)
    return receipt(hall, None, "a receipt")


# -- the verbs -------------------------------------------------------------------------------------------------


def _by_clerk(verb: str, **facts: Any) -> Callable[[LiveHall, Clerk, str], Any]:
    return lambda _hall, who, request: who.do(verb, request=request, **facts)


def _at_reception(verb: str, **facts: Any) -> Callable[[LiveHall, Any, str], Any]:
    """Reception's verbs; a prepared ticket is named by its label."""

    def do(hall: LiveHall, prepared: Any, request: str) -> Any:
        named = {"label": prepared.label} if isinstance(prepared, Ticket) and verb != "take_ticket" else {}
        return getattr(hall.reception, verb)(request=request, **named, **facts)

    return do


def _withdraw(hall: LiveHall, take: str, request: str) -> Ticket | None:
    return hall.reception.withdraw_unseen(request=request, take=take)


def _acts_of_reception() -> list[Act]:
    take = _at_reception
    return [
        Act(verb="take_ticket", prepare=clerk, do=take("take_ticket", service="TRANS"), kinds=("TicketTaken",)),
        Act(verb="take_ticket", how="with a slip", prepare=clerk, kinds=("TicketTaken",),
            do=take("take_ticket", service="REG", printer="kiosk-1", by=GREETER)),
        Act(verb="take_ticket", how="love, at a READY counter", prepare=ready,
            kinds=("TicketTaken", "TicketCalled"),
            do=take("take_ticket", service=None, love=True)),
        Act(verb="take_ticket", how="booked", prepare=clerk, kinds=("TicketTaken",),
            do=lambda hall, _, request: hall.reception.take_ticket(
                request=request, service="SEAL", slot=Instant(FRIDAY_NINE + 30 * MINUTE))),
        Act(verb="welcome_back", prepare=missed, do=take("welcome_back"), kinds=("TicketReturned",)),
        Act(verb="cancel", prepare=waiting, do=take("cancel"), kinds=("TicketCancelled",)),
        Act(verb="withdraw_unseen", prepare=unseen, do=_withdraw, kinds=("TicketCancelled",)),
        Act(verb="withdraw_unseen", how="called", prepare=unseen_but_called, kinds=("AlreadySo",),
            do=_withdraw),
        Act(verb="withdraw_unseen", how="on paper", prepare=unseen_but_printed, kinds=("AlreadySo",),
            do=_withdraw),
        Act(verb="withdraw_unseen", how="never taken", prepare=nobody, kinds=("AlreadySo",),
            do=_withdraw),
        Act(verb="cancel", how="parked", prepare=parked, do=take("cancel"), kinds=("TicketCancelled",)),
        Act(verb="reprint", prepare=waiting, do=take("reprint", printer="desk"), kinds=("SlipQueued",)),
        Act(verb="reprint", how="of a receipt", prepare=receipt_given, kinds=("SlipQueued",),
            do=lambda hall, job, request: hall.reception.reprint(
                request=request, label="A001", printer="desk", of=job.id)),
        Act(verb="print_receipt", prepare=serving, kinds=("SlipQueued",), do=receipt),
        Act(verb="print_receipt", how="parked", prepare=parked, kinds=("SlipQueued",), do=receipt),
        Act(verb="bring_love_visitor", prepare=clerk, do=take("bring_love_visitor", by=GREETER),
            kinds=("TicketTaken",)),
        Act(verb="bring_love_visitor", how="to a counter", prepare=ready, kinds=("TicketTaken", "ServingBegun"),
            do=take("bring_love_visitor", by=GREETER, counter="7")),
        Act(verb="begin_service_desk", prepare=nobody, kinds=("ServiceDeskBegun",),
            do=lambda hall, _, request: ServiceDesk(hall.store).begin_service_desk(
                request=request, staff=GREETER)),
        Act(verb="mark_prechecked", prepare=waiting, do=take("mark_prechecked", by=GREETER),
            kinds=("TicketPrechecked",)),
        Act(verb="ask_for_help", prepare=clerk, do=take("ask_for_help", place="kiosk-1"), kinds=("HelpAsked",)),
        Act(verb="answer_help", prepare=help_asked, kinds=("HelpAnswered",),
            do=lambda hall, asked, request: hall.reception.answer_help(request=request, help_id=asked,
            by=GREETER)),
        Act(verb="withdraw_help", prepare=help_asked, kinds=("HelpWithdrawn",),
            do=lambda hall, asked, request: hall.reception.withdraw_help(request=request, help_id=asked)),
        Act(verb="take_for_help", prepare=help_asked, kinds=("HelpAnswered", "TicketTaken", "HelpNumberGiven"),
            do=lambda hall, asked, request: hall.reception.take_for_help(
                request=request, help_id=asked, by=GREETER, service="TRANS", needs=frozenset({"deaf"}))),
        Act(verb="take_for_help", how="love, once somebody is coming", prepare=help_answered,
            kinds=("TicketTaken", "HelpNumberGiven"),
            do=lambda hall, asked, request: hall.reception.take_for_help(
                request=request, help_id=asked, by=GREETER, service=None, love=True)),
    ]  # fmt: skip


def _paper(hall: LiveHall, request: str) -> PaperNumber:
    """The first number of the series F, which a kiosk out of touch gave a minute ago."""
    return PaperNumber(
        request=request, series=SeriesCode("F"), number=1, label="F001",
        issued_at=Instant(FRIDAY_NINE - MINUTE), service="TRANS", printer="kiosk-1",
    )  # fmt: skip


def _acts_of_handing_over() -> list[Act]:
    return [
        Act(verb="hand_over", prepare=clerk, kinds=("TicketTaken",),
            do=lambda hall, _, request: HandingOver(hall.store).hand_over(_paper(hall, request))),
    ]  # fmt: skip


def _acts_of_calling() -> list[Act]:
    do = _by_clerk
    return [
        Act(verb="call_next", prepare=clerk_and_waiting, do=do("call_next"), kinds=("TicketCalled",)),
        Act(verb="call_next", how="while serving", prepare=serving_and_waiting, do=do("call_next"),
            kinds=("TicketFinished", "TicketCalled")),
        Act(verb="call_next", how="nobody", prepare=clerk, do=do("call_next"), kinds=("CounterReady",)),
        Act(verb="call_ticket", prepare=clerk_and_waiting, do=do("call_ticket", label="A001", reason="趕時間"),
            kinds=("TicketCalled",)),
        Act(verb="override_reserve", prepare=kept_for_love, do=do("override_reserve"),
            kinds=("ReserveOverridden", "TicketCalled")),
        Act(verb="recall", prepare=called, do=do("recall"), kinds=("TicketRecalled",)),
        Act(verb="begin", prepare=called, do=do("begin", service="SEAL"), kinds=("ServingBegun",)),
        Act(verb="finish", prepare=serving, do=do("finish", outcome=Outcome.NOT_POSSIBLE),
            kinds=("TicketFinished",)),
        Act(verb="no_show", prepare=called, do=do("no_show"), kinds=("NoShowMarked",)),
        Act(verb="put_back", prepare=called, do=do("put_back"), kinds=("TicketPutBack",)),
        Act(verb="park", prepare=serving, do=do("park", reason="拍照"), kinds=("TicketParked",)),
        Act(verb="park", how="called", prepare=called, do=do("park", reason="拍照"), kinds=("TicketParked",)),
        Act(verb="unpark", prepare=parked, kinds=("TicketUnparked",),
            do=lambda hall, ticket, request: Calling(hall.store).unpark(
                request=request, label=ticket.label, by=StaffId("c03"))),
        Act(verb="transfer", prepare=serving, do=do("transfer", service="SEAL", note="缺章"),
            kinds=("TicketTransferred",)),
        Act(verb="transfer", how="to a counter", prepare=called_with_seven_open, do=do("transfer", to_counter="7"),
            kinds=("TicketTransferred",)),
        Act(verb="continue_with", how="here", prepare=serving, do=do("continue_with", service="SEAL"),
            kinds=("TicketContinued",)),
        Act(verb="continue_with", how="elsewhere", prepare=serving, do=do("continue_with", service="CERT"),
            kinds=("TicketContinued",)),
        Act(verb="continue_with", how="elsewhere with a slip", prepare=serving,
            do=do("continue_with", service="CERT", printer="desk"), kinds=("TicketContinued", "SlipQueued")),
        Act(verb="correct_service", prepare=serving, do=do("correct_service", service="SEAL"),
            kinds=("ServiceCorrected",)),
        Act(verb="correct_service", how="to what it was", prepare=serving,
            do=do("correct_service", service="TRANS"), kinds=("AlreadySo",)),
        Act(verb="serve_walk_in", how="with a slip", prepare=clerk,
            do=do("serve_walk_in", service="TRANS", printer="desk"), kinds=("TicketTaken", "ServingBegun")),
        Act(verb="serve_walk_in", prepare=clerk, do=do("serve_walk_in", service="TRANS"),
            kinds=("TicketTaken", "ServingBegun")),
        Act(verb="undo", prepare=called, do=do("undo"), kinds=("ActionUndone", "CallWithdrawn")),
    ]  # fmt: skip


def _moves_to_seven(hall: LiveHall, _: Any, request: str) -> Any:
    return Calling(hall.store).sign_in(
        request=request, counter=CounterId("7"), staff=StaffId("c03"), leaving=CounterId("3")
    )


def _acts_at_counters() -> list[Act]:
    do = _by_clerk
    return [
        Act(verb="sign_in", prepare=waiting, kinds=("SignedIn", "CounterOpened"),
            do=lambda hall, _, request: Calling(hall.store).sign_in(request=request, counter="7", staff="c07")),
        Act(verb="sign_in", how="taking over, with whoever is called", prepare=called, do=_moves_to_seven,
            kinds=("SignedOut", "SignedIn", "CounterOpened", "TicketMoved", "TicketRecalled")),
        Act(verb="sign_in", how="taking over, with whoever is served", prepare=serving, do=_moves_to_seven,
            kinds=("SignedOut", "SignedIn", "CounterOpened", "TicketMoved")),
        Act(verb="unlock_console", prepare=clerk, kinds=("ConsoleUnlocked",),
            do=lambda hall, _, request: Calling(hall.store).unlock_console(
                request=request, counter=CounterId("3"), staff=StaffId("c03"), pin=None)),
        Act(verb="unlock_console", how="at a desk of their own", prepare=nobody, kinds=("ConsoleUnlocked",),
            do=lambda hall, _, request: Calling(hall.store).unlock_console(
                request=request, counter=None, staff=GREETER, pin=None)),
        Act(verb="sign_out", prepare=clerk, do=do("sign_out"), kinds=("SignedOut",)),
        Act(verb="open", prepare=paused, do=do("open"), kinds=("CounterOpened",)),
        Act(verb="pause", prepare=clerk, do=do("pause", reason="午休"), kinds=("CounterPaused",)),
        Act(verb="close_counter", prepare=clerk, do=do("close_counter"), kinds=("CounterClosed",)),
    ]  # fmt: skip


def _report(hall: LiveHall, _: Any, request: str) -> None:
    Devices(hall.store).report_device(
        request=request, device="kiosk-1", place="kiosk-1", health=Health.TROUBLE, causes=("paper_out",)
    )


def _slip(verb: str, *facts: Any) -> Callable[[LiveHall, Any, str], Any]:
    return lambda _hall, prepared, request: getattr(prepared[0], verb)(prepared[1], *facts, request=request)


def _acts_of_the_house() -> list[Act]:
    return [
        Act(verb="settle", prepare=parked_and_due, kinds=("TicketUnparked",),
            do=lambda hall, _, request: Settling(hall.store).settle(request=request)),
        Act(verb="sent", prepare=slip, do=_slip("sent"), kinds=("SlipSent",)),
        Act(verb="report_device", prepare=clerk, do=_report, kinds=("DeviceReported",)),
        Act(verb="confirmed", prepare=slip, do=_slip("confirmed"), kinds=("SlipConfirmed",)),
        Act(verb="failed", prepare=slip, do=_slip("failed", "paper_out"), kinds=("SlipFailed",)),
        Act(verb="set_pin", prepare=clerk, kinds=("PinSet",),
            do=lambda hall, _, request: Floor(hall.store).set_pin(request=request, staff="c03", pin="2468")),
        Act(verb="set_up_office", prepare=clerk, kinds=("OfficeSetUp",),
            do=lambda hall, _, request: Floor(hall.store).set_up_office(hall.document, request=request)),
        Act(verb="close_day", prepare=serving_and_waiting,
            kinds=("TicketClosed", "TicketExpired", "CounterClosed", "DayClosed"),
            do=lambda hall, _, request: Floor(hall.store).close_day(request=request)),
    ]  # fmt: skip


ACTS = [
    *_acts_of_reception(),
    *_acts_of_handing_over(),
    *_acts_of_calling(),
    *_acts_at_counters(),
    *_acts_of_the_house(),
    *ACTS_OF_THE_BACK_LINE,
    *ACTS_OF_CASE_HELP,
    *ACTS_OF_LEARNING,
]

"""From a clerk's wish for paper to the verb that queues it at the counter's own printer. Knows no Qt."""

from collections.abc import Callable, Mapping

from waitline.model.counter import CounterId
from waitline.model.slip import Pending
from waitline.model.slip_errors import NoPrinterHere
from waitline.model.words import Words
from waitline.store.engine import Store
from waitline.verbs.receipts import Receipts
from waitline.verbs.reception import Reception

from .actions import Action
from .attempt import Attempt


class PrintingVerbs:
    """Copies and receipts. Each is answered with words: what comes of them is paper."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reception = Reception(store)
        self._receipts = Receipts(store)
        self.by_action: Mapping[Action, Callable[[Attempt], Words]] = {
            Action.REPRINT: self._reprint,
            Action.RECEIPT: self._receipt,
        }

    def printer(self, counter: CounterId) -> str | None:
        """The counter's own, as the office file has it now."""
        with self._store.reading() as look:
            return look.setup.counter(counter).printer

    def _reprint(self, of: Attempt) -> Words:
        printer = self.printer(of.post.counter)
        if printer is None:
            raise NoPrinterHere(counter=of.post.counter)
        label = of.wish.label or ""
        self._reception.reprint(request=of.request, label=label, printer=printer, by=of.post.staff)
        return Words(zh=f"{label} 補印中", en=f"{label} is printed again")

    def _receipt(self, of: Attempt) -> Words:
        wish = of.wish
        job = self._receipts.print_receipt(
            request=of.request,
            counter=of.post.counter,
            by=of.post.staff,
            label=wish.label or "",
            pending=None if wish.reason is None else Pending(wish.reason),
            note=wish.note,
            until=of.until if wish.day is None else wish.day,
            whole_day=wish.whole_day,
        )
        label = job.ticket.label
        return Words(zh=f"{label} 的案件收執聯列印中", en=f"The case receipt of {label} is printed")

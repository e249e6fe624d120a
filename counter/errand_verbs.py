"""From a clerk's wish to the verb, where it is about what a visitor came for. Runs off the screen's thread."""

from collections.abc import Callable, Mapping

from waitline.store.engine import Store
from waitline.verbs.calling import Calling

from .actions import Action
from .attempt import Answer, Attempt
from .printing_verbs import PrintingVerbs


class ErrandVerbs:
    """Somebody without a number, another service or counter, and what was taken down wrong."""

    def __init__(self, store: Store, printing: PrintingVerbs) -> None:
        self._calling = Calling(store)
        self._printing = printing
        self.by_action: Mapping[Action, Callable[[Attempt], Answer]] = {
            Action.TRANSFER: self._transfer,
            Action.CONTINUE: self._continue,
            Action.CORRECT: self._correct,
            Action.WALK_IN: self._walk_in,
        }

    def _transfer(self, of: Attempt) -> Answer:
        ticket = self._calling.transfer(
            request=of.request,
            counter=of.post.counter,
            by=of.post.staff,
            service=of.wish.service,
            to_counter=of.wish.to_counter,
            note=of.wish.note,
        )
        return Answer(ticket=ticket)

    def _continue(self, of: Attempt) -> Answer:
        ticket = self._calling.continue_with(
            request=of.request,
            counter=of.post.counter,
            by=of.post.staff,
            service=of.wish.service or "",
            to_counter=of.wish.to_counter,
            printer=self._printing.printer(of.post.counter),
        )
        return Answer(ticket=ticket)

    def _correct(self, of: Attempt) -> Answer:
        ticket = self._calling.correct_service(
            request=of.request, counter=of.post.counter, by=of.post.staff, service=of.wish.service or ""
        )
        return Answer(ticket=ticket)

    def _walk_in(self, of: Attempt) -> Answer:
        ticket = self._calling.serve_walk_in(
            request=of.request,
            counter=of.post.counter,
            by=of.post.staff,
            service=of.wish.service or "",
            love=of.wish.love,
            printer=self._printing.printer(of.post.counter),
        )
        return Answer(ticket=ticket)

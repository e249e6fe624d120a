"""The number for a visitor who asked for help at a kiosk."""

from waitline.look import Look
from waitline.model.help import HelpCall
from waitline.model.office import OfficeSetup

from .actions import Action
from .number_sheet import NumberSheet
from .words import ClerkWords


class HelpSheet(NumberSheet):
    """The language they chose at the kiosk is chosen here."""

    def __init__(self, look: Look, words: ClerkWords, setup: OfficeSetup, call: HelpCall) -> None:
        super().__init__(
            look,
            words,
            Action.HELP_NUMBER,
            setup,
            spoken=_languages(setup, call),
            language=call.language,
            subject=words.place(call.place, setup),
        )
        self.help_id = call.id


def _languages(setup: OfficeSetup, call: HelpCall) -> tuple[str, ...]:
    """What that kiosk speaks; the language of the call is always among them."""
    offered = next((kiosk.languages for kiosk in setup.kiosks if kiosk.id == call.place), ())
    return offered if call.language in offered else (*offered, call.language)

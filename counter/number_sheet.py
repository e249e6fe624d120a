"""The number for a visitor who does not take it themselves: for what, in which language, with which needs."""

from collections.abc import Sequence
from typing import Final

from waitline.look import Look
from waitline.model.errors import Refused
from waitline.model.office import OfficeSetup
from waitline.model.ticket import Need

from .actions import Action, Wish
from .choices import AnyOf, OneOf, Option
from .refusals import ServiceNeeded
from .sheet import Sheet
from .words import ClerkWords

FEW: Final = 12
"""Up to so many services stand in two columns; more have to stand closer."""
BESIDE: Final = 3
"""So many languages have room beside ordinary and love."""
NOT_SAID: Final = ""
"""A love visitor may say at the counter what they came for."""


class NumberSheet(Sheet):
    """Asks what the visitor would have touched at a kiosk. `spoken`: the languages offered, `language` first."""

    def __init__(
        self,
        look: Look,
        words: ClerkWords,
        action: Action,
        setup: OfficeSetup,
        *,
        spoken: Sequence[str],
        language: str,
        subject: str = "",
    ) -> None:
        super().__init__(look, words, action, subject)
        services = [Option(value=s.code, words=words.short_service(s.code, setup)) for s in setup.services]
        services.append(Option(value=NOT_SAID, words=self.tr("愛心（項目到櫃台再說）")))
        columns = 2 if len(services) <= FEW else 4
        self._service = OneOf(look, "service", self.tr("辦理項目"), services, columns=columns, at=None, keyed=True)
        kinds = [Option(value=False, words=self.tr("一般")), Option(value=True, words=self.tr("愛心"))]
        self._love = OneOf(look, "love", self.tr("身分"), kinds, columns=2)
        options = [Option(value=tag, words=words.language_name(tag)) for tag in spoken]
        self._language = OneOf(
            look, "language", self.tr("語言"), options, columns=len(spoken), at=spoken.index(language)
        )
        self._needs = AnyOf(look, "needs", self.tr("需要（可複選）"), self._offered_needs())
        self.ask(self._service)
        if len(spoken) <= BESIDE:
            self.ask(self._love, self._language)
        else:
            self.ask(self._love)
            self.ask(self._language)
        self.ask(self._needs)
        self._service.chosen.connect(self._service_chosen)

    def wish(self) -> Wish | Refused:
        service, love = self._service.value, self._love.value is True
        if service is None or (service == NOT_SAID and not love):
            return ServiceNeeded()
        return Wish(
            action=self.action,
            help_id=self.help_id,
            service=str(service) if service != NOT_SAID else None,
            love=love,
            language=str(self._language.value),
            needs=frozenset(Need(str(need)) for need in self._needs.values),
        )

    def _service_chosen(self, service: object) -> None:
        if service == NOT_SAID:
            self._love.choose(True)

    def _offered_needs(self) -> list[Option]:
        return [
            Option(value=Need.DEAF, words=self.tr("聽障")),
            Option(value=Need.BLIND, words=self.tr("視障")),
            Option(value=Need.WHEELCHAIR, words=self.tr("輪椅")),
            Option(value=Need.SLOW, words=self.tr("請放慢")),
        ]

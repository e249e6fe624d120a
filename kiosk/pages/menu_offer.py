"""What a menu's tiles say: names, who is ahead, when it is served again, and the ways between pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from waitline.look import Face, Icon, icon_named
from waitline.model.calendar import Offer, Opening
from waitline.model.clock import local
from waitline.model.forecast import LONG_MINUTES, WaitRange
from waitline.model.service import Service, ServiceCode, ServiceGroup
from waitline.model.words import without_details
from waitline.rules.kiosk_menu import MenuPlace
from waitline.rules.letter_room import width_of
from waitline.views.wait_words import brief, figures

from ..tongue import BESIDE, both, both_words, first
from .menu_rail import RailOffer
from .tile_spread import Note
from .tile_wall import TileOffer
from .when import SHORT, date_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from waitline.model.office import OfficeSetup
    from waitline.rules.kiosk_menu import MenuPage
    from waitline.views.service_line import ServiceLine

    from ..hours import Offers

CRUMB = " › "
MANY: Final = 88
"""So many ahead need as much room as any below a hundred."""
WIDEST: Final = WaitRange(0, 38), WaitRange(28, 38), WaitRange(LONG_MINUTES, 88)
"""One of these needs as much room as any wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomers:
    """Of whoever takes a number now, by service: people ahead as the next page and the slip will say it, and the
    wait that is announced; left out where nothing is known."""

    ahead: Mapping[ServiceCode, int]
    waits: Mapping[ServiceCode | None, WaitRange]


NOTHING_KNOWN: Final = Newcomers(ahead={}, waits={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a service stands: served now, how many are ahead (None: not known), and the wait that is announced; else
    when again, if known."""

    served: bool
    ahead: int | None = None
    wait: WaitRange | None = None
    again: Opening | None = None


class MenuOffer(QObject):
    """Words for a page of the menu, in the language of the moment."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tells_waits = False

    def of(
        self,
        page: MenuPage,
        office: OfficeSetup,
        lines: Sequence[ServiceLine],
        newcomers: Newcomers,
        offers: Offers,
        language: str,
    ) -> tuple[TileOffer, ...]:
        """`lines` hold what is known of the services now, none: nothing. `offers` are the calendar's. Once waits
        were told, room is kept for them."""
        known = {line.code: line for line in lines}
        self._tells_waits |= any(brief(wait) is not None for wait in newcomers.waits.values())

        def standing(service: Service) -> Standing:
            line, offer = known.get(service.code), offers.of(service.code)
            return _standing(line, newcomers, service.code, offer, office)

        tiles = []
        for choice in page.choices:
            if isinstance(choice, Service):
                tiles.append(self._service(choice, standing(choice), language))
            else:
                inside = [service for service in office.services if service.group == choice.code]
                tiles.append(self._group(choice, [standing(service) for service in inside], language))
        return tuple(tiles)

    def around(self, page: MenuPage, language: str) -> RailOffer:
        """What to do, or where one is, and where one can go."""
        said, brief = self._said(page, language)
        return RailOffer(said=said, brief=brief, home=self.tr("回首頁"), number=self.tr("第 {page} 頁"), page=page)

    def _service(self, service: Service, standing: Standing, language: str) -> TileOffer:
        return TileOffer(
            name=f"service-{service.code}",
            icon=icon_named(service.icon),
            words=both_words(service.names, language),
            leads_to=service.code,
            face=Face.PLAIN if standing.served else Face.QUIET,
            notes=self._notes(standing, language),
            room=self._room(language),
        )

    def _notes(self, standing: Standing, language: str) -> tuple[Note, ...]:
        """How many are ahead and how long it will take, or that nobody serves it now."""
        if not standing.served:
            return (self._not_now(standing.again, language),)
        if standing.ahead is None:
            return ()
        return self._ahead(standing.ahead), *_soon(standing.wait, language)

    def _room(self, language: str) -> tuple[Note, ...]:
        """The widest notes of a service that is served."""
        if not self._tells_waits:
            return (self._ahead(MANY),)
        waits = [note for wait in WIDEST for note in _soon(wait, language)]
        text, short = (
            max(said, key=width_of) for said in zip(*((one.text, one.short) for one in waits), strict=True)
        )
        return self._ahead(MANY), replace(waits[0], text=text, short=short)

    def _ahead(self, ahead: int) -> Note:
        return Note(text=first(self.tr("前面 %n 人", "", ahead)), short=str(ahead), icon=Icon.PEOPLE)

    def _group(self, group: ServiceGroup, inside: Sequence[Standing], language: str) -> TileOffer:
        """A group says how much is in it; or, where none of it is served now, when the first of it is again."""
        served = any(one.served for one in inside)
        if served:
            note = Note(text=first(self.tr("%n 項服務", "", len(inside))))
        else:
            openings = [one.again for one in inside if one.again is not None]
            note = self._not_now(min(openings, key=attrgetter("at"), default=None), language)
        return TileOffer(
            name=f"group-{group.code}",
            icon=icon_named(group.icon),
            words=both_words(group.names, language),
            leads_to=MenuPlace(group=group.code),
            face=Face.PLAIN if served else Face.QUIET,
            notes=(note,),
        )

    def _not_now(self, again: Opening | None, language: str) -> Note:
        """As short as can be, in the visitor's language: "again from 13:00"."""
        if again is None:
            return Note(text=first(self.tr("目前無開放櫃台")), short=first(self.tr("暫停")))
        time, date = f"{again.at:%H:%M}", date_text(again.at, language, SHORT)
        match again.days_ahead:
            case 0:
                texts = self.tr("{time} 起"), self.tr("{time}起")
            case 1:
                texts = self.tr("明天 {time} 起"), self.tr("明天起")
            case _:
                texts = self.tr("{date} 起"), self.tr("{date}起")
        text, short = (first(one).format(time=time, date=date) for one in texts)
        return Note(text=text, short=short, icon=Icon.CLOCK)

    def _said(self, page: MenuPage, language: str) -> tuple[str, str]:
        """What to do, or in a group, home › group; and in fewer words."""
        if page.group is None:
            choose = self.tr("請選擇要辦理的業務")
            return (self.tr("請選擇業務，或按頁碼看更多") if page.pages > 1 else choose), choose
        names = both_words(without_details(page.group.names), language)
        way = BESIDE.join(CRUMB.join(part) for part in zip(both(self.tr("首頁")), names, strict=True))
        return way, BESIDE.join(names)


def _soon(wait: WaitRange | None, language: str) -> tuple[Note, ...]:
    """How long it will take, where that is told."""
    words, short = brief(wait), figures(wait)
    if words is None or short is None:
        return ()
    text, in_figures = words.in_language(language), short.in_language(language)
    return (Note(text=text, short=in_figures, icon=Icon.CLOCK, spare=True),)


def _standing(
    line: ServiceLine | None, newcomers: Newcomers, code: ServiceCode, offer: Offer, office: OfficeSetup
) -> Standing:
    """By the calendar first, which no open counter overrules; then by who is there."""
    if not offer.open:
        return Standing(served=False, again=offer.again)
    if line is None:
        return Standing(served=True)
    if line.open_counters > 0:
        return Standing(served=True, ahead=newcomers.ahead.get(code), wait=newcomers.waits.get(code))
    planned = None if line.again_at is None else Opening(at=local(line.again_at, office.zone), days_ahead=0)
    return Standing(served=False, again=planned)

"""What the tiles of a menu's page say: names, who waits, when it is served again, and the ways between pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from waitline.look import Face, Icon, icon_named
from waitline.model.clock import local
from waitline.model.service import Service, ServiceGroup
from waitline.rules.kiosk_menu import MenuPlace

from ..names import short
from ..tongue import BESIDE, both, both_words, first
from .tile_spread import Note
from .tile_wall import TileOffer, WallOffer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from waitline.model.office import OfficeSetup
    from waitline.model.service import ServiceCode
    from waitline.rules.kiosk_menu import MenuPage
    from waitline.views.service_line import ServiceLine

CRUMB = " › "


class MenuOffer(QObject):
    """Words for a page of the menu, in the language of the moment."""

    def of(self, page: MenuPage, office: OfficeSetup, lines: Sequence[ServiceLine], language: str) -> WallOffer:
        """`lines` hold what is known of the services now; none while nothing is known."""
        known = {line.code: line for line in lines}
        tiles = []
        for choice in page.choices:
            if isinstance(choice, Service):
                tiles.append(self._service(choice, office, known.get(choice.code), language))
            else:
                tiles.append(self._group(choice, office, known, language))
        return WallOffer(
            said=self._said(page, language),
            tiles=tuple(tiles),
            before=self._ways_back(page),
            after=self._ways_on(page),
        )

    def _service(
        self, service: Service, office: OfficeSetup, line: ServiceLine | None, language: str
    ) -> TileOffer:
        return TileOffer(
            name=f"service-{service.code}",
            icon=icon_named(service.icon),
            words=both_words(service.names, language),
            leads_to=service.code,
            face=Face.PLAIN if line is None or line.open_counters > 0 else Face.QUIET,
            notes=() if line is None else self._notes(line, office),
        )

    def _notes(self, line: ServiceLine, office: OfficeSetup) -> tuple[Note, ...]:
        """How many wait, or that nobody is there to serve it. A wait range would be a note after the first."""
        if line.open_counters > 0:
            text = first(self.tr("等候 %n 人", "", line.waiting))
            return (Note(text=text, short=str(line.waiting), icon=Icon.PEOPLE),)
        if line.again_at is not None:
            return (self._again(f"{local(line.again_at, office.zone):%H:%M}"),)
        return (self._nobody(),)

    def _group(
        self,
        group: ServiceGroup,
        office: OfficeSetup,
        known: Mapping[ServiceCode | None, ServiceLine],
        language: str,
    ) -> TileOffer:
        """A group says how much is in it; or, where none of it is served now, when the first of it is again."""
        inside = [service for service in office.services if service.group == group.code]
        lines = [known[service.code] for service in inside if service.code in known]
        served = len(lines) < len(inside) or any(line.open_counters > 0 for line in lines)
        if served:
            note = Note(text=first(self.tr("%n 項服務", "", len(inside))))
        else:
            again = min((line.again_at for line in lines if line.again_at is not None), default=None)
            note = self._nobody() if again is None else self._again(f"{local(again, office.zone):%H:%M}")
        return TileOffer(
            name=f"group-{group.code}",
            icon=icon_named(group.icon),
            words=both_words(group.names, language),
            leads_to=MenuPlace(group=group.code),
            face=Face.PLAIN if served else Face.QUIET,
            notes=(note,),
        )

    def _again(self, time: str) -> Note:
        return Note(text=first(self.tr("{time} 起受理")).format(time=time), short=time, icon=Icon.CLOCK)

    def _nobody(self) -> Note:
        return Note(text=first(self.tr("目前無開放櫃台")), short=first(self.tr("暫停")))

    def _ways_back(self, page: MenuPage) -> tuple[TileOffer, ...]:
        found = []
        if page.home is not None:
            found.append(_way("way-home", Icon.HOUSEHOLD, self.tr("回首頁"), page.home))
        if page.back is not None:
            found.append(_way("way-back", Icon.BACK, self.tr("前一頁"), page.back))
        return tuple(found)

    def _ways_on(self, page: MenuPage) -> tuple[TileOffer, ...]:
        if page.on is None:
            return ()
        return (_way("way-on", Icon.NEXT, self.tr("更多服務"), page.on),)

    def _said(self, page: MenuPage, language: str) -> str:
        """What to do, or where one is: home › group, and which page."""
        if page.group is None:
            halves: tuple[str, ...] = both(self.tr("請選擇要辦理的業務"))
        else:
            names = both_words(short(page.group.names), language)
            halves = tuple(CRUMB.join(part) for part in zip(both(self.tr("首頁")), names, strict=True))
        if page.pages > 1:
            of = both(self.tr("第 {page} 頁，共 {pages} 頁"))
            halves = tuple(
                f"{half} ({words.format(page=page.page + 1, pages=page.pages)})"
                for half, words in zip(halves, of, strict=True)
            )
        return BESIDE.join(halves)


def _way(name: str, icon: Icon, text: str, leads_to: MenuPlace) -> TileOffer:
    words = both(text)
    return TileOffer(name=name, icon=icon, words=words, leads_to=leads_to, face=Face.WAY)

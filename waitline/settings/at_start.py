"""What a program takes from its office file once, at its start; all else it follows in the database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from waitline.model.volume import FULL

if TYPE_CHECKING:
    from waitline.model.office import DisplaySetup, KioskSetup, OfficeSetup, PrinterSetup
    from waitline.model.service import NumberSeries


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskAtStart:
    """A kiosk's own entry, its printer's, and the range it gives numbers from while out of touch."""

    kiosk: KioskSetup
    printer: PrinterSetup | None
    range: NumberSeries | None


def kiosk_at_start(setup: OfficeSetup, kiosk_id: str) -> KioskAtStart | None:
    """None where the office has no such kiosk."""
    kiosk = next((one for one in setup.kiosks if one.id == kiosk_id), None)
    if kiosk is None:
        return None
    return KioskAtStart(
        kiosk=kiosk,
        printer=next((one for one in setup.printers if one.id == kiosk.printer), None),
        range=next((one for one in setup.series if one.code == kiosk.offline_series), None),
    )


def kiosks_to_restart(old: OfficeSetup, new: OfficeSetup) -> tuple[KioskSetup, ...]:
    """Kiosks of the new set-up that were there before and start otherwise now."""
    return tuple(
        one for one in new.kiosks if kiosk_at_start(old, one.id) not in (None, kiosk_at_start(new, one.id))
    )


def keypads_to_restart(old: OfficeSetup, new: OfficeSetup) -> bool:
    """Whether panels, keypads or their lines, which waitline-keypads knew, are others now."""
    return bool(old.buses) and _on_buses(old) != _on_buses(new)


def _on_buses(setup: OfficeSetup) -> tuple[object, ...]:
    return setup.buses, [(counter.id, counter.panel, counter.keypad) for counter in setup.counters]


def displays_to_restart(old: OfficeSetup, new: OfficeSetup) -> tuple[DisplaySetup, ...]:
    """Displays that were there before and start otherwise now; voices follow the kiosks' languages."""
    before = {one.id: _at_start(one) for one in old.displays}
    voices = {language for kiosk in old.kiosks for language in kiosk.languages} != {
        language for kiosk in new.kiosks for language in kiosk.languages
    }
    return tuple(one for one in new.displays if one.id in before and (voices or before[one.id] != _at_start(one)))


def _at_start(display: DisplaySetup) -> DisplaySetup:
    """How loud it speaks it follows."""
    return replace(display, volume=FULL)

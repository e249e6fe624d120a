"""What is asked before a number is given: only what the office has set, on as few pages as can be, and where it is
no third touch. What is not asked is told with the number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waitline.rules.kiosk_menu import HOME, MenuPlace

from .scenes import LongWait, NoCounter, Papers

if TYPE_CHECKING:
    from waitline.model.office import KioskSetup
    from waitline.model.service import Service
    from waitline.views.kiosk_view import KioskView

    from .scenes import Question


def before_number(
    service: Service,
    kiosk: KioskSetup,
    view: KioskView | None,
    place: MenuPlace,
    *,
    served: bool,
    eased: bool,
) -> Question | None:
    """The page to show first; None: the number can be given at once, as it is where a touch has led already: from
    every other page of the menu than the first, and in the accessible profile, where each press of a key counts.

    Out of touch with the office (`view` None) nothing is said of the wait. `served`: whether an open counter
    serves it; that none does is the only question then.
    """
    if place != HOME or eased:
        return None
    if not served:
        return NoCounter(service=service.code)
    ahead = None if view is None else _too_many(service, kiosk, view)
    wait = None if view is None or ahead is None else view.waits.get(service.code)
    if service.ask_papers:
        return Papers(service=service.code, ahead=ahead, wait=wait)
    return None if ahead is None else LongWait(service=service.code, ahead=ahead, wait=wait)


def _too_many(service: Service, kiosk: KioskSetup, view: KioskView) -> int | None:
    """How many are ahead, if the office wants that asked about."""
    ahead = view.ahead_of(service.code)
    asks = kiosk.ask_wait_from is not None and service.ask_wait and ahead >= kiosk.ask_wait_from
    return ahead if asks else None

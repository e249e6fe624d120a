"""Whoever taps on and on means one page; whoever looks first is heard on every page."""

from kiosk.scenes import Home, Number, Take

from .offices import a_kiosk
from .test_flow import Visitor

PERIOD_S = 0.05


def taps_love_for(visitor: Visitor, seconds: float) -> list[object]:
    """Twenty times a second at a place where each page has a button; the wishes that come of it."""
    wishes: list[object] = []
    for _ in range(round(seconds / PERIOD_S)):
        visitor.flow.glass_touched(visitor.now)
        if isinstance(visitor.flow.scene, Home):
            wish = visitor.flow.love_touched(visitor.now)
        else:
            visitor.flow.home_touched(visitor.now)
            wish = None
        if isinstance(wish, Take):
            wishes.append(wish)
            visitor.gets(wish, printed=False)
        visitor.waits(PERIOD_S)
    return wishes


def test_a_minute_of_tapping_is_one_number_though_pages_come_and_go() -> None:
    visitor = Visitor(kiosk=a_kiosk(love_asks_reason=False))
    assert len(taps_love_for(visitor, 60)) == 1


def test_the_first_touch_after_it_is_heard() -> None:
    visitor = Visitor(kiosk=a_kiosk(love_asks_reason=False))
    taps_love_for(visitor, 10)
    visitor.waits(65)
    assert isinstance(visitor.flow.scene, Home)
    visitor.flow.glass_touched(visitor.now)
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    assert isinstance(visitor.flow.scene, Number)


def test_quick_taps_that_began_on_the_page_that_stands_are_heard() -> None:
    """A finger that trembles: down twice within a tenth of a second."""
    visitor = Visitor()
    for _ in range(2):
        visitor.flow.glass_touched(visitor.now)
        visitor.now += 0.1
    assert visitor.touches_service() is not None

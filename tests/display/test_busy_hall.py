"""The real program beside a recorded busy day: what it has painted is held against the journal."""

from display.showing import STAY_UNDER_LOAD_S
from tests.display.busy_hall import BusyHall, missed, out_of_order, shown_in, stays
from tests.display.stage import display, wait_until
from tests.programs import PATIENCE_S

MINUTES, PACE = 20, 200
PAINTING_S = 1.0
"""How much later than decided a call may be painted on a busy machine, which shortens its time."""


def test_every_call_of_a_busy_third_of_an_hour_is_painted_in_the_order_of_the_journal(tmp_path):
    hall = BusyHall(tmp_path, languages=("zh-TW",))
    try:
        with display(tmp_path, {"QT_QPA_PLATFORM": "offscreen"}, "--mute") as program:
            program.wait_for("排練：busy")
            hall.play(until_s=MINUTES * 60, pace=PACE)
            calls = hall.calls()
            wait_until(lambda: not missed(calls, shown_in(program.said())), PATIENCE_S, "every call", program.said)
            shown = shown_in(program.said())
        assert len(shown) >= 10
        assert [one.seq for one in shown] == [call.seq for call in calls if call.withdrawn_at is None]
        assert not out_of_order(shown)
        assert min(stays(calls, shown)) >= STAY_UNDER_LOAD_S - PAINTING_S
    finally:
        hall.close()

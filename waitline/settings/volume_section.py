"""The part of a display's section that is about how loud its voice is."""

from waitline.model.volume import LOUDEST, Quieter, Volume

from .hours_sections import read_times
from .table import Table


def read_volume(table: Table) -> Volume:
    """``volume``, ``mute`` and ``[[displays.volume_at]]``."""
    return Volume(
        usual=table.whole("volume", LOUDEST, most=LOUDEST),
        at_times=tuple(one for part in table.tables("volume_at") if (one := _at_times(part)) is not None),
        mute=table.flag("mute", False),
    )


def _at_times(table: Table) -> Quieter | None:
    volume = table.whole("volume", most=LOUDEST)
    hours = read_times(table, "hours")
    if hours is None and not table.given("hours"):
        table.fault("hours", "請寫時間，例如 12:00-13:30", "write the times, as 12:00-13:30")
    table.finish()
    return None if hours is None else Quieter(hours=hours, volume=volume)

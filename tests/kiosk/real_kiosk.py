"""The real kiosk program on a screen in memory, with a window manager that has keys of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.stages import Stage, make_hall, stage
from tests.programs import needs

ROOT = Path(__file__).parents[2]
needs_a_window_manager = needs("Xvfb", "openbox", "xdotool")


@contextmanager
def real_kiosk(folder: Path) -> Iterator[Stage]:
    """It stands at home, without a printer; the caller has put `ROOT` on the programs' path."""
    office = make_hall(folder / "office", f"sqlite:///{folder}/office/queue.db", port=folder / "no printer")
    with stage("kiosk", folder) as place:
        place.start("kiosk", "--office", str(office.path))
        place.await_page("love")
        yield place

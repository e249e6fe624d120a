"""A simulated line as a process.

    python -m drivers.bus.simulator --link PATH --panel 3:3:hi-lo --keypad 3:35:ff68

Takes orders from standard input, a line each (``press 3 next``, ``noise FF 00``, ``silent 3`` ...: see `bus.py`),
and writes what panels show and when keys go down as JSON lines to standard output. Ends when standard input does.
"""

import argparse
import json
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from drivers.bus.description import load_keypad, load_panel
from drivers.bus.devices import KeypadAt, PanelAt
from drivers.bus.errors import SimulatorNeedsPty
from waitline.model.errors import WaitlineError

from .bus import BusSimulator

_WRITING = threading.Lock()


def main(arguments: Sequence[str] | None = None) -> int:
    """2 when the line cannot be as it was ordered."""
    parser = _parser()
    wish = parser.parse_args(arguments)
    names = [name for name, *_ in (*wish.panel, *wish.keypad)]
    if len(set(names)) < len(names):
        parser.error("every panel and keypad needs a name of its own, e.g. --panel p3:3:hi-lo --keypad 3:35:ff68")
    try:
        return _run(wish)
    except WaitlineError as error:
        sys.stderr.write(f"{error.words.zh}\n{error.words.en}\n")
        return 2


def _run(wish: argparse.Namespace) -> int:
    if sys.platform == "win32":
        raise SimulatorNeedsPty
    panels = tuple(PanelAt(name=n, address=int(a), kind=load_panel(kind)) for n, a, kind in wish.panel)
    keypads = tuple(KeypadAt(name=n, address=int(a), kind=load_keypad(kind)) for n, a, kind in wish.keypad)
    with BusSimulator(wish.link, wish.baud, panels=panels, keypads=keypads, on_shown=_shown) as simulator:
        _tell(ready=simulator.port)
        for line in sys.stdin:
            try:
                simulator.do(line.strip())
            except WaitlineError as error:
                _tell(refused=error.words.en)
            else:
                _tell(did=line.strip(), at=time.monotonic())
    return 0


def _shown(name: str, text: str, at: float) -> None:
    _tell(panel=name, shows=text, at=at)


def _tell(**facts: object) -> None:
    with _WRITING:
        sys.stdout.write(json.dumps(facts) + "\n")
        sys.stdout.flush()


def _device(text: str) -> tuple[str, ...]:
    parts = text.split(":", maxsplit=2)
    if len(parts) != 3 or not parts[1].isdecimal():
        raise argparse.ArgumentTypeError("NAME:ADDRESS:KIND, e.g. 3:35:ff68")
    return tuple(parts)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m drivers.bus.simulator", description="Panels and keypads on a pty, at the pace of the wire"
    )
    parser.add_argument("--link", type=Path, required=True, help="where the line's port appears")
    parser.add_argument("--baud", type=int, default=9600)
    parser.add_argument("--panel", type=_device, action="append", default=[], metavar="NAME:ADDRESS:KIND")
    parser.add_argument("--keypad", type=_device, action="append", default=[], metavar="NAME:ADDRESS:KIND")
    return parser


if __name__ == "__main__":
    sys.exit(main())

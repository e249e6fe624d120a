"""The emulated printer as a process: ``python -m drivers.printing.emulator --link PATH --out DIR``.

Writes slip-0001.png ... to DIR and one JSON object a line to standard output; ends cleanly on SIGTERM and Ctrl-C.
"""

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from drivers.printing.emulator.device import Emulator, Event
from drivers.printing.emulator.network_terminal import NetworkTerminal
from drivers.printing.errors import EmulatorNeedsPty
from drivers.printing.profile import BAUDS, load_profile
from waitline.model.errors import WaitlineError
from waitline.model.printer_port import network_port


def main(arguments: Sequence[str] | None = None) -> int:
    wish = _parser().parse_args(arguments)
    try:
        return _run(wish)
    except WaitlineError as trouble:
        sys.stderr.write(f"{trouble.words.zh}\n{trouble.words.en}\n")
        return 2


def _run(wish: argparse.Namespace) -> int:
    if sys.platform == "win32":
        raise EmulatorNeedsPty
    profile = load_profile(wish.profile)
    if wish.baud is not None:
        profile = profile.with_settings(baud=wish.baud)
    if wish.out is not None:
        wish.out.mkdir(parents=True, exist_ok=True)
    ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ending.set())
    network = network_port(wish.link)
    place = Path(wish.link) if network is None else NetworkTerminal(network.host, network.port)
    with Emulator(profile, place, turned=wish.turned, out=wish.out, control=wish.control, on_event=_write_event):
        ending.wait()
    return 0


def _write_event(event: Event) -> None:
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m drivers.printing.emulator",
        description="An ESC/POS receipt printer on a pty or TCP. RTS/CTS cannot be shown on a pty; use XON/XOFF.",
    )
    parser.add_argument("--link", required=True, help="where the printer's port appears; or tcp://127.0.0.1:9100")
    parser.add_argument("--out", type=Path, help="folder for a PNG of each slip")
    parser.add_argument("--profile", default="big5-80mm", help="a shipped profile or a TOML file")
    parser.add_argument("--baud", type=int, choices=BAUDS, help="instead of the profile's")
    parser.add_argument("--control", type=Path, help="named pipe for orders: paper out, paper ok, cover open ...")
    parser.add_argument("--turned", action="store_true", help="turn the clock instead of keeping the wire's pace")
    return parser


if __name__ == "__main__":
    sys.exit(main())

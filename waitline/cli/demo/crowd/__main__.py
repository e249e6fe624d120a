"""``python -m waitline.cli.demo.crowd --office DIR``: a busy hall until it is told to stop."""

import argparse
import random
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from waitline.logs import start_logs
from waitline.model.errors import WaitlineError
from waitline.settings.office_folder import open_office
from waitline.store.engine import Store

from .hall import BusyHall


def main(arguments: Sequence[str] | None = None) -> int:
    given = _arguments().parse_args(arguments)
    ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ending.set())
    with start_logs("crowd", folder=given.office / "state"):
        try:
            office = open_office(given.office)
            store = Store(office.database_url, office.office_id)
            try:
                chance = random.Random(given.seed)  # noqa: S311 - visitors, not secrets
                hall = BusyHall(store, office.setup, chance, left_free=frozenset(given.leave), pace=given.pace)
                hall.run(ending)
            finally:
                store.close()
        except WaitlineError as error:
            sys.stderr.write(f"{error.words.zh}\n{error.words.en}\n")
            return 1
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m waitline.cli.demo.crowd", description="模擬民眾與櫃台 · A busy hall"
    )
    parser.add_argument("--office", type=Path, required=True, help="the office's folder")
    parser.add_argument("--leave", action="append", default=[], help="a counter for somebody else to work at")
    parser.add_argument("--pace", type=float, default=14.0, help="how many times quicker than in life")
    parser.add_argument("--seed", type=int, help="the same visitors again")
    return parser


if __name__ == "__main__":
    sys.exit(main())

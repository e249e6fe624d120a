"""Shows the paper of an emulated printer: ``python -m waitline.desktop.paper --folder DIR``."""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect

from waitline.desktop.describe import Describer
from waitline.desktop.launch import Desktop
from waitline.look import Distance
from waitline.model.words import Words

from .slip_folder import SlipFolder
from .tray import Tray

GEOMETRY: Final = re.compile(r"(\d+)x(\d+)\+(-?\d+)\+(-?\d+)")
TITLE: Final = Words(zh="模擬號碼單印表機", en="Emulated slip printer")
EMPTY: Final = Words(zh="取號後，號碼單從這裡出來", en="Take a number, and its slip comes out here")


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window is closed."""
    given = _arguments().parse_args(argv)
    with Desktop("paper", distance=Distance.DESK, log_folder=given.log_folder) as desktop:
        tray = Tray(desktop.look, title=f"{TITLE.zh} · {TITLE.en}", empty=f"{EMPTY.zh}\n{EMPTY.en}")
        tray.setWindowTitle(f"{TITLE.zh} · {TITLE.en}")
        if given.geometry is not None:
            tray.setGeometry(given.geometry)
        folder = SlipFolder(given.folder)
        desktop.on_leaving(folder.close)
        folder.came.connect(tray.show_slip)
        if given.describe is not None:
            describer = Describer(desktop.app, given.describe)
            desktop.on_leaving(describer.close)
        tray.show()
        return desktop.run()


def _geometry(text: str) -> QRect:
    found = GEOMETRY.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError("WIDTHxHEIGHT+X+Y, e.g. 640x480+0+0")
    width, height, left, top = (int(part) for part in found.groups())
    return QRect(left, top, width, height)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m waitline.desktop.paper", description="The paper of an emulated printer."
    )
    parser.add_argument("--folder", type=Path, required=True, help="where the printer leaves its slips as PNG")
    parser.add_argument("--geometry", type=_geometry, help="where the window stands: WIDTHxHEIGHT+X+Y")
    parser.add_argument("--describe", type=Path, help="keep a list of what is shown in this JSON file")
    parser.add_argument("--log-folder", type=Path, help="where the log goes")
    return parser


if __name__ == "__main__":
    sys.exit(main())

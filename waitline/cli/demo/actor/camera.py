"""Pictures of real windows, taken off the screen, each with a line that says what it shows."""

import os
import shutil
from pathlib import Path

from PIL import ImageGrab

from waitline.cli.demo.waiting import wait_for
from waitline.model.words import Words

from .eyes import Window


class Camera:
    """Leaves its pictures in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)

    def take(self, window: Window, name: str, shows: Words) -> None:
        """A picture of the window as it stands on the screen."""
        box = wait_for(
            Words(zh=f"{window.names.zh}的視窗在螢幕上", en=f"{window.names.en} has a window on the screen"),
            window.box,
            within_s=5,
        )
        file = self._folder / f"{name}.png"
        ImageGrab.grab(bbox=box, xdisplay=os.environ.get("DISPLAY")).save(file)
        self._tell(file, shows)

    def keep(self, picture: Path, name: str, shows: Words) -> None:
        """A picture that somebody else made."""
        file = self._folder / f"{name}.png"
        shutil.copyfile(picture, file)
        self._tell(file, shows)

    def _tell(self, file: Path, shows: Words) -> None:
        shown = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
        print(f"  {shown}: {shows.zh} · {shows.en}", flush=True)

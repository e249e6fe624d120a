"""``python -m waitline.cli.demo.actor STAGE``: plays on the screen that $DISPLAY names; 0 if all came true."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from waitline.model.errors import WaitlineError
from waitline.model.words import Words
from waitline.settings.office_folder import OfficeFolder, open_office
from waitline.store.engine import Store

from .camera import Camera
from .eyes import Loudspeaker, Paper, Window
from .hall import Hall
from .hands import Hands
from .people import House, say
from .play import busy, play
from .stage import Stage


def main(arguments: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if arguments is None else list(arguments)
    stage = Stage.load(Path(words[0]))
    began = time.monotonic()
    office = open_office(Path(stage.office))
    store = Store(office.database_url, office.office_id)
    try:
        house = _house(stage, office, store)
        (busy if stage.busy else play)(house, office.setup, stage)
    except WaitlineError as error:
        print(f"✗ {error.words.zh}\n✗ {error.words.en}", flush=True)
        return 1
    finally:
        store.close()
    took = time.monotonic() - began
    say(f"全部完成（{took:.0f} 秒）", f"all of it happened ({took:.0f} s)")
    return 0


def _house(stage: Stage, office: OfficeFolder, store: Store) -> House:
    return House(
        kiosk=Window(Words(zh="取號機", en="kiosk"), Path(stage.kiosk)),
        counter=Window(Words(zh="櫃台", en="counter"), Path(stage.counter)),
        display=Window(Words(zh="看板", en="display"), Path(stage.display)),
        paper_window=Window(Words(zh="紙張", en="paper"), Path(stage.paper)),
        paper=Paper(Path(stage.printer_log)),
        loudspeaker=Loudspeaker(office.state_dir / "logs" / "display.log"),
        hall=Hall(store),
        hands=Hands(),
        camera=Camera(Path(stage.pictures)),
    )


if __name__ == "__main__":
    sys.exit(main())

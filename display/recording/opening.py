"""The recording room built and run: what `waitline-display --record` does."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QRect

from drivers.voice.packs import own_packs
from drivers.voice.phrasebook import Phrasebook, phrasebook
from waitline.desktop import Desktop
from waitline.desktop.describe import Describer
from waitline.desktop.sound import Sound
from waitline.look import Distance
from waitline.settings.office_folder import OfficeFolder

from .errors import RecordingNotKept, RoomTaken
from .lines import lines_of
from .microphone import Microphone
from .own_pack import OwnPack, PackFolder
from .room import Room
from .window import RoomWindow


def record(
    language: str,
    office: OfficeFolder,
    *,
    shown_in: str,
    windowed: tuple[int, int, int, int] | None,
    describe: Path | None,
) -> int:
    """Run one room until it is closed. UnknownLanguage, BadClipPack, RoomTaken: nothing has been opened."""
    book = phrasebook(language)
    packs = own_packs(office.state_dir / "voice")
    folder = PackFolder(packs / language, language)
    with (
        _alone_in(packs, language),
        tempfile.TemporaryDirectory(prefix="waitline-recording-") as scratch,
    ):
        pack = folder.read()
        with Desktop(
            "recording", distance=Distance.DESK, language=shown_in, log_folder=office.state_dir / "logs"
        ) as desktop:
            room, window = _room(desktop, office, book, folder, pack, Path(scratch))
            desktop.on_leaving(room.close)
            if describe is not None:
                desktop.on_leaving(Describer(desktop.app, describe).close)
            if windowed is not None:
                window.setGeometry(QRect(*windowed))
                window.show()
            else:
                window.showMaximized()
            room.begin()
            return desktop.run()


def _room(
    desktop: Desktop, office: OfficeFolder, book: Phrasebook, folder: PackFolder, pack: OwnPack, scratch: Path
) -> tuple[Room, RoomWindow]:
    zone = office.setup.zone
    approvers = [person.name for person in office.setup.staff]
    window = RoomWindow(desktop.look, book.name, approvers, lambda: desktop.translations.language)
    room = Room(
        window,
        book=book,
        lines=lines_of(book, office.setup),
        folder=folder,
        pack=pack,
        microphone=Microphone(),
        loudspeaker=Sound(),
        translations=desktop.translations,
        today=lambda: datetime.now(zone).date(),
        scratch=scratch,
    )
    return room, window


@contextmanager
def _alone_in(packs: Path, language: str) -> Iterator[None]:
    """Two rooms on one folder would each write over what the other has recorded."""
    try:
        packs.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise RecordingNotKept(folder=packs, reason=cause) from cause
    lock = QLockFile(str(packs / f".{language}.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        raise RoomTaken(language=language)
    try:
        yield
    finally:
        lock.unlock()

"""The recording room at work: microphone, loudspeaker, disk and window around the flow."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from drivers.voice.errors import ClipsMissing
from drivers.voice.own_calls import Example, tokens_of
from drivers.voice.said import said
from drivers.voice.sound import Sound, write_sound
from waitline.desktop import OffThread, words_for
from waitline.model.words import Words

from .errors import ApprovalLacks, RecordingNotKept
from .flow import Doing, Flow, Tone
from .heard import loudest_db
from .lines import ClipLine
from .own_pack import Approval, OwnPack, PackFolder
from .takes import Verdict, judged
from .zipped import export_pack, import_pack

if TYPE_CHECKING:
    from drivers.voice.phrasebook import Phrasebook
    from waitline.desktop import Translations
    from waitline.desktop.sound import Sound as Loudspeaker

    from .microphone import Device, Microphone
    from .window import RoomWindow

logger = logging.getLogger(__name__)

ZIP: str = "Waitline (*.zip)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    pack: OwnPack
    verdict: Verdict
    kept: bool


class Room(QObject):
    """`today` is the date of an approval; `scratch` a folder for what is played."""

    def __init__(
        self,
        window: RoomWindow,
        *,
        book: Phrasebook,
        lines: Sequence[ClipLine],
        folder: PackFolder,
        pack: OwnPack,
        microphone: Microphone,
        loudspeaker: Loudspeaker,
        translations: Translations,
        today: Callable[[], date],
        scratch: Path,
    ) -> None:
        super().__init__()
        self._window, self._book, self._folder = window, book, folder
        self._microphone, self._loudspeaker = microphone, loudspeaker
        self._translations, self._today, self._scratch = translations, today, scratch
        self._disk = OffThread("recordings", self)
        self._devices: tuple[Device, ...] = ()
        self._listening = ""
        self.flow = Flow(lines, pack, self._show)
        self._wire()
        self._show()

    def begin(self) -> None:
        """Listen; find the loudspeaker."""
        self._loudspeaker.open()
        self._microphone.open()

    def close(self) -> None:
        """Finish what is being written, give the devices back."""
        self._microphone.close()
        self._loudspeaker.close()
        self._disk.close()

    def _wire(self) -> None:
        window, booth = self._window, self._window.booth
        window.lines.picked.connect(self._choose)
        booth.record_wanted.connect(self._record_or_stop)
        booth.listen_wanted.connect(self._listen)
        booth.next_wanted.connect(self._next)
        booth.sentence_wanted.connect(self._sentence)
        booth.microphone_wanted.connect(self._microphone.choose)
        window.give_up_wanted.connect(self._give_up)
        window.approval_wanted.connect(self._ask_approval)
        window.approval.agreed.connect(self._approve)
        window.export_wanted.connect(self._ask_export)
        window.import_wanted.connect(self._ask_import)
        window.language_wanted.connect(self._other_language)
        self._microphone.heard.connect(self._hear)
        self._microphone.found.connect(self._found)
        self._microphone.devices_changed.connect(self._show_devices)
        self._loudspeaker.ended.connect(lambda: self.flow.play(playing=False))

    def _show(self) -> None:
        self._window.show_face(self.flow.face())

    def _choose(self, place: int) -> None:
        self._be_silent()
        self.flow.choose(place)

    def _next(self) -> None:
        self._be_silent()
        self.flow.next_lacking()

    def _record_or_stop(self) -> None:
        if self.flow.face().doing is Doing.RECORDING:
            self._judge()
        else:
            self._be_silent()
            self.flow.begin()

    def _hear(self, sound: Sound) -> None:
        self._window.booth.meter.show_level(loudest_db(sound))
        if self.flow.hear(sound):
            self._judge()

    def _judge(self) -> None:
        raw = self.flow.end()
        if raw is not None:
            line = self.flow.face().line
            self._disk.run(partial(self._keep, line, raw), done=self._kept, failed=self._failed)

    def _keep(self, line: ClipLine, raw: Sound) -> _Judged:
        """On the disk's thread; a good take gives way to good ones alone."""
        take = judged(raw, line.words)
        pack = self._folder.read()
        before = pack.takes.get(line.clip)
        kept = take.verdict is Verdict.GOOD or before is None or before.verdict is not Verdict.GOOD
        pack = self._folder.keep(line.clip, take) if kept else pack
        return _Judged(pack=pack, verdict=take.verdict, kept=kept)

    def _kept(self, found: _Judged) -> None:
        logger.info("take", extra={"verdict": found.verdict.value, "kept": found.kept})
        self.flow.judged(found.pack, found.verdict, kept=found.kept)

    def _failed(self, error: Exception) -> None:
        self.flow.failed(words_for(error))

    def _give_up(self) -> None:
        self._be_silent()
        self.flow.give_up()

    def _listen(self) -> None:
        face = self.flow.face()
        take = face.pack.takes.get(face.line.clip)
        if face.doing is Doing.PLAYING:
            self._be_silent()
        elif face.doing is Doing.NOTHING and take is not None:
            self._disk.run(
                partial(self._ready, partial(self._folder.sound, take)), done=self._play, failed=self._failed
            )

    def _sentence(self, number: str, counter: str) -> None:
        self._be_silent()
        if self.flow.face().doing is not Doing.NOTHING:
            return
        pack = self.flow.face().pack
        make = partial(self._whole_call, pack, Example(number=number, counter=counter))
        self._disk.run(partial(self._ready, make), done=self._play, failed=self._failed)

    def _whole_call(self, pack: OwnPack, call: Example) -> Sound:
        tokens = tokens_of(call, self._book.language)
        lacking = dict.fromkeys(token.text for token in tokens if token.clip not in pack.takes)
        if lacking:
            raise ClipsMissing(pack=self._book.language, reason="、".join(lacking))
        return said(tokens, {token.clip: self._folder.sound(pack.takes[token.clip]) for token in tokens})

    def _ready(self, make: Callable[[], Sound]) -> tuple[Path, float]:
        sound = make()
        file = self._scratch / "listen.wav"
        try:
            write_sound(file, sound)
        except OSError as cause:
            raise RecordingNotKept(folder=self._scratch, reason=cause) from cause
        return file, sound.seconds

    def _play(self, ready: tuple[Path, float]) -> None:
        if self.flow.face().doing in (Doing.RECORDING, Doing.JUDGING):
            return
        if not self._loudspeaker.audible:
            self.flow.say(
                Tone.TROUBLE, Words(zh="找不到喇叭，不能播放", en="There is no loudspeaker to listen on")
            )
            return
        self._loudspeaker.play(*ready)
        self.flow.play(playing=True)

    def _be_silent(self) -> None:
        self._loudspeaker.stop()
        self.flow.play(playing=False)

    def _found(self, device: Device | None) -> None:
        self._listening = device.id if device else ""
        if device is None:
            self._devices = ()
        self._window.booth.show_devices(self._devices, self._listening)
        self.flow.microphone(device.name if device else None)

    def _show_devices(self, devices: tuple[Device, ...]) -> None:
        self._devices = devices
        self._window.booth.show_devices(devices, self._listening)

    def _ask_approval(self) -> None:
        self._give_up()
        self._window.show_approval(asked=True)

    def _approve(self, licence: str, speaker: str, approver: str) -> None:
        for answer, what in (
            (licence, Words(zh="請選擇授權方式", en="choose the licence")),
            (speaker, Words(zh="請選擇錄音的人的身分", en="choose who spoke")),
            (approver, Words(zh="請選擇核可的人", en="choose who approves")),
        ):
            if not answer:
                self._window.approval.refuse(ApprovalLacks(what_zh=what.zh, what_en=what.en).words)
                return
        approval = Approval(by=approver, on=self._today())
        self._disk.run(
            partial(self._folder.approve, licence=licence, speaker=speaker, approval=approval),
            done=self._approved,
            failed=self._failed,
        )
        self._window.show_approval(asked=False)

    def _approved(self, pack: OwnPack) -> None:
        logger.info("pack_approved", extra={"language": pack.language, "clips": len(pack.takes)})
        words = Words(zh="已核可，看板下次啟動時開始使用", en="Approved; displays speak it from their next start")
        self.flow.take_over(pack, words)

    def _ask_export(self) -> None:
        self._open(QFileDialog.AcceptMode.AcceptSave, self._export_to)

    def _ask_import(self) -> None:
        self._give_up()
        self._open(QFileDialog.AcceptMode.AcceptOpen, self._import_from)

    def _open(self, mode: QFileDialog.AcceptMode, chosen: Callable[[str], None]) -> None:
        """Never `exec`: the level and the microphone's fate go on being shown."""
        dialog = QFileDialog(self._window)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(ZIP)
        dialog.setDefaultSuffix("zip")
        if mode is QFileDialog.AcceptMode.AcceptSave:
            dialog.selectFile(f"{self._book.language}.zip")
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export_to(self, file: str) -> None:
        target = Path(file)
        self._disk.run(
            partial(export_pack, self._folder, target),
            done=partial(self._exported, target),
            failed=self._failed,
            owner=self,
        )

    def _exported(self, target: Path, count: int) -> None:
        words = Words(zh=f"已匯出 {count} 句：{target}", en=f"{count} clips exported: {target}")
        self.flow.say(Tone.GOOD, words)

    def _import_from(self, file: str) -> None:
        self._disk.run(
            partial(import_pack, self._folder, Path(file), self._book), done=self._imported, failed=self._failed
        )

    def _imported(self, pack: OwnPack) -> None:
        words = Words(
            zh=f"已匯入 {len(pack.takes)} 句，請聽過再核可；原來的錄音另存在旁邊",
            en=f"{len(pack.takes)} clips imported: listen, then approve. What was here before is kept beside them",
        )
        self.flow.take_over(pack, words)

    def _other_language(self) -> None:
        self._translations.switch("en" if self._translations.language.startswith("zh") else "zh-TW")

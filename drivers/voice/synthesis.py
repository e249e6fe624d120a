"""Speech synthesis that cannot hang its caller: a child process with a deadline, killed and begun again."""

import json
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from .errors import BadSoundFile, SynthesisFailed, SynthesisLate, UnfitClip, VoiceAbsent
from .sound import read_sound

logger = logging.getLogger(__name__)

TRIES: Final = 3
STARTING: Final = 5.0  # seconds for the child to come up on a busy machine (50 ms on an idle one)
SAYING: Final = 2.0  # seconds for one sentence (110 ms on an idle machine)
SAYING_IN_BACKGROUND: Final = 10.0  # nobody waits for it, and it gives way to everybody
_LEAST: Final = 0.05  # seconds of sound a word
_MOST: Final = 2.5
_ROOT: Final = Path(__file__).resolve().parents[2]
_QUIETLY: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_GONE: Final = ""


def engine_here() -> str:
    """The pyttsx3 engine of this platform."""
    return "sapi5" if sys.platform == "win32" else "espeak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What to say and where to keep it; `words` tells how long it may last."""

    text: str
    voice: str
    rate: int
    words: int
    file: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledVoice:
    id: str
    name: str
    languages: tuple[str, ...]


class Synthesizer:
    """One child process, begun when first needed. For one thread at a time."""

    def __init__(self, *, engine: str, background: bool = False) -> None:
        self._saying = SAYING_IN_BACKGROUND if background else SAYING
        self._command = [sys.executable, "-m", "drivers.voice.synthesis_child", engine]
        if background:
            self._command.append("--background")
        self._child: _Child | None = None
        self._job = 0
        self._aborted = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        return self._child.pid if self._child else None

    def say(self, speech: Speech, *, within: float = 8.0) -> float:
        """Speak into a levelled WAV file; its seconds. SynthesisFailed, SynthesisLate, VoiceAbsent."""
        job = {"do": "say", "text": speech.text, "voice": speech.voice, "rate": speech.rate}
        self._ask({**job, "file": str(speech.file)}, within=within, check=lambda: _check(speech))
        return read_sound(speech.file).seconds

    def shape(self, source: Path, file: Path, *, within: float = 8.0) -> None:
        """Trim and level a recorded clip in the child, so that no caller's thread pays for it. UnfitClip."""
        self._ask({"do": "shape", "source": str(source), "file": str(file)}, within=within)

    def voices(self, *, within: float = 8.0) -> tuple[InstalledVoice, ...]:
        answer = self._ask({"do": "voices"}, within=within)
        return tuple(
            InstalledVoice(id=voice["id"], name=voice["name"], languages=tuple(voice["languages"]))
            for voice in answer["voices"]
        )

    def abort(self) -> None:
        """From any thread: end what is being said now, and say nothing more."""
        self._aborted = True
        if child := self._child:
            child.kill()

    def close(self) -> None:
        """End the child; nothing of it is left behind."""
        if self._child:
            self._child.end()
            self._child = None

    def _ask(
        self, job: dict[str, Any], *, within: float, check: Callable[[], None] = lambda: None
    ) -> dict[str, Any]:
        """The child's answer, checked; a child that hangs, dies or fails is replaced and asked again."""
        until = time.monotonic() + within
        trouble = SynthesisFailed(reason="no time left")
        for _ in range(TRIES):
            if self._aborted or time.monotonic() >= until:
                break
            try:
                answer = self._try(job, until)
                check()
            except SynthesisFailed as failed:
                trouble = failed
                logger.warning("speech_child_replaced reason=%s", failed.facts["reason"])
                self.close()
            else:
                return answer
        raise trouble

    def _try(self, job: dict[str, Any], until: float) -> dict[str, Any]:
        child = self._child
        if child is None:
            child = self._child = _Child(self._command)
            if self._aborted:
                raise SynthesisFailed(reason="ended")
            child.answer(0, min(STARTING, until - time.monotonic()), "starting")
            logger.info("speech_child_started pid=%d", child.pid)
        self._job += 1
        child.tell({"id": self._job, **job})
        answer = child.answer(self._job, min(self._saying, until - time.monotonic()), job["do"])
        if "absent" in answer:
            raise VoiceAbsent(voice=answer["absent"])
        if "unfit" in answer:
            reason_zh, reason_en = answer["unfit"]
            raise UnfitClip(reason_zh=reason_zh, reason_en=reason_en)
        if "trouble" in answer:
            raise SynthesisFailed(reason=answer["trouble"])
        return answer


class _Child:
    """The process, and a thread that reads its answers: a queue waits with a deadline everywhere."""

    def __init__(self, command: list[str]) -> None:
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
                creationflags=_QUIETLY,
            )
        except OSError as cause:
            raise SynthesisFailed(reason=cause) from cause
        assert self._process.stdin
        assert self._process.stdout
        self.pid = self._process.pid
        self._jobs: IO[str] = self._process.stdin
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(
            target=self._read, args=(self._process.stdout,), name="speech-answers", daemon=True
        )
        self._reader.start()

    def tell(self, job: dict[str, Any]) -> None:
        try:
            self._jobs.write(json.dumps(job) + "\n")
            self._jobs.flush()
        except OSError as cause:
            raise SynthesisFailed(reason=f"child gone: {cause}") from cause

    def answer(self, job: int, within: float, doing: str) -> dict[str, Any]:
        """The answer to this job; SynthesisLate, SynthesisFailed when the child is gone."""
        until = time.monotonic() + within
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                raise SynthesisLate(reason=f"{doing}: no answer in {within:.1f} s") from None
            if line == _GONE:
                raise SynthesisFailed(reason=f"{doing}: child ended with {self._exit_code()}")
            answer: dict[str, Any] = json.loads(line)
            if answer["id"] == job:
                return answer

    def _exit_code(self) -> int | None:
        """Its pipe closes a moment before its code is known; None for one that closed it and lives on."""
        try:
            return self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            return None

    def kill(self) -> None:
        self._process.kill()  # nothing would be saved by a friendly end, and a stopped process dies of this

    def end(self) -> None:
        self.kill()
        self._process.wait()
        self._reader.join()
        try:
            self._jobs.close()
        except OSError:
            logger.debug("speech_child_pipe_broken pid=%d", self.pid)

    def _read(self, answers: IO[str]) -> None:
        with answers:
            for line in answers:
                self._lines.put(line)
        self._lines.put(_GONE)


def _check(speech: Speech) -> None:
    """SynthesisFailed when the file just made cannot be that sentence."""
    try:
        seconds = read_sound(speech.file).seconds
    except BadSoundFile as cause:
        raise SynthesisFailed(reason=cause) from cause
    if not _LEAST * speech.words <= seconds <= _MOST * speech.words + 1:
        raise SynthesisFailed(reason=f"{seconds:.2f} s for {speech.words} words")

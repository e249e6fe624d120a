"""The only process that meets pyttsx3: one job at a time, told and answered in lines of JSON.

In one process with an app pyttsx3 lost sentences, wrote empty files and crashed beside other threads; here it
can be killed and begun again. Run as `python -m drivers.voice.synthesis_child ENGINE`.

A job is `{"id", "do": "say", "text", "voice", "rate", "file"}`, `{"id", "do": "shape", "source", "file"}` (a
clip somebody recorded) or `{"id", "do": "voices"}`; the answer `{"id"}` and what came of it.
"""

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, TextIO

from drivers.voice.clips import read_clip, shape
from drivers.voice.errors import BadSoundFile, VoiceAbsent
from drivers.voice.sound import Sound, read_sound, write_sound
from waitline.model.errors import WaitlineError

TRIES: Final = 3  # pyttsx3 leaves up to two files in a hundred empty, the shorter the likelier
SETTLE: Final = 0.03  # seconds; a file looked at sooner was now and then still empty
VOLUME: Final = 0.7  # espeak-ng's Mandarin touches full scale above 0.8


class SpeechEngine:
    """One pyttsx3 engine for the life of the process."""

    def __init__(self, name: str) -> None:
        import pyttsx3  # noqa: PLC0415 a machine without speech still shapes the clips of a pack

        self._engine = pyttsx3.init(name)
        self._engine.setProperty("volume", VOLUME)

    def voices(self) -> list[dict[str, Any]]:
        return [
            {"id": voice.id, "name": voice.name, "languages": [str(tag) for tag in voice.languages or ()]}
            for voice in self._engine.getProperty("voices")
        ]

    def say(self, *, text: str, voice: str, rate: int, file: Path) -> float:
        """Speak into a shaped WAV file; its length in seconds."""
        raw = file.with_name(f".{file.name}.raw.wav")
        try:
            for _ in range(TRIES - 1):
                self._save(text, voice, rate, raw)
                with contextlib.suppress(BadSoundFile):
                    return keep_shaped(read_sound(raw), file)
            self._save(text, voice, rate, raw)
            return keep_shaped(read_sound(raw), file)
        finally:
            raw.unlink(missing_ok=True)

    def _save(self, text: str, voice: str, rate: int, raw: Path) -> None:
        raw.unlink(missing_ok=True)
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", rate)
        self._engine.save_to_file(text, str(raw))
        self._engine.runAndWait()
        time.sleep(SETTLE)
        self._see_that_it_was(voice)

    def _see_that_it_was(self, voice: str) -> None:
        """pyttsx3 swallows a voice it does not find and speaks with the one before: look which one it was."""
        spoke = str(self._engine.getProperty("voice")).lower()
        if voice.lower() not in (spoke, spoke.rpartition("/")[2]):
            raise VoiceAbsent(voice=voice)


def keep_shaped(raw: Sound, file: Path) -> float:
    shaped = shape(raw, name=file.name)
    write_sound(file, shaped)
    return shaped.seconds


def shaped(source: Path, file: Path) -> dict[str, Any]:
    """A recorded clip made ready; one that never can be is no trouble of this process."""
    try:
        return {"seconds": keep_shaped(read_clip(source), file)}
    except BadSoundFile as bad:
        return {"unfit": [bad.words.zh, bad.words.en]}


def answer(job: Mapping[str, Any], engine: Callable[[], SpeechEngine]) -> dict[str, Any]:
    """Do one job; trouble is an answer too."""
    try:
        if job["do"] == "voices":
            return {"voices": engine().voices()}
        if job["do"] == "shape":
            return shaped(Path(job["source"]), Path(job["file"]))
        seconds = engine().say(text=job["text"], voice=job["voice"], rate=job["rate"], file=Path(job["file"]))
    except VoiceAbsent as absent:
        return {"absent": absent.facts["voice"]}
    except WaitlineError as trouble:
        return {"trouble": str(trouble)}
    except Exception as cause:  # noqa: BLE001 the process's edge: the asker reports it
        return {"trouble": f"{type(cause).__name__}: {cause}"}
    return {"seconds": seconds}


def serve(engine_name: str, jobs: TextIO, answers: TextIO) -> None:
    engine = cache(partial(SpeechEngine, engine_name))
    _tell(answers, {"id": 0})
    for line in jobs:
        job = json.loads(line)
        _tell(answers, {"id": job["id"], **answer(job, engine)})


def _tell(answers: TextIO, answer: Mapping[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the app decides when to end, also after Ctrl-C
    if hasattr(os, "nice") and "--background" in sys.argv:
        os.nice(10)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    # pyttsx3 prints what it saves; only answers may travel on this pipe
    with answers, contextlib.redirect_stdout(sys.stderr):
        serve(sys.argv[1], sys.stdin, answers)


if __name__ == "__main__":
    main()

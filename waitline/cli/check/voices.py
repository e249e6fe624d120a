"""Whether the voices can be trusted."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from drivers.voice.tongue import Readiness
from drivers.voice.voice import Voice
from waitline.model.office import OfficeSetup

from .finding import Finding, Topic, notice, well
from .loudspeaker import check_loudspeaker


def check_voice(setup: OfficeSetup) -> Iterator[Finding]:
    """Each language of each display and of each kiosk's guide, tried with the voice this computer has, and what it
    is heard from.
    """
    called = (language for display in setup.displays for language in display.voice)
    guided = (language for kiosk in setup.kiosks for language in kiosk.languages)
    languages = list(dict.fromkeys((*called, *guided)))
    if not languages:
        return
    yield check_loudspeaker()
    with tempfile.TemporaryDirectory(prefix="waitline-voice-") as cache:
        voice = Voice(Path(cache), languages)
        voice.start()
        try:
            states = voice.available()
        finally:
            voice.close()
    for state in states:
        if state.readiness is not Readiness.ABSENT:
            yield well(Topic.VOICE, f"{state.name.zh}：可以廣播與朗讀", f"{state.name.en}: can be spoken")
        elif state.words is not None:
            yield notice(
                Topic.VOICE,
                f"{state.name.zh}：不廣播也不朗讀，{state.words.zh}",
                f"{state.name.en}: not spoken. {state.words.en}",
            )

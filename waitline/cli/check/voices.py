"""Whether the voices can be trusted."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from drivers.voice.packs import places_of_packs
from drivers.voice.recordings import served
from drivers.voice.voice import Voice
from waitline.model.office import OfficeSetup

from .finding import Finding
from .loudspeaker import check_loudspeaker
from .voice_words import voice_finding

RECORDINGS_S: Final = 60.0
"""Sixty clips are made ready within a few seconds."""


def check_voice(setup: OfficeSetup, state: Path) -> Iterator[Finding]:
    """Each language of each display and of each kiosk's guide, tried with the voice this computer has, and what it
    is heard from; every clip of a recording too. `state`: the office's folder, where its own recordings are.
    """
    called = [language for display in setup.displays for language in display.voice]
    guided = [language for kiosk in setup.kiosks for language in kiosk.languages]
    languages = list(dict.fromkeys((*called, *guided)))
    if not languages:
        return
    yield check_loudspeaker()
    with tempfile.TemporaryDirectory(prefix="waitline-voice-") as cache:
        voice = Voice(Path(cache), languages, packs=places_of_packs(state / "voice"))
        voice.start()
        try:
            voice.wait_for_recordings(RECORDINGS_S)
            states = voice.available()
        finally:
            voice.close()
    for found in states:
        yield voice_finding(
            found, served(found, setup), called=found.language in called, guided=found.language in guided
        )

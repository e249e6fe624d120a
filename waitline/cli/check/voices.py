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
from .voice_words import guide_is_silent, has_phrases, is_only_recorded, voice_finding

RECORDINGS_S: Final = 60.0
"""Sixty clips are made ready within a few seconds."""


def check_voice(setup: OfficeSetup, state: Path) -> Iterator[Finding]:
    """Each language of each display and of each kiosk's guide, tried with the voice this computer has, and what it
    is heard from; every clip of a recording too. Displays call visitors in what they chose at a kiosk as well.
    `state`: the office's folder, where its own recordings are.
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
        in_guide = found.language in guided
        in_calls = found.language in called or (bool(called) and in_guide and has_phrases(found))
        if in_guide and is_only_recorded(found):
            yield guide_is_silent(found)
            in_guide = False
        if in_calls or in_guide:
            yield voice_finding(found, served(found, setup), called=in_calls, guided=in_guide)

"""A hall's voice with its clips made once, by the real engine."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.voice.voice import Voice

PATIENCE = 240.0  # seconds a bank may take on a busy machine: it gives way to all other work


@pytest.fixture(scope="session")
def engine() -> str:
    if shutil.which("espeak-ng") is None:
        pytest.skip("espeak-ng is not installed")
    return "espeak"


@pytest.fixture(scope="session")
def cache(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which the clips of both languages stand."""
    folder = tmp_path_factory.mktemp("voice")
    voice = Voice(folder, ["zh-TW", "en"], engine=engine)
    voice.start()
    assert voice.wait_for_clips(PATIENCE)
    voice.close()
    return folder


@pytest.fixture(scope="module")
def voice(cache: Path, engine: str) -> Iterator[Voice]:
    """A display's voice at its second start: everything is there."""
    voice = Voice(cache, ["zh-TW", "en"], engine=engine)
    voice.start()
    yield voice
    voice.close()

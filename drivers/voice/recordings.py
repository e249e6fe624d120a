"""How the recordings of a hall's languages serve an office: what its own calls need and do not have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from waitline.model.office import OfficeSetup
from waitline.model.words import Words

from .errors import BadClipPack, BadSoundFile, ClipPackNotApproved, LanguageFault
from .own_calls import any_call_said, clips_of_calls
from .phrasebook import phrasebook
from .tongue import LanguageState


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """By the words of the clips. `lacking`: nobody has recorded them; `unfit`: they cannot be used, and why.

    `says_any`: there is a call of the office that can be said; `says_all`: every one can.
    """

    lacking: tuple[str, ...]
    unfit: Mapping[str, Words]
    says_any: bool
    says_all: bool

    @property
    def is_whole(self) -> bool:
        return self.says_all and not self.unfit


def served(state: LanguageState, setup: OfficeSetup) -> Served | None:
    """What a language's pack does for the office; None for a language without one."""
    if state.recorded is None:
        return None
    book = phrasebook(state.language)
    needed = clips_of_calls(book, setup)
    lacking = needed - state.recorded - state.unfit.keys()
    return Served(
        lacking=tuple(words for clip, words in book.clips.items() if clip in lacking),
        unfit={words: state.unfit[clip] for clip, words in book.clips.items() if clip in state.unfit},
        says_any=any_call_said(book, setup, state.recorded),
        says_all=needed <= state.recorded,
    )


def want_somebody(states: Iterable[LanguageState], setup: OfficeSetup) -> bool:
    """Whether a recording that was approved is not what the office believes it to be."""
    return any(_wants_somebody(state, setup) for state in states)


def _wants_somebody(state: LanguageState, setup: OfficeSetup) -> bool:
    found = served(state, setup)
    if found is not None:
        return not found.says_all or state.trouble is not None
    if isinstance(state.trouble, ClipPackNotApproved):  # somebody is still at it
        return False
    return isinstance(state.trouble, (BadClipPack, BadSoundFile, LanguageFault))

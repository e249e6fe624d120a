"""The recording room's decisions: which clip, what is going on, what is said of it. It knows no Qt and no disk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from drivers.voice.clips import LONGEST_CLIP_S
from drivers.voice.own_calls import tokens_of
from drivers.voice.sound import RATE, Sound
from waitline.model.words import Words

from .lines import ClipLine
from .own_pack import OwnPack
from .takes import WORDS, Verdict

SKIPPED_S: Final = 0.2
"""From the press on nothing is taken: the key itself is heard."""
GONE: Final = Words(zh="麥克風不見了", en="The microphone is gone")
BROKEN_OFF: Final = Words(zh="麥克風不見了，這句請再錄一次", en="The microphone is gone: record this one again")
NONE_FOUND: Final = Words(zh="找不到麥克風", en="No microphone is found")


class Doing(Enum):
    NOTHING = "nothing"
    RECORDING = "recording"
    JUDGING = "judging"
    PLAYING = "playing"


class Tone(Enum):
    """How a message is meant."""

    QUIET = "quiet"
    GOOD = "good"
    NOTICE = "notice"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is told in the line below the buttons."""

    tone: Tone
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomFace:
    """All that the window draws. `hears`: there is a microphone. `seconds` of the recording so far."""

    lines: tuple[ClipLine, ...]
    chosen: int
    pack: OwnPack
    doing: Doing
    hears: bool
    seconds: int
    said: Said | None

    @property
    def line(self) -> ClipLine:
        return self.lines[self.chosen]

    @property
    def recorded(self) -> int:
        """How many of those this office needs are there."""
        return sum(line.needed and line.clip in self.pack.takes for line in self.lines)

    @property
    def needed(self) -> int:
        return sum(line.needed for line in self.lines)

    @property
    def lacking(self) -> tuple[ClipLine, ...]:
        return tuple(line for line in self.lines if line.clip not in self.pack.takes)

    @property
    def doubtful(self) -> tuple[tuple[ClipLine, Verdict], ...]:
        """Recorded, but not well."""
        found = ((line, self.pack.takes.get(line.clip)) for line in self.lines)
        return tuple((line, take.verdict) for line, take in found if take and take.verdict is not Verdict.GOOD)

    @property
    def says_a_sentence(self) -> bool:
        """Whether there is one call of this office that can be said whole."""
        return any(
            line.needed
            and all(token.clip in self.pack.takes for token in tokens_of(line.example, self.pack.language))
            for line in self.lines
        )


class Flow:
    """One room at work; `changed` is called after everything that is to be seen."""

    def __init__(self, lines: Sequence[ClipLine], pack: OwnPack, changed: Callable[[], object]) -> None:
        self._lines, self._pack, self._changed = tuple(lines), pack, changed
        self._chosen = next((at for at, line in enumerate(lines) if line.clip not in pack.takes), 0)
        self._doing = Doing.NOTHING
        self._hears = False
        self._heard: list[bytes] = []
        self._said: Said | None = None

    def face(self) -> RoomFace:
        """This moment."""
        return RoomFace(
            lines=self._lines,
            chosen=self._chosen,
            pack=self._pack,
            doing=self._doing,
            hears=self._hears,
            seconds=int(self._heard_s),
            said=self._said,
        )

    def choose(self, place: int) -> None:
        """Another clip; not while one is being recorded or judged."""
        if self._doing in (Doing.NOTHING, Doing.PLAYING) and place != self._chosen:
            self._chosen, self._said = place, None
        self._changed()

    def next_lacking(self) -> None:
        """The next clip that is not well recorded, those needed here first."""
        order = [*range(self._chosen + 1, len(self._lines)), *range(self._chosen + 1)]
        lacking = [at for at in order if not self._is_good(at)]
        if lacking:
            self.choose(min(lacking, key=lambda at: not self._lines[at].needed))
        else:
            self.say(Tone.GOOD, Words(zh="全部都錄好了", en="Everything is recorded"))

    def begin(self) -> bool:
        """Record the chosen clip; whether it has begun."""
        if self._doing in (Doing.RECORDING, Doing.JUDGING):
            return False
        if not self._hears:
            self.say(Tone.TROUBLE, Words(zh="沒有麥克風，不能錄音", en="There is no microphone to record with"))
            return False
        self._doing, self._heard, self._said = Doing.RECORDING, [], None
        self._changed()
        return True

    def hear(self, sound: Sound) -> bool:
        """A piece from the microphone; True when the recording is as long as it may be."""
        if self._doing is not Doing.RECORDING:
            return False
        before = int(self._heard_s)
        self._heard.append(sound.pcm)
        if int(self._heard_s) != before:
            self._changed()
        return self._heard_s >= LONGEST_CLIP_S

    def end(self) -> Sound | None:
        """Enough: what is to be judged, None where nothing was being recorded."""
        if self._doing is not Doing.RECORDING:
            return None
        self._doing = Doing.JUDGING
        whole = b"".join(self._heard)
        self._heard = []
        self._changed()
        return Sound(pcm=whole[round(SKIPPED_S * RATE) * 2 :])

    def give_up(self) -> None:
        """Throw the recording under way away."""
        if self._doing is Doing.RECORDING:
            self._doing, self._heard = Doing.NOTHING, []
            self.say(Tone.QUIET, Words(zh="這次不算，原來的錄音沒有變", en="Not counted; what was recorded stays"))

    def judged(self, pack: OwnPack, verdict: Verdict, *, kept: bool) -> None:
        """The take is on the disk, or was not put in the place of a better one."""
        self._pack, self._doing = pack, Doing.NOTHING
        words = WORDS[verdict]
        if verdict is Verdict.GOOD:
            self.say(Tone.GOOD, Words(zh=f"{words.zh}，已存檔", en=f"{words.en}; saved"))
        elif kept:
            self.say(Tone.NOTICE, Words(zh=f"{words.zh}，請再錄一次", en=f"{words.en}; please record again"))
        else:
            stays = Words(zh=f"{words.zh}；先前錄好的保留不變", en=f"{words.en}; the good one before it stays")
            self.say(Tone.NOTICE, stays)

    def failed(self, words: Words) -> None:
        """What was asked for could not be done."""
        self._doing = Doing.NOTHING
        self.say(Tone.TROUBLE, words)

    def take_over(self, pack: OwnPack, words: Words) -> None:
        """The pack is another one now: approved, or imported."""
        self._pack, self._doing = pack, Doing.NOTHING
        self.say(Tone.GOOD, words)

    def play(self, *, playing: bool) -> None:
        """Something is heard from the loudspeaker, or no longer."""
        if self._doing in (Doing.NOTHING, Doing.PLAYING):
            self._doing = Doing.PLAYING if playing else Doing.NOTHING
            self._changed()

    def microphone(self, name: str | None) -> None:
        """There is one, or none any more: a recording that it broke off is not kept."""
        was, self._hears = self._hears, name is not None
        if name is not None:
            words = Words(zh=f"麥克風：{name}", en=f"Microphone: {name}")
            self.say(Tone.QUIET, words)
            return
        what = GONE if was else NONE_FOUND
        if self._doing is Doing.RECORDING:
            self._doing, self._heard = Doing.NOTHING, []
            what = BROKEN_OFF
        count = len(self._pack.takes)
        words = Words(zh=f"{what.zh}；已錄的 {count} 句都在", en=f"{what.en}; all {count} recorded clips are kept")
        self.say(Tone.TROUBLE, words)

    def say(self, tone: Tone, words: Words) -> None:
        """Put something in the line below the buttons."""
        self._said = Said(tone=tone, words=words)
        self._changed()

    @property
    def _heard_s(self) -> float:
        return sum(map(len, self._heard)) / 2 / RATE

    def _is_good(self, at: int) -> bool:
        take = self._pack.takes.get(self._lines[at].clip)
        return take is not None and take.verdict is Verdict.GOOD

"""What `check` says of a language's voice: where it is missing, why, and what to do."""

from typing import Final

from drivers.voice.errors import (
    BadClipPack,
    BadSoundFile,
    OnlyRecorded,
    SpeechProgramMissing,
    UnknownLanguage,
    VoiceAbsent,
    VoiceMisreads,
    VoiceNotTested,
)
from drivers.voice.recordings import Served
from drivers.voice.tongue import LanguageState, Readiness
from waitline.model.errors import WaitlineError
from waitline.model.words import Words

from .finding import Finding, Topic, notice, well

NAMES: Final = {
    "zh-TW": Words(zh="國語", en="Mandarin"),
    "en": Words(zh="英語", en="English"),
    "vi": Words(zh="越南語", en="Vietnamese"),
    "id": Words(zh="印尼語", en="Indonesian"),
    "th": Words(zh="泰語", en="Thai"),
    "nan-TW": Words(zh="台語", en="Taiwanese"),
    "hak-TW": Words(zh="客語", en="Hakka"),
}
"""For languages that have no phrases, and so do not say their own."""
CALLS: Final = Words(zh="叫號廣播", en="calls in the hall")
GUIDE: Final = Words(zh="取號機的語音導覽", en="the kiosk's spoken guide")
SHOWN: Final = Words(
    zh="號碼和說明照常顯示在螢幕與號碼單上。", en="Numbers and words stand on screens and slips all the same."
)

BY_VOICE: Final = Words(
    zh="用到這些的叫號整句改由電腦唸。", en="The calls that need these are said whole by the computer's voice."
)
ONLY_SHOWN: Final = Words(
    zh="用到這些的叫號不用這個語言唸，照常顯示在螢幕上。",
    en="The calls that need these are not said in it; screens show them all the same.",
)


def voice_finding(state: LanguageState, pack: Served | None, *, called: bool, guided: bool) -> Finding:
    """One language in plain words. `pack`: what its recording does for the office's calls.

    `called`: displays would call in it; `guided`: kiosks would read in it.
    """
    name = NAMES.get(state.language, state.name)
    where = [words for words, wanted in ((CALLS, called), (GUIDE, guided)) if wanted]
    zh, en = "、".join(one.zh for one in where), " and ".join(one.en for one in where)
    faulty = None if pack is None or pack.is_whole else pack
    if _is_absent(state, pack):
        why = _why_absent(state) if faulty is None else _faults(faulty, state.language)
        return notice(
            Topic.VOICE,
            f"{name.zh}：{zh}沒有聲音。{why.zh}{SHOWN.zh}",
            f"{name.en}: not heard in {en}. {why.en} {SHOWN.en}",
        )
    if faulty is not None and called:
        why, instead = _faults(faulty, state.language), BY_VOICE if state.has_voice else ONLY_SHOWN
        return notice(
            Topic.VOICE,
            f"{name.zh}：{CALLS.zh}不能全照錄音唸。{why.zh}{instead.zh}",
            f"{name.en}: not all of {CALLS.en} can be said from the recording. {why.en} {instead.en}",
        )
    if state.trouble is not None:
        why = _why_absent(state)
        return notice(
            Topic.VOICE,
            f"{name.zh}：{zh}可以使用，但有問題。{why.zh}",
            f"{name.en}: heard in {en}, with a fault. {why.en}",
        )
    return well(Topic.VOICE, f"{name.zh}：{zh}可以使用", f"{name.en}: heard in {en}")


def has_phrases(state: LanguageState) -> bool:
    """Whether it is known how a call is said in it."""
    return not isinstance(state.trouble, UnknownLanguage)


def is_only_recorded(state: LanguageState) -> bool:
    """Whether people say its calls, and no engine says anything else."""
    return state.recorded is not None and not state.has_voice


def guide_is_silent(state: LanguageState) -> Finding:
    """Of a language that is only recorded: nobody records all that stands on a kiosk's pages."""
    name = NAMES.get(state.language, state.name)
    return notice(
        Topic.VOICE,
        f"{name.zh}：{GUIDE.zh}沒有聲音。導覽不用錄音，要有合成語音。{SHOWN.zh}",
        f"{name.en}: not heard in {GUIDE.en}, which needs a speech engine and uses no recordings. {SHOWN.en}",
    )


def _is_absent(state: LanguageState, pack: Served | None) -> bool:
    if state.has_voice:
        return False
    if state.readiness is Readiness.RECORDED and state.trouble is not None:  # it could not be made ready
        return True
    return state.readiness is Readiness.ABSENT or (pack is not None and not pack.says_any)


def _why_absent(state: LanguageState) -> Words:
    return _recording_words(state.trouble, state.language) or reason_words(state.trouble)


def _faults(pack: Served, language: str) -> Words:
    """Which clips a recording lacks, which of them cannot be used, and where that is mended."""
    command = f"waitline-display --record {language}"
    zh, en = [], []
    if pack.lacking:
        zh.append(f"還沒錄：{'、'.join(pack.lacking)}。")
        en.append(f"Not recorded: {', '.join(pack.lacking)}.")
    if pack.unfit:
        zh.append(f"不能用：{'、'.join(f'{words}（{why.zh}）' for words, why in pack.unfit.items())}。")
        en.append(f"Cannot be used: {', '.join(f'{words} ({why.en})' for words, why in pack.unfit.items())}.")
    zh.append(f"請到錄音室處理（{command}）。")
    en.append(f"See to it in the recording room ({command}).")
    return Words(zh="".join(zh), en=" ".join(en))


def _recording_words(trouble: WaitlineError | None, language: str) -> Words | None:
    """What people have not recorded yet, or not well; None where it is about something else."""
    command = f"waitline-display --record {language}"
    match trouble:
        case OnlyRecorded():
            return Words(
                zh=f"原因：這種語言沒有合成語音，要由人錄音（{command}）。",
                en=f"The reason: no speech engine speaks this language; people record it ({command}).",
            )
        case BadClipPack() | BadSoundFile():
            return Words(
                zh=f"原因：{trouble.words.zh}。請到錄音室處理（{command}）。",
                en=f"The reason: {trouble.words.en}. See to it in the recording room ({command}).",
            )
    return None


def reason_words(trouble: WaitlineError | None) -> Words:
    """Why there is no voice, and what to do about it."""
    match trouble:
        case None:
            return Words(zh="語音還沒有準備好；請再檢查一次。", en="The voice is not ready yet; check again.")
        case UnknownLanguage():
            return Words(
                zh="原因：Waitline 還沒有這種語言的語句，所以不需要處理。",
                en="The reason: Waitline has no spoken phrases in this language yet; there is nothing to do.",
            )
        case SpeechProgramMissing():
            return Words(
                zh="原因：這台電腦沒有安裝語音程式 espeak-ng。請安裝（sudo apt install espeak-ng），再檢查一次。",
                en="The reason: the speech program espeak-ng is not installed on this computer. "
                "Install it (sudo apt install espeak-ng), then check again.",
            )
        case VoiceAbsent():
            return Words(
                zh="原因：這台電腦沒有安裝這種語言的語音。請安裝（Windows：設定→時間與語言→語音），再檢查一次。",
                en="The reason: no voice for this language is installed on this computer. "
                "Install one (Windows: Settings, Time & language, Speech), then check again.",
            )
        case VoiceMisreads() | VoiceNotTested():
            return Words(
                zh=f"原因：語音沒有通過自我檢測（{trouble.words.zh}）。請更新或換一套語音，再檢查一次。",
                en=f"The reason: the voice failed its self-test ({trouble.words.en}). "
                "Update it or install another one, then check again.",
            )
        case _:
            return Words(zh=f"原因：{trouble.words.zh}。", en=f"The reason: {trouble.words.en}.")

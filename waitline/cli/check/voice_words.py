"""What `check` says of a language's voice: where it is missing, why, and what to do."""

from typing import Final

from drivers.voice.errors import (
    BadClipPack,
    OnlyRecorded,
    SpeechProgramMissing,
    UnknownLanguage,
    VoiceAbsent,
    VoiceMisreads,
    VoiceNotTested,
)
from drivers.voice.tongue import LanguageState, Readiness
from waitline.model.errors import WaitlineError
from waitline.model.words import Words

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


def voice_words(state: LanguageState, *, called: bool, guided: bool) -> Words:
    """One language in plain words. `called`: displays would call in it; `guided`: kiosks would read in it."""
    name = NAMES.get(state.language, state.name)
    where = [words for words, wanted in ((CALLS, called), (GUIDE, guided)) if wanted]
    zh, en = "、".join(one.zh for one in where), " and ".join(one.en for one in where)
    if state.readiness is not Readiness.ABSENT:
        return Words(zh=f"{name.zh}：{zh}可以使用", en=f"{name.en}: heard in {en}")
    why = _recording_words(state.trouble, state.language) or reason_words(state.trouble)
    return Words(
        zh=f"{name.zh}：{zh}沒有聲音。{why.zh}{SHOWN.zh}",
        en=f"{name.en}: not heard in {en}. {why.en} {SHOWN.en}",
    )


def _recording_words(trouble: WaitlineError | None, language: str) -> Words | None:
    """What people have not recorded yet, or not well; None where it is about something else."""
    command = f"waitline-display --record {language}"
    match trouble:
        case OnlyRecorded():
            return Words(
                zh=f"原因：這種語言沒有合成語音，要由人錄音（{command}）。",
                en=f"The reason: no speech engine speaks this language; people record it ({command}).",
            )
        case BadClipPack():
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

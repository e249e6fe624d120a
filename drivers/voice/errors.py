"""What can go wrong between a call and its sound; none of it may stop issuing or calling."""

from pathlib import Path

from waitline.model.errors import Trouble


class VoiceTrouble(Trouble):
    """Something about the voice."""


class BadPhraseFile(VoiceTrouble):
    zh, en = "語句檔 {file} 有誤：{reason}", "The phrase file {file} is wrong: {reason}"


class UnknownLanguage(VoiceTrouble):
    zh, en = "沒有「{language}」的語句檔", "There is no phrase file for {language}"


class Unspeakable(VoiceTrouble):
    zh, en = "「{label}」唸不出來", "{label} cannot be said"


class VoiceAbsent(VoiceTrouble):
    zh, en = "這台電腦沒有 {voice} 語音", "This computer has no voice {voice}"


class OnlyRecorded(VoiceTrouble):
    """No engine speaks this language: people record it."""

    zh = "{language} 沒有合成語音，要由人錄音"
    en = "No speech engine speaks {language}: people record it"


class SpeechProgramMissing(VoiceTrouble):
    zh = "找不到 {program}，請安裝後重新啟動"
    en = "{program} is missing; install it and start again"


class VoiceMisreads(VoiceTrouble):
    zh = "語音 {voice} 把「{text}」唸錯（{heard}），因此不使用"
    en = "The voice {voice} misreads “{text}” ({heard}) and is not used"


class VoiceNotTested(VoiceTrouble):
    zh, en = "語音 {voice} 無法自我檢測：{reason}", "The voice {voice} could not be tested: {reason}"


class SynthesisFailed(VoiceTrouble):
    """One sentence could not be made; `reason` is for the log."""

    zh, en = "語音合成失敗（{reason}）", "Speech synthesis failed ({reason})"


class SynthesisLate(SynthesisFailed):
    zh, en = "語音合成逾時（{reason}）", "Speech synthesis was too late ({reason})"


class BadSoundFile(VoiceTrouble):
    zh, en = "聲音檔 {file} 無法使用：{reason}", "The sound file {file} cannot be used: {reason}"


class NoWaveFile(BadSoundFile):
    zh, en = "聲音檔 {file} 不是 WAV 檔（{reason}）", "The sound file {file} is no WAV file ({reason})"


class WrongSoundForm(BadSoundFile):
    zh = "聲音檔 {file} 不是 22.05 kHz 單聲道 16 位元（{form}）"
    en = "The sound file {file} is not 16-bit mono at 22.05 kHz ({form})"


class SoundCutOff(BadSoundFile):
    """It holds less than its own header says."""

    zh = "聲音檔 {file} 不完整，少了 {seconds} 秒裡的一部分"
    en = "The sound file {file} is cut off: it lacks a part of its {seconds} s"


class SoundTooLong(BadSoundFile):
    zh = "聲音檔 {file} 太長（{seconds} 秒，最多 {most} 秒）"
    en = "The sound file {file} is too long ({seconds} s, at most {most} s)"


class SoundSilent(BadSoundFile):
    zh, en = "聲音檔 {file} 沒有聲音", "The sound file {file} is silent"


class UnfitClip(BadSoundFile):
    """A recorded clip that cannot be made ready, as the speech child found it."""

    zh, en = "{reason_zh}", "{reason_en}"


class BadClipPack(VoiceTrouble):
    zh, en = "語音包 {pack} 無法使用：{reason}", "The clip pack {pack} cannot be used: {reason}"


class ClipPackNotApproved(BadClipPack):
    zh, en = "語音包 {pack} 尚未核可", "The clip pack {pack} is not approved yet"


class ClipsMissing(BadClipPack):
    zh, en = "語音包 {pack} 缺少：{reason}", "The clip pack {pack} lacks: {reason}"


class CacheUnusable(VoiceTrouble):
    zh, en = (
        "語音暫存資料夾 {folder} 無法寫入：{reason}",
        "The voice folder {folder} cannot be written: {reason}",
    )


class LanguageAbsent(VoiceTrouble):
    """This language cannot be spoken here, for the reason found when the voice was prepared."""

    zh, en = "{reason_zh}", "{reason_en}"


class LanguageFault(VoiceTrouble):
    """Something that nobody foresaw in one language; the others go on."""

    zh = "程式發生未預期的錯誤（{fault}），請把看板的記錄檔交給維護的人"
    en = "The program met an unforeseen fault ({fault}); give the display's log to whoever maintains it"


class LanguageNotSetUp(VoiceTrouble):
    zh, en = "叫號語音沒有設定「{language}」", "The voice is not set up for {language}"


class NotSpoken(VoiceTrouble):
    """No language of a call could be spoken: the screen and `chime` (a sound file) must do."""

    zh, en = "這次叫號沒有語音：{reason_zh}", "This call is not spoken: {reason_en}"

    def __init__(self, *, chime: Path, reason_zh: str, reason_en: str) -> None:
        super().__init__(reason_zh=reason_zh, reason_en=reason_en)
        self.chime = chime

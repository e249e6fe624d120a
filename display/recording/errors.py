"""What can go wrong while an office records its language."""

from drivers.voice.errors import BadClipPack, VoiceTrouble
from waitline.model.errors import Refused


class NothingHeard(VoiceTrouble):
    zh = "沒有聽到聲音，請看音量表再錄一次"
    en = "Nothing was heard; watch the level and record again"


class RecordingNotKept(VoiceTrouble):
    zh, en = "無法寫入 {folder}：{reason}", "{folder} cannot be written: {reason}"


class RoomTaken(VoiceTrouble):
    zh = "另一個錄音室正在錄 {language}，請先關閉它"
    en = "{language} is being recorded in another recording room; close it first"


class BadRecordings(BadClipPack):
    """A .zip that is no pack of this language, or not a safe one."""

    zh, en = "{file} 不能匯入：{reason_zh}", "{file} cannot be imported: {reason_en}"


class ApprovalLacks(Refused):
    """Something an approval must name."""

    zh, en = "還不能核可：{what_zh}", "It cannot be approved yet: {what_en}"

"""The staff panel's words: always Chinese and English, whatever the visitor before had chosen."""

from typing import Final

from waitline.model.slip import JobState
from waitline.model.words import Words

CORNER: Final = Words(zh="同仁專用", en="Staff")
LOGIN: Final = Words(zh="同仁專用：請輸入帳號", en="Staff only: your login")
NOBODY: Final = Words(
    zh="還沒有同仁設定密碼。請管理者執行 waitline set-pin。",
    en="Nobody has a PIN yet. The installer sets one with: waitline set-pin",
)
UNREACHABLE: Final = Words(zh="現在連不上資料庫，無法核對密碼", en="The database is away: PINs cannot be checked")
PIN: Final = Words(zh="{name}：請輸入密碼", en="your PIN")
CHECKING: Final = Words(zh="核對中…", en="Checking …")
ENTER: Final = Words(zh="確定", en="OK")
ERASE: Final = Words(zh="清除", en="Del")
CLOSE: Final = Words(zh="關閉", en="Close")
BACK: Final = Words(zh="上一頁", en="Back")
MORE: Final = Words(zh="其他", en="More")
PANEL: Final = Words(zh="{name}・取號機 {kiosk}", en="Staff panel")
SLIPS: Final = Words(zh="補印號碼單", en="Reprint a slip")
CHOOSE_SLIP: Final = Words(zh="點選要補印的號碼（會印上「補印」）", en="Which number? It is marked as a copy")
NO_SLIPS: Final = Words(zh="今天還沒有印過號碼單", en="No slips have been printed today")
REPRINTED: Final = Words(zh="{label} 已送出補印", en="A copy of {label} is on its way")
LOOK_AGAIN: Final = Words(zh="已換紙，再檢查", en="Paper changed")
SAMPLE: Final = Words(zh="列印測試頁", en="Print a test page")
SAMPLE_PRINTING: Final = Words(zh="正在列印測試頁…", en="Printing the test page …")
SAMPLE_PRINTED: Final = Words(zh="測試頁已印出", en="The test page was printed")
SAMPLE_FAILED: Final = Words(zh="測試頁沒有印出，請檢查印表機", en="No test page: check the printer")
LANGUAGE: Final = Words(zh="優先語言：{name}", en="First: {name}")
RESTART: Final = Words(zh="重新啟動", en="Restart")
EXIT: Final = Words(zh="結束程式", en="End the program")
SURE: Final = Words(zh="再按一次確定", en="Touch again to confirm")
PRINTER_WELL: Final = Words(zh="印表機 {printer}：正常", en="Printer {printer}: well")
PRINTER_UNKNOWN: Final = Words(zh="印表機 {printer}：狀態不明", en="Printer {printer}: nothing known")
PRINTER_NONE: Final = Words(zh="這台取號機沒有設定印表機", en="No printer is set up for this kiosk")

DEVICES: Final = Words(zh="設備", en="Devices")
CHOOSE_DEVICE: Final = Words(zh="設備狀態（點一下再檢查）", en="Devices: touch to look again")
DATABASE_WELL: Final = Words(zh="資料庫：連線正常", en="Database: in touch")
DATABASE_AWAY: Final = Words(zh="資料庫：連不上", en="Database: out of touch")
ALL_HANDED_OVER: Final = Words(zh="離線號碼：都已補登", en="Offline: all handed over")
TO_HAND_OVER: Final = Words(zh="離線號碼：待補登", en="Offline: to be handed over")
NO_RANGE: Final = Words(zh="離線號段：未設定", en="No offline range")

SLIP_STATES: Final = {
    JobState.QUEUED: Words(zh="等待列印", en="waiting"),
    JobState.SENT: Words(zh="列印中", en="printing"),
    JobState.CONFIRMED: Words(zh="已印出", en="printed"),
    JobState.FAILED: Words(zh="沒有印出", en="not printed"),
}


def filled(words: Words, **facts: object) -> Words:
    """The words with their gaps filled in, in both languages."""
    return Words(zh=words.zh.format(**facts), en=words.en.format(**facts))


def one_line(words: Words) -> str:
    """Both languages side by side."""
    return f"{words.zh}　{words.en}"

"""Why a kiosk out of touch gives no number; each in words for whoever stands before it."""

from typing import Final

from waitline.model.errors import DatabaseAway, DatabaseBusy, DatabaseFull, Trouble

PASSING: Final = (DatabaseAway, DatabaseBusy, DatabaseFull)
"""Troubles of the office that pass without anybody's doing at this kiosk: meanwhile it gives numbers itself."""


class SpoolFull(Trouble):
    zh = "這台取號機離線期間可暫存的 {most} 個號碼已用完，請洽服務台"
    en = "This kiosk has kept all the {most} numbers it can while out of touch; please ask at the service desk"


class SpoolUnusable(Trouble):
    zh = "這台取號機的離線號碼簿無法寫入（{reason}），請洽服務台"
    en = "This kiosk cannot write its book of numbers ({reason}); please ask at the service desk"


class SpoolInUse(SpoolUnusable):
    zh = "另一個程式正在使用這台取號機的離線號碼簿，請洽服務台"
    en = "Another program is using this kiosk's book of numbers; please ask at the service desk"


class OfficeNeverSeen(Trouble):
    zh = "這台取號機還沒有連上系統過，連線前無法取號，請洽服務台"
    en = "This kiosk has never been in touch with the office; please ask at the service desk"

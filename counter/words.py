"""The clerk's words, in the clerk's language: what buttons, badges and times are called."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal

from waitline.desktop import OutOfTouch, Translations
from waitline.model.clock import MINUTE, SECOND, Instant, local
from waitline.model.office import OfficeSetup
from waitline.model.places import place_words
from waitline.model.staff import Staff
from waitline.model.ticket import Ticket
from waitline.model.words import SOURCE_LANGUAGE, Words, without_details

from .actions import Action, Place
from .badges import Badge
from .cases.news import CaseFace
from .face import Message, Stage

LANGUAGES: Final = (SOURCE_LANGUAGE, "en")


_OTHER_LANGUAGE: Final = Words(zh="English", en="中文")


class ClerkWords(QObject):
    """Says things in the language of the moment; `changed` when that becomes another."""

    changed = Signal()

    def __init__(self, translations: Translations) -> None:
        super().__init__()
        self._translations = translations
        self._keys: Mapping[Action, str] = {}

    @property
    def language(self) -> str:
        return self._translations.language

    @property
    def other_language(self) -> str:
        """The one the language button changes to."""
        return next(language for language in LANGUAGES if language != self.language)

    @property
    def name_of_other_language(self) -> str:
        """What that language calls itself."""
        return self.of(_OTHER_LANGUAGE)

    def speak(self, language: str) -> None:
        """Change the language of the whole program at once."""
        if language != self.language:
            self._translations.switch(language)
            self.changed.emit()

    def of(self, words: Words) -> str:
        """An office's or an error's own words."""
        return words.in_language(self.language)

    def message(self, message: Message) -> str:
        """A sentence beside the buttons."""
        words = self.of(message.words).replace("{actions}", self.actions(message.actions))
        return words.replace("{keys}", self.listed(map(self._with_key, message.actions)))

    def know_keys(self, keys: Mapping[Action, str]) -> None:
        """Those in force, for sentences that name them."""
        self._keys = keys

    def _with_key(self, action: Action) -> str:
        """How to do it: the key and the name of the button, or this alone."""
        form = self.tr("%1「%2」") if action in self._keys else self.tr("「%2」")
        return form.replace("%1", self._keys.get(action, "")).replace("%2", self.action(action))

    def waiting(self, actions: Iterable[Action], *, alone: bool) -> str:
        """That these presses were taken and come next; not `alone`, it stands behind other words."""
        told = self.tr("請稍候，接著：%1") if alone else self.tr("接著：%1")
        return told.replace("%1", self.actions(actions))

    def actions(self, actions: Iterable[Action]) -> str:
        """The names of several."""
        return self.listed(self.action(action) for action in actions)

    def action(self, action: Action) -> str:
        """The name on a button."""
        return self._actions()[action]

    def _actions(self) -> dict[Action, str]:
        return {
            Action.SIGN_IN: self.tr("登入"),
            Action.SIGN_OUT: self.tr("登出"),
            Action.OPEN: self.tr("開始服務"),
            Action.PAUSE: self.tr("暫停服務"),
            Action.CLOSE: self.tr("關閉櫃台"),
            Action.CALL_NEXT: self.tr("下一位"),
            Action.CALL_TICKET: self.tr("叫這個號碼"),
            Action.RECALL: self.tr("重呼"),
            Action.BEGIN: self.tr("開始辦理"),
            Action.FINISH: self.tr("辦理完成"),
            Action.NO_SHOW: self.tr("過號"),
            Action.PUT_BACK: self.tr("放回等候"),
            Action.PARK: self.tr("稍後再辦"),
            Action.UNPARK: self.tr("回到等候"),
            Action.TRANSFER: self.tr("轉移"),
            Action.CONTINUE: self.tr("續辦他項"),
            Action.CORRECT: self.tr("更正項目"),
            Action.WALK_IN: self.tr("現場直接辦"),
            Action.CHOOSE_WALK_IN: self.tr("現場選項目"),
            Action.OVERRIDE: self.tr("仍叫下一位"),
            Action.UNDO: self.tr("復原"),
            Action.ANSWER_HELP: self.tr("我過去"),
            Action.HELP_NUMBER: self.tr("代為取號"),
            Action.SUMMON: self.tr("後線支援"),
            Action.CALL_OFF: self.tr("不必來了"),
            Action.RELEASE: self.tr("請回座"),
            Action.ACCEPT: self.tr("我來"),
            Action.DECLINE: self.tr("不能去"),
            Action.ARRIVE: self.tr("我到了"),
            Action.STAND_DOWN: self.tr("結束待命"),
            Action.TAKE_NUMBER: self.tr("代為取號"),
            Action.BRING_LOVE: self.tr("愛心免抽號"),
            Action.PRECHECK: self.tr("預審完成"),
            Action.WELCOME_BACK: self.tr("過號報到"),
            Action.REPRINT: self.tr("補印"),
            Action.CANCEL_NUMBER: self.tr("作廢號碼"),
            Action.RECEIPT: self.tr("案件收執"),
        } | (self._actions_of_cases() | self._actions_of_the_screen())

    def _actions_of_cases(self) -> dict[Action, str]:
        return {
            Action.ASK_FOR_CASE_HELP: self.tr("請教"),
            Action.END_CASE_HELP: self.tr("結束請教"),
            Action.ANSWER_CASE: self.tr("回覆"),
            Action.COME_TO_CASE: self.tr("我過去"),
            Action.TAKE_OVER_CASE: self.tr("接手辦理"),
        }

    def _actions_of_the_screen(self) -> dict[Action, str]:
        return {
            Action.FIND: self.tr("找號碼"),
            Action.RESIZE: self.tr("縮小／放大"),
            Action.LOCK: self.tr("鎖定畫面"),
            Action.UNLOCK: self.tr("解除鎖定"),
            Action.SNOOZE: self.tr("稍後提醒"),
        }

    def locked(self) -> str:
        """That the PIN is wanted first."""
        return self.tr("畫面已鎖定")

    def cases_asked(self, cases: CaseFace) -> str:
        """How many colleagues ask about a case: behind a lock nothing else of it is for whoever passes by."""
        asked = len(cases.others) + (cases.front is not None)
        return self.tr("同仁請教案件 %1 件").replace("%1", str(asked)) if asked else ""

    def undone(self, verb: str, label: str | None) -> str:
        """What the undo would take back: `verb` as the journal's verbs are named."""
        name = {action.value: words for action, words in self._actions().items()}.get(verb, verb)
        return f"{name} {label}" if label else name

    def deputy(self, person: Staff) -> str:
        """Who deputises."""
        return self.tr("代理人：%1").replace("%1", person.name)

    def workplace(self, place: Place) -> str:
        """Where somebody works with this program."""
        return {
            Place.COUNTER: self.tr("櫃台"),
            Place.STAND_BY: self.tr("待命（後線支援）"),
            Place.SERVICE_DESK: self.tr("服務台"),
        }[place]

    def stage(self, stage: Stage) -> str:
        """How the counter stands, in a word."""
        return {
            Stage.SIGNED_OUT: self.tr("尚未登入"),
            Stage.ARRIVING: self.tr("讀取中"),
            Stage.CLOSED: self.tr("未開放"),
            Stage.PAUSED: self.tr("暫停服務中"),
            Stage.IDLE: self.tr("可以叫號"),
            Stage.READY: self.tr("等候中"),
            Stage.RESERVED: self.tr("保留給愛心號"),
            Stage.CALLED: self.tr("叫號中"),
            Stage.SERVING: self.tr("辦理中"),
        }[stage]

    def badge(self, badge: Badge, ticket: Ticket, setup: OfficeSetup) -> str:
        """A badge's words for this ticket."""
        if badge is Badge.LANGUAGE:
            return self.language_name(ticket.language)
        if badge is Badge.BOOKED and ticket.slot is not None:
            return self.tr("預約 %1").replace("%1", self.hour(ticket.slot, setup))
        return {
            Badge.LOVE: self.tr("愛心"),
            Badge.BOOKED: self.tr("預約"),
            Badge.DEAF: self.tr("聽障：請招手"),
            Badge.BLIND: self.tr("視障：請引導"),
            Badge.WHEELCHAIR: self.tr("輪椅"),
            Badge.SLOW: self.tr("請放慢"),
            Badge.PRECHECKED: self.tr("已預審"),
            Badge.AGAIN: self.tr("續辦"),
        }[badge]

    def language_name(self, tag: str) -> str:
        """What a visitor's language is called."""
        names = {
            "zh": self.tr("中文"),
            "en": self.tr("英語"),
            "vi": self.tr("越南語"),
            "id": self.tr("印尼語"),
            "th": self.tr("泰語"),
            "ja": self.tr("日語"),
        }
        return names.get(tag.split("-", maxsplit=1)[0], tag)

    def service(self, code: str | None, setup: OfficeSetup) -> str:
        """A service by name; a love visitor may not have said which yet."""
        if code is None:
            return self.tr("愛心優先（尚未選服務）")
        return self.of(setup.service(code).names)

    def short_service(self, code: str | None, setup: OfficeSetup) -> str:
        """A service's name without what stands in brackets, for a narrow line."""
        if code is None:
            return self.tr("愛心優先")
        return self.of(without_details(setup.service(code).names))

    def place(self, place: str, setup: OfficeSetup) -> str:
        """Where help is asked for."""
        return self.of(place_words(place, setup))

    def minutes(self, milliseconds: int) -> str:
        """A wait in whole minutes."""
        return self.tr("%1 分").replace("%1", str(milliseconds // MINUTE))

    def out_of_touch(self, age: OutOfTouch) -> str:
        """That what is shown may be old, and since when."""
        since = self.tr("已 %1 秒沒有更新").replace("%1", str(int(age.for_s)))
        return self.tr("%1，%2").replace("%1", self.of(age.words)).replace("%2", since)

    def listed(self, parts: Iterable[str]) -> str:
        """Some words one after the other; empty ones are left out."""
        return self.tr("，").join(part for part in parts if part)

    def hour(self, at: Instant, setup: OfficeSetup) -> str:
        """A time of day at the office."""
        return f"{local(at, setup.zone):%H:%M}"


def stopwatch(milliseconds: int) -> str:
    """A running time, ``03:12`` or ``1:03:12``."""
    seconds = milliseconds // SECOND
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes:02d}:{left:02d}"


def unbroken(name: str) -> str:
    """A short name that stays on one line: Chinese may be broken after any character else."""
    return "\N{WORD JOINER}".join(name)

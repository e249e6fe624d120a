"""A visitor at the kiosk and a clerk at the counter, and how each looks whether it came true."""

import time
from dataclasses import dataclass
from typing import Final

from waitline.cli.demo.waiting import wait_for
from waitline.model.counter import CounterId
from waitline.model.ticket import Ticket, TicketState
from waitline.model.words import Words

from .camera import Camera
from .eyes import Loudspeaker, Paper, PaperSlip, Window
from .hall import Hall
from .hands import Hands

SHOWN_WITHIN_S: Final = 20.0
"""A call shows at once when the big place has room; behind others it may have to wait its turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The programs' windows, the paper, the database, and the one pair of hands."""

    kiosk: Window
    counter: Window
    display: Window
    paper_window: Window
    paper: Paper
    loudspeaker: Loudspeaker
    hall: Hall
    hands: Hands
    camera: Camera


def say(zh: str, en: str) -> None:
    """One thing that came true."""
    print(f"✓ {zh} · {en}", flush=True)


class Visitor:
    """Touches the glass, reads the number, takes the slip."""

    def __init__(self, house: House) -> None:
        self._house = house

    def touch(self, name: str) -> float:
        """A finger on a control of the kiosk; when it was let go."""
        house = self._house
        house.hands.touch(house.kiosk.await_control(name))
        return time.monotonic()

    def read_number(self, touched_at: float) -> str:
        """The number on the glass, once it stands there and in the database."""
        house = self._house
        label = house.kiosk.await_text("number").text
        took = time.monotonic() - touched_at
        ticket = house.hall.await_ticket(label, TicketState.WAITING)
        kind = Words(zh="愛心號", en="priority") if ticket.priority == "love" else Words(zh="號碼", en="number")
        say(
            f"取號機上出現{kind.zh} {label}（{took:.1f} 秒），資料庫裡等候中",
            f"the kiosk shows {kind.en} {label} ({took:.1f} s), waiting in the database",
        )
        return label

    def take_slip(self, label: str, printer: str = "kiosk-1") -> PaperSlip:
        """The slip with that number, cut by the printer and confirmed; the paper's window shows it."""
        house = self._house
        slip = house.paper.await_slip(label)
        house.hall.await_printed(label, printer)
        name = slip.picture.name
        wait_for(
            Words(zh=f"紙張視窗顯示 {name}", en=f"the paper's window shows {name}"),
            lambda: (tray := house.paper_window.find("tray")) is not None and tray.says == name,
            within_s=SHOWN_WITHIN_S,
            seen=house.paper_window.summary,
        )
        say(
            f"印出 {label} 的號碼單（連同確認 {slip.bytes} 位元組，從第一個位元組到切紙 {slip.seconds:.1f} 秒）",
            f"a slip with {label} is cut ({slip.bytes} bytes with its confirmation, "
            f"{slip.seconds:.1f} s from the first of them to the cut)",
        )
        return slip

    def leave(self) -> None:
        """Back to the first page."""
        house = self._house
        house.hands.look()
        button = house.kiosk.find("home")
        if button is not None:  # on a slow machine the page may have gone home by itself
            house.hands.tap(button)
        house.kiosk.await_control("home-page")
        self._house.kiosk.await_control("love")


class Clerk:
    """Works at one counter with mouse and keys."""

    def __init__(self, house: House, *, post: CounterId, login: str) -> None:
        self._house = house
        self._post = post
        self._login = login

    def sign_in(self, *, name_row: int, counter_row: int) -> None:
        """The name with the mouse, the counter with the keys, the button with the mouse."""
        house = self._house
        house.hands.touch(house.counter.await_control(f"staff-{name_row}", within_s=SHOWN_WITHIN_S))
        house.hands.press("Tab", "Home", *["Down"] * counter_row)
        house.hands.touch(house.counter.await_control("sign_in"))
        house.counter.await_control("call_next")
        house.hall.await_desk(self._post, self._login)
        say(f"{self._login} 在 {self._post} 號櫃台登入", f"{self._login} is signed in at counter {self._post}")

    def turn_to_the_screen(self) -> None:
        """A click where nothing happens: from now on the keys go to this window."""
        self._house.hands.touch(self._house.counter.await_control("header"))

    def call_next(self, expected: str | None = None) -> Ticket:
        """F9: who comes is called in the database, at the counter, and large on the display."""
        house = self._house
        house.counter.await_control("call_next")
        pressed_at = time.monotonic()
        house.hands.press("F9")
        label = expected or self._called()
        ticket = house.hall.await_ticket(label, TicketState.CALLED, counter=self._post)
        house.counter.await_text("current_number", label)
        hero = house.display.find(f"call_{label}") or wait_for(
            Words(zh=f"看板大字顯示 {label}", en=f"the display shows {label} large"),
            lambda: house.display.find(f"call_{label}"),
            within_s=SHOWN_WITHIN_S,
            seen=house.display.summary,
        )
        took = time.monotonic() - pressed_at
        wait_for(
            Words(zh=f"看板請 {label} 到 {self._post} 號櫃台", en=f"the display sends {label} to {self._post}"),
            lambda: label in hero.says and f"{self._post} 號櫃台" in hero.says,
            within_s=0,
            seen=lambda: hero.says,
        )
        say(
            f"F9 叫號：{label} 請到 {self._post} 號櫃台，看板已顯示（{took:.1f} 秒）",
            f"F9 calls {label} to counter {self._post}, the display shows it ({took:.1f} s)",
        )
        return ticket

    def hear(self, ticket: Ticket) -> None:
        """The call from the loudspeaker, where there is one."""
        device = self._house.loudspeaker.await_call(ticket.label)
        if device is None:
            say("這台機器沒有喇叭：只顯示，不廣播", "no loudspeaker on this machine: calls are shown, not spoken")
        else:
            say(f"廣播念出 {ticket.label}（{device}）", f"the loudspeaker says {ticket.label} ({device})")

    def begin(self, ticket: Ticket, *, by_key: bool) -> None:
        """The visitor sits down; for a priority visitor the clerk says first what it is about."""
        house = self._house
        button = house.counter.await_control("begin")
        if by_key:
            house.hands.press("shift+F9")
        else:
            house.hands.touch(button)
        if ticket.service is None:
            house.hands.touch(house.counter.await_control("service_0"))
            house.hands.touch(house.counter.await_control("agree"))
        house.hall.await_ticket(ticket.label, TicketState.SERVING, counter=self._post)
        say(f"{ticket.label} 開始辦理", f"{ticket.label} is being served")

    def finish(self, ticket: Ticket) -> None:
        house = self._house
        house.counter.await_control("finish")
        house.hands.press("F12")
        house.hall.await_ticket(ticket.label, TicketState.DONE)
        say(f"{ticket.label} 辦理完畢", f"{ticket.label} is done")

    def _called(self) -> str:
        """Whom the key brought, by the database."""
        return wait_for(
            Words(zh=f"有人被叫到 {self._post} 號櫃台", en=f"somebody is called to counter {self._post}"),
            lambda: self._house.hall.at_counter(self._post),
            within_s=SHOWN_WITHIN_S,
        ).label

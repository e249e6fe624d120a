"""What the keys of a clerk's keypad mean."""

from enum import StrEnum


class Key(StrEnum):
    """Digits are themselves; the rest ask for something. MENU: the next digit stands for a key that is missing."""

    DIGIT_0 = "0"
    DIGIT_1 = "1"
    DIGIT_2 = "2"
    DIGIT_3 = "3"
    DIGIT_4 = "4"
    DIGIT_5 = "5"
    DIGIT_6 = "6"
    DIGIT_7 = "7"
    DIGIT_8 = "8"
    DIGIT_9 = "9"
    ENTER = "enter"
    CLEAR = "clear"
    MENU = "menu"
    NEXT = "next"
    RECALL = "recall"
    NO_SHOW = "no_show"
    FINISH = "finish"
    PAUSE = "pause"
    TRANSFER = "transfer"
    BEGIN = "begin"
    UNDO = "undo"
    OVERRIDE = "override"
    PUT_BACK = "put_back"
    PARK = "park"
    WALK_IN = "walk_in"
    CONTINUE = "continue"
    CALL = "call"
    HELP = "help"
    SIGN_OUT = "sign_out"

    @property
    def is_digit(self) -> bool:
        return len(self.value) == 1

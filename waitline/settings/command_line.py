"""A program's command line, whose refusals are worded in zh-TW and English as all others are."""

import argparse
import re
from typing import Final, NoReturn

from waitline.model.words import Words

_SAID: Final = (
    (r"unrecognized arguments: (.+)", "不認得的參數：{0}"),
    (r"argument (.+?): expected one argument", "{0} 後面要寫一個值"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", "{0} 不能是 {1}；可以是 {2}"),
    (r"argument (.+?): not allowed with argument (.+)", "{0} 不能與 {1} 一起用"),
    (r"argument (.+?): ignored explicit argument (.+)", "{0} 後面不能有值：{1}"),
    (r"ambiguous option: (.+) could match (.+)", "{0} 不夠清楚，可能是 {1}"),
    (r"the following arguments are required: (.+)", "缺少參數：{0}"),
    (r"argument (.+?): (.+)", "{0} 不對：{1}"),
)
"""Python's own messages, which are the English, and ours; the first that fits."""


class CommandLine(argparse.ArgumentParser):
    """Ends the program with both languages when it is told what makes no sense."""

    def error(self, message: str) -> NoReturn:
        """Python's message, and beside it ours."""
        self.refuse(Words(zh=_in_chinese(message), en=message))

    def refuse(self, words: Words) -> NoReturn:
        """End the program with this reason."""
        self.exit(2, f"{self.format_usage()}{words.zh}\n{words.en}\n")


def _in_chinese(message: str) -> str:
    for pattern, said in _SAID:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            return said.format(*found.groups())
    return f"參數不對：{message}"

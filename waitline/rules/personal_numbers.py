"""Numbers by which a person is known: they stand in no words that others read, and on no paper."""

import re
from typing import Final

_IDENTITY: Final = r"[A-Za-z][A-Da-d1289]\d{8}"
"""Of identity and of residence in Taiwan."""
_TELEPHONE: Final = r"0\d{1,3}[- ]?\d{3,4}[- ]?\d{3,4}"
_PERSONAL: Final = re.compile(rf"(?<![A-Za-z0-9])(?:{_IDENTITY}|{_TELEPHONE})(?!\d)")


def has_personal_number(text: str) -> bool:
    """Whether a number of identity or a telephone number stands in it."""
    return _PERSONAL.search(text) is not None

"""What a verb is asked: its request id, its arguments, and whether any database could keep them."""

import hashlib
import json
import re
import secrets
import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from waitline.model.errors import BadText, OutOfRange, RequestNeeded

REQUEST_LENGTH: Final = 200
"""Characters of a request id at most: Postgres keeps no index entry longer than a third of a page."""

LATEST: Final = 1 << 47
"""The year 6429 in milliseconds: far beyond every id and instant, well within what calendars can show."""

_DIGEST_LENGTH: Final = 16
_UNKEPT: Final = re.compile("[\0\ud800-\udfff]")
_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=sorted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A verb as it was asked for. `asked` is a digest of its arguments (16 hex digits), kept with the outcome."""

    verb: str
    request: str
    asked: str


def new_request() -> str:
    """A UUID-version-7-like id: ordered by time so that an index of millions stays quick, random in the rest.

    The PC's clock orders them only roughly, and nothing else depends on it.
    """
    return f"{time.time_ns() // 1_000_000:012x}-{secrets.token_hex(10)}"


def wish(verb: str, request: str, *, private: Collection[object] = (), **asked: object) -> Wish:
    """The door of every verb: all it is asked with is looked at here, before anything is locked.

    `private` is what the journal must be able to forget (PINs, love reasons, needs, notes): looked at, but no
    part of the digest, from which a few guesses would bring it back.

    Raises `RequestNeeded`, `BadText` and `OutOfRange`.
    """
    if not request.strip():
        raise RequestNeeded()
    _check("request", request)
    if len(request) > REQUEST_LENGTH:
        raise BadText(what="request")
    for name, value in asked.items():
        _check(name, value)
    for value in private:
        _check("private", value)
    digest = hashlib.sha256(_CANONICAL.encode(asked).encode()).hexdigest()
    return Wish(verb=verb, request=request, asked=digest[:_DIGEST_LENGTH])


def _check(name: str, value: object) -> None:
    if value is None or value is False:
        return
    if isinstance(value, str):
        if not is_text(value):
            raise BadText(what=name)
    elif isinstance(value, int):
        if not 0 <= value <= LATEST:
            raise OutOfRange(what=name)
    elif isinstance(value, frozenset):
        for one in value:
            _check(name, one)


def is_text(text: str) -> bool:
    """Whether every database can keep it: no NUL, and no half of a surrogate pair."""
    return _UNKEPT.search(text) is None

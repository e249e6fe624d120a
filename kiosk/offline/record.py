"""One number given out of touch, as it lies in the spool: what never changes, and how far it has come."""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from waitline.model.clock import Instant
from waitline.model.service import SeriesCode
from waitline.model.ticket import LoveReason, PaperNumber

BLOCK: Final = 512
"""Bytes of a block on disk: a disk writes so many at once, or none of them."""

_HEAD: Final = struct.Struct(">4sIH")
_NUMBER: Final = b"WLN1"
_PROGRESS: Final = b"WLP1"
LONGEST: Final = BLOCK - _HEAD.size


class Slip(StrEnum):
    """How far the paper of a number is. `COPY`: a marked copy is wanted, since the one before failed."""

    NONE = "none"
    QUEUED = "queued"
    SENT = "sent"
    PRINTED = "printed"
    COPY = "copy"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`place` counts the numbers this spool ever held, from 1; `day` is the business day at the office."""

    place: int
    day: str
    paper: PaperNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """`turn` counts the changes, so that the newer of two is known; `copies` is how many copies were wanted;
    `handed`: the office has it, and its room may be used again."""

    place: int
    turn: int = 0
    slip: Slip = Slip.NONE
    copies: int = 0
    handed: bool = False


def record_block(record: Record) -> bytes:
    """Raises ValueError for a number whose texts are too long for a block: no office file makes such."""
    paper = record.paper
    return _block(
        _NUMBER,
        {
            "place": record.place, "day": record.day, "request": paper.request, "series": paper.series,
            "number": paper.number, "label": paper.label, "at": paper.issued_at, "service": paper.service,
            "love": paper.love, "reason": paper.love_reason, "language": paper.language, "printer": paper.printer,
        },
    )  # fmt: skip


def record_of(block: bytes) -> Record | None:
    """None for a block that holds no whole record."""
    found = _fields(_NUMBER, block)
    if found is None:
        return None
    reason = found["reason"]
    paper = PaperNumber(
        request=found["request"],
        series=SeriesCode(found["series"]),
        number=found["number"],
        label=found["label"],
        issued_at=Instant(found["at"]),
        service=found["service"],
        love=found["love"],
        love_reason=None if reason is None else LoveReason(reason),
        language=found["language"],
        printer=found["printer"],
    )
    return Record(place=found["place"], day=found["day"], paper=paper)


def progress_block(progress: Progress) -> bytes:
    fields = {
        "place": progress.place, "turn": progress.turn, "slip": progress.slip, "copies": progress.copies,
        "handed": progress.handed,
    }  # fmt: skip
    return _block(_PROGRESS, fields)


def progress_of(block: bytes) -> Progress | None:
    found = _fields(_PROGRESS, block)
    return None if found is None else Progress(**found | {"slip": Slip(found["slip"])})


def _block(kind: bytes, fields: dict[str, Any]) -> bytes:
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    if len(text) > LONGEST:
        raise ValueError(f"{len(text)} bytes do not fit into a block")
    return (_HEAD.pack(kind, _check(kind, text), len(text)) + text).ljust(BLOCK, b"\0")


def _fields(kind: bytes, block: bytes) -> dict[str, Any] | None:
    if len(block) != BLOCK:
        return None
    found, check, length = _HEAD.unpack_from(block)
    text = block[_HEAD.size : _HEAD.size + length]
    if found != kind or length > LONGEST or _check(kind, text) != check:
        return None
    fields: dict[str, Any] = json.loads(text)
    return fields


def _check(kind: bytes, text: bytes) -> int:
    """Never that of a block of zeros: a head cut short is none."""
    return zlib.crc32(text, zlib.crc32(kind + len(text).to_bytes(2, "big")))

"""Reading the journal's chain of hashes again from its beginning: what was changed, removed or cut off."""

from collections.abc import Iterator
from dataclasses import dataclass

from waitline.model.journal import FIRST_HASH, Entry, Kind, chain
from waitline.model.words import Words

from . import statements as q
from .engine import Store
from .look import Look

_PAGE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """`first_bad` is the journal position where the chain first fails, None when all is well.

    `head` is ``SEQ:HASH`` of the last entry: kept on paper or on another machine, it proves later that
    nothing up to it was rewritten.
    """

    entries: int
    head: str
    first_bad: int | None = None
    reason: Words | None = None

    @property
    def good(self) -> bool:
        return self.first_bad is None


class _Broken(Exception):
    def __init__(self, seq: int, zh: str, en: str) -> None:
        super().__init__(en)
        self.seq = seq
        self.words = Words(zh=zh, en=en)


def audit(store: Store, head: str | None = None) -> AuditReport:
    """Check the whole journal against its chain, the head row, every ticket, and a `head` kept elsewhere."""
    with store.reading() as look:
        count, here = 0, FIRST_HASH
        kept = None if head is None else _kept(head)
        taken: set[int] = set()
        try:
            for entry in _entries(look):
                here = _link(look.office, count + 1, here, entry)
                count += 1
                if entry.kind is Kind.TICKET_TAKEN and entry.ticket is not None:
                    taken.add(entry.ticket)
                if kept is not None and kept[0] == count and not here.startswith(kept[1]):
                    raise _Broken(
                        count, "此筆或更早的紀錄在留存雜湊值之後被改寫", "rewritten since the hash was kept"
                    )
            _check_end(look, count, here, kept)
            _check_tickets(look, taken)
        except _Broken as broken:
            return AuditReport(entries=count, head=f"{count}:{here}", first_bad=broken.seq, reason=broken.words)
        return AuditReport(entries=count, head=f"{count}:{here}")


def _entries(look: Look) -> Iterator[Entry]:
    after = 0
    while page := look.entries_after(after, _PAGE):
        yield from page
        after = page[-1].seq


def _link(office: str, expected: int, previous: str, entry: Entry) -> str:
    if entry.seq != expected:
        raise _Broken(expected, "此筆紀錄不見了", "this entry has been removed")
    digest = chain(previous, office, entry)
    if digest != entry.hash:
        raise _Broken(entry.seq, "此筆紀錄被改過", "this entry has been changed")
    return digest


def _check_end(look: Look, count: int, here: str, kept: tuple[int, str] | None) -> None:
    if kept is not None and kept[0] > count:
        raise _Broken(count + 1, "從這裡起的紀錄被截去", "the entries from here on have been cut off")
    if look.seq != count or look.hash != here:
        raise _Broken(count + 1, "紀錄結尾與目前狀態不符", "the journal does not end where the office stands")


def _check_tickets(look: Look, taken: set[int]) -> None:
    present = {row[0] for row in look.link.all(q.TICKET_IDS, office=look.office)}
    odd = present ^ taken
    if odd:
        raise _Broken(min(odd), "號碼與紀錄不符", "a ticket and the journal do not agree")


def _kept(head: str) -> tuple[int, str]:
    """``SEQ:HASH``; raises ValueError for anything else."""
    seq, _, digest = head.strip().partition(":")
    if not seq.isdecimal() or len(digest) < 8:
        raise ValueError("a kept head looks like 1234:0f3a…")
    return int(seq), digest.lower()

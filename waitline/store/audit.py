"""Reading the journal's chain of hashes again from its beginning: what was changed, removed or cut off.

What the journal knows is held against what stands beside it: the head row, every ticket's label and times, and
the office's documents. Not against what it must be able to forget: reasons, needs, notes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from waitline.model.journal import FIRST_HASH, Entry, Kind, chain
from waitline.model.words import Words

from . import statements as q
from .audited_times import JournalTimes
from .engine import Store
from .link import Row
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
    """Check the journal against its chain, the head row, every ticket and document, and a `head` kept elsewhere.

    The chain comes first: a row is held only against a journal that is whole.
    """
    with store.reading(with_setup=False) as look:
        count, here = 0, FIRST_HASH
        kept = None if head is None else _kept(head)
        times, documents = JournalTimes(), dict[int, str | None]()
        try:
            for entry in _entries(look):
                here = _link(look.office, count + 1, here, entry)
                count += 1
                times.follow(entry)
                if entry.kind is Kind.OFFICE_SET_UP:
                    digest = entry.facts.get("sha256")
                    documents[entry.seq] = None if digest is None else str(digest)
                if kept is not None and kept[0] == count and not here.startswith(kept[1]):
                    raise _Broken(
                        count, "此筆或更早的紀錄在留存雜湊值之後被改寫", "rewritten since the hash was kept"
                    )
            _check_end(look, count, here, kept)
            _check_documents(look, documents)
            _check_tickets(look, times)
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


def _check_documents(look: Look, noted: dict[int, str | None]) -> None:
    """Entries of before digests were kept (None) only say that there was a document."""
    found = {row[0]: sha256(row[1].encode()).hexdigest() for row in look.link.all(q.SETUPS, office=look.office)}
    for seq in sorted(noted.keys() | found.keys()):
        if seq not in noted or seq not in found or noted[seq] not in {None, found[seq]}:
            raise _Broken(seq, "機關設定與紀錄不符", "the office's document is not the one that was set up here")
    if look.setup_seq != max(noted, default=0):
        raise _Broken(
            max(noted, default=0), "目前使用的不是最新的機關設定", "an older document of the office is in use"
        )


def _check_tickets(look: Look, times: JournalTimes) -> None:
    expected = iter(sorted(times.issued))
    for ticket, *found in _tickets(look):
        due = next(expected, None)
        if due != ticket:
            raise _Broken(min(ticket, due or ticket), "號碼與紀錄不符", "a ticket and the journal do not agree")
        if tuple(found) != times.of(ticket):
            raise _Broken(
                ticket,
                f"號碼 {times.label[ticket]} 的號碼或時間與紀錄不符",
                f"the label or the times of ticket {times.label[ticket]} are not those in the journal",
            )
    missing = next(expected, None)
    if missing is not None:
        raise _Broken(missing, "號碼與紀錄不符", "a ticket and the journal do not agree")


def _tickets(look: Look) -> Iterator[Row]:
    after = 0
    while page := look.link.all(q.TICKET_TIMES, office=look.office, after=after, most=_PAGE):
        yield from page
        after = page[-1][0]


def _kept(head: str) -> tuple[int, str]:
    """``SEQ:HASH``; raises ValueError for anything else."""
    seq, _, digest = head.strip().partition(":")
    if not seq.isdecimal() or len(digest) < 8:
        raise ValueError("a kept head looks like 1234:0f3a…")
    return int(seq), digest.lower()

"""What a clerk's keypad says, and when it may."""

from collections.abc import Mapping
from dataclasses import dataclass

from .keys import Key
from .layout import Layout, Values


@dataclass(frozen=True, slots=True, kw_only=True)
class KeypadKind:
    """`poll`: the question it waits for; None where it speaks when a key goes down.

    `key`: its frame with keys, in every length; `empty`: its answer without one. With `ack`, what was not
    acknowledged is said again under the same `count`; with a count alone, one that changes is a key.
    """

    name: str
    titles: tuple[str, str]
    key: tuple[Layout, ...]
    keys: Mapping[int, Key]
    poll: Layout | None = None
    empty: Layout | None = None
    ack: Layout | None = None
    answer_ms: int = 50
    gap_ms: int = 4

    @property
    def counts(self) -> bool:
        return self.key[0].part("count") is not None

    @property
    def keeps_last(self) -> bool:
        """Whether it is a register that is read, with its last key still in it."""
        return self.counts and self.ack is None

    def pressed(self, values: Values) -> tuple[Key, ...]:
        """The keys in a frame; codes without a meaning are left out."""
        codes = values.get("keys")
        single = values.get("key")
        found = [single] if isinstance(single, int) else list(codes) if isinstance(codes, bytes) else []
        return tuple(self.keys[code] for code in found if code in self.keys)

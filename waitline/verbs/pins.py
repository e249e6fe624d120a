"""PIN hashes: argon2id with the library's own parameters (RFC 9106, low-memory profile)."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - megabytes that only a PIN needs

    return PasswordHasher()


def hash_pin(pin: str) -> str:
    """A salted argon2id hash in the PHC string format."""
    return _hasher().hash(pin)


def fits(pin_hash: str, pin: str) -> bool:
    """Whether the PIN is the one that was hashed. Takes tens of milliseconds."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - as above

    try:
        return _hasher().verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False

"""PIN hashes: argon2id with the library's own parameters (RFC 9106, low-memory profile)."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()


def hash_pin(pin: str) -> str:
    """A salted argon2id hash in the PHC string format."""
    return _HASHER.hash(pin)


def fits(pin_hash: str, pin: str) -> bool:
    """Whether the PIN is the one that was hashed. Takes tens of milliseconds."""
    try:
        return _HASHER.verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False

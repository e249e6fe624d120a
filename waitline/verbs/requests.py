"""Request ids: one for each touch or key press, the same again for each retry of it."""

import secrets
import time


def new_request() -> str:
    """A UUID-version-7-like id: ordered by time so that an index of millions stays quick, random in the rest.

    The PC's clock orders them only roughly, and nothing else depends on it.
    """
    return f"{time.time_ns() // 1_000_000:012x}-{secrets.token_hex(10)}"

"""A reader for small QR codes (versions 1 to 3, levels L and M: one block), after ISO/IEC 18004; no library's."""

from collections.abc import Iterator

_MASKS = (
    lambda y, x: (y + x) % 2 == 0,
    lambda y, x: y % 2 == 0,
    lambda y, x: x % 3 == 0,
    lambda y, x: (y + x) % 3 == 0,
    lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: y * x % 2 + y * x % 3 == 0,
    lambda y, x: (y * x % 2 + y * x % 3) % 2 == 0,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2 == 0,
)
_LEVELS = {1: "l", 0: "m", 3: "q", 2: "h"}
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_FORMAT_MASK = 0b101010000010010


def read_qr(matrix: list[list[bool]]) -> tuple[bytes, str]:
    """The payload (of one segment) and the level of error correction; dark is True."""
    bits = [(8, x) for x in (0, 1, 2, 3, 4, 5, 7, 8)] + [(y, 8) for y in (7, 5, 4, 3, 2, 1, 0)]
    form = int("".join("1" if matrix[y][x] else "0" for y, x in bits), 2) ^ _FORMAT_MASK
    level, mask = _LEVELS[form >> 13], _MASKS[form >> 10 & 7]
    stream = "".join("1" if matrix[y][x] != mask(y, x) else "0" for y, x in _path(len(matrix)))
    if stream[:4] == "0010":
        return _alphanumeric(stream[4:]), level
    assert stream[:4] == "0100", "neither in byte mode nor alphanumeric"
    count = int(stream[4:12], 2)
    return bytes(int(stream[12 + 8 * n : 20 + 8 * n], 2) for n in range(count)), level


def _alphanumeric(stream: str) -> bytes:
    """Pairs of signs in 11 bits, a last single one in 6."""
    count, text = int(stream[:9], 2), ""
    for pair in range(count // 2):
        code = int(stream[9 + 11 * pair : 20 + 11 * pair], 2)
        text += _SIGNS[code // 45] + _SIGNS[code % 45]
    if count % 2:
        text += _SIGNS[int(stream[9 + 11 * (count // 2) :][:6], 2)]
    return text.encode("ascii")


def _path(side: int) -> Iterator[tuple[int, int]]:
    """Two columns at a time from the lower right corner, up and down, past all that is not data."""
    up = True
    for right in [*range(side - 1, 6, -2), 5, 3, 1]:
        for y in range(side - 1, -1, -1) if up else range(side):
            for x in (right, right - 1):
                if not _is_fixed(y, x, side):
                    yield y, x
        up = not up


def _is_fixed(y: int, x: int, side: int) -> bool:
    finder = (y < 9 and (x < 9 or x >= side - 8)) or (y >= side - 8 and x < 9)
    alignment = side > 21 and abs(y - (side - 7)) <= 2 and abs(x - (side - 7)) <= 2
    return finder or alignment or y == 6 or x == 6

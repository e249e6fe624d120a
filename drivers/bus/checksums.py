"""The three check sums that panels and keypads use."""

from typing import Final

_CRC16_POLYNOMIAL: Final = 0xA001
"""x^16 + x^15 + x^2 + 1, mirrored: Modbus over serial line V1.02, 6.2.2."""


def sum8(data: bytes) -> int:
    return sum(data) & 0xFF


def xor8(data: bytes) -> int:
    found = 0
    for byte in data:
        found ^= byte
    return found


def crc16(data: bytes) -> int:
    """Modbus RTU's; on the wire its low byte comes first."""
    found = 0xFFFF
    for byte in data:
        found ^= byte
        for _ in range(8):
            found = (found >> 1) ^ (_CRC16_POLYNOMIAL if found & 1 else 0)
    return found

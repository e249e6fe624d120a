"""Where a printer is: a serial port by its name, or ``tcp://host:9100`` on the network."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Final

from .errors import WaitlineError

RAW_PORT: Final = 9100
"""Where printers take bytes as they are (JetDirect, port 9100)."""

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_LABEL: Final = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)")


class BadPrinterPort(WaitlineError):
    """An address that no printer can have, and why."""

    zh, en = "印表機位址「{port}」：{reason_zh}", "Printer address {port}: {reason_en}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPort:
    """A printer on the network: an IPv4 address or a name, and its TCP port."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"tcp://{self.host}:{self.port}"


def network_port(port: str) -> NetworkPort | None:
    """`port` taken apart; None for a serial port. Raises BadPrinterPort."""
    scheme = _SCHEME.fullmatch(port)
    if scheme is None:
        return None
    if scheme[1].lower() != "tcp":
        raise _bad(port, "網路印表機請寫成 tcp://位址:9100", "write a network printer as tcp://ADDRESS:9100")
    rest = scheme[2].removesuffix("/")
    if "[" in rest or rest.count(":") > 1:
        raise _bad(
            port,
            "不支援 IPv6，請寫印表機的 IPv4 位址或名稱",
            "IPv6 is not supported; give the printer's IPv4 address or name",
        )
    host, _, number = rest.partition(":")
    if ":" in rest and not (re.fullmatch("[0-9]{1,5}", number) and 1 <= int(number) <= 65535):
        raise _bad(port, "連接埠應為 1 到 65535，通常是 9100", "the port must be 1 to 65535, mostly 9100")
    _check_host(port, host)
    return NetworkPort(host=host, port=int(number) if number else RAW_PORT)


def _check_host(port: str, host: str) -> None:
    if re.fullmatch("[0-9.]+", host):
        try:
            address = ipaddress.IPv4Address(host)
        except ValueError as cause:
            raise _bad(port, f"「{host}」不是 IPv4 位址", f"{host} is no IPv4 address") from cause
        if address.is_unspecified or address.is_multicast:
            raise _bad(port, f"「{host}」不是一台印表機的位址", f"{host} is not the address of one printer")
    elif len(host) > 253 or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise _bad(port, f"「{host}」不是位址也不是名稱", f"{host or 'nothing'} is neither an address nor a name")


def _bad(port: str, zh: str, en: str) -> BadPrinterPort:
    return BadPrinterPort(port=port, reason_zh=zh, reason_en=en)

"""Sounding: asks the network once for beacons, with sockets of its own, and counts what comes.

Says whether our own question comes back on each interface, and who else is heard. The beacons that
count for the team are those made with its secret. Keeps nothing.
"""

import asyncio
import ipaddress
import secrets
import socket
import struct
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from presencemap.net.beacon import SERVICE, of_team
from presencemap.net.interfaces import Interface, interfaces

PORT: Final = 5353
GROUP_4: Final = "224.0.0.251"
GROUP_6: Final = "ff02::fb"
LISTEN_SECONDS: Final = 1.5
"""Other programs answer within 0.12 s, or a second after they last did."""
MAX_HEARD: Final = 1_024
_HEADER: Final = struct.Struct("!HHHHHH")
_PTR_IN: Final = struct.pack("!HH", 12, 1)


@dataclass(frozen=True, slots=True)
class Sounding:
    """What came of one question. ``looped`` and ``silent``: addresses of our own interfaces."""

    looped: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    team: int = 0
    """Beacons of this team, but our own."""
    others: int = 0
    """Beacons of other teams."""
    hosts: int = 0
    """Other computers that said anything at all by multicast."""


@dataclass
class _Heard(asyncio.DatagramProtocol):
    """Everything that came in, bounded."""

    secret: bytes
    door: int
    ours: frozenset[str]
    asked: dict[int, str] = field(default_factory=dict)
    looped: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    team: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    def datagram_received(self, data: bytes, source: tuple[str, int]) -> None:
        host = str(source[0]).partition("%")[0]
        if len(data) < _HEADER.size:
            return
        if host in self.ours:
            address = self.asked.get(_HEADER.unpack_from(data)[0])
            if address is not None:
                self.looped.add(address)
                return
        elif len(self.hosts) < MAX_HEARD:
            self.hosts.add(host)
        # Nodes on this very machine count too, as colleagues would.
        self._read(data, own=host in self.ours)

    def _read(self, data: bytes, *, own: bool) -> None:
        # Here: it takes 70 ms, and who only reads soundings doesn't need it.
        from zeroconf._dns import DNSService, DNSText  # noqa: PLC0415
        from zeroconf._protocol.incoming import DNSIncoming  # noqa: PLC0415

        with suppress(Exception):  # whatever a stranger sends, it is no beacon
            ports: dict[str, int] = {}
            texts: dict[str, dict[bytes, bytes | None]] = {}
            for record in DNSIncoming(data).answers():
                name = record.name.lower()
                if not name.endswith(f".{SERVICE}"):
                    continue
                if isinstance(record, DNSService):
                    ports[name] = record.port
                elif isinstance(record, DNSText):
                    texts[name] = _pairs(record.text)
            for name, text in texts.items():
                self._judge(name, text, ports.get(name), own=own)

    def _judge(
        self, name: str, text: dict[bytes, bytes | None], port: int | None, *, own: bool
    ) -> None:
        if len(self.team) + len(self.others) >= MAX_HEARD or (own and port == self.door):
            return
        (self.team if of_team(text, self.secret, port) else self.others).add(name)


async def sounded(
    used: Sequence[Interface], secret: bytes, door: int, seconds: float = LISTEN_SECONDS
) -> Sounding:
    """Ask on each of these interfaces and listen; ``door``: the port that our own beacon names."""
    # All of this machine's addresses: a program on an interface that isn't used is no other host.
    ours = frozenset(each.address for each in (*interfaces(), *used))
    heard = _Heard(secret, door, ours)
    loop = asyncio.get_running_loop()
    transports: list[asyncio.DatagramTransport] = []
    for version in (4, 6):
        mine = [each for each in used if (":" in each.address) == (version == 6)]
        if version == 6:  # asked by interface, not by address
            mine = list({each.number: each for each in mine if not each.loopback}.values())
        if not mine:
            continue
        with suppress(OSError):
            opened = _socket_6(mine) if version == 6 else _socket_4(mine)
            transport, _ = await loop.create_datagram_endpoint(lambda: heard, sock=opened)
            transports.append(transport)
            for each in mine:
                _ask(opened, each, heard)
    if transports:
        await asyncio.sleep(seconds)
    for transport in transports:
        transport.close()
    asked = [each.address for each in used if each.address in heard.asked.values()]
    return Sounding(
        looped=tuple(a for a in asked if a in heard.looped),
        silent=tuple(a for a in asked if a not in heard.looped),
        team=len(heard.team),
        others=len(heard.others),
        hosts=len(heard.hosts),
    )


def _ask(opened: socket.socket, interface: Interface, heard: _Heard) -> None:
    number = secrets.randbelow(1 << 16)
    heard.asked[number] = interface.address
    with suppress(OSError):  # then nothing comes back, which is what is told
        if ":" in interface.address:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, interface.number)
            opened.sendto(question(number), (GROUP_6, PORT, 0, interface.number))
        else:
            address = socket.inet_aton(interface.address)
            opened.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, address)
            opened.sendto(question(number), (GROUP_4, PORT))


def question(number: int) -> bytes:
    """An mDNS question for all beacons; ``number`` is how our own is known again."""
    labels = SERVICE.rstrip(".").split(".")
    name = b"".join(bytes((len(label),)) + label.encode() for label in labels) + b"\0"
    return _HEADER.pack(number, 0, 1, 0, 0, 0) + name + _PTR_IN


def _socket_4(used: Sequence[Interface]) -> socket.socket:
    made = _shared(socket.AF_INET)
    made.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 1)
    made.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
    made.bind(("", PORT))
    for each in used:
        member = socket.inet_aton(GROUP_4) + socket.inet_aton(each.address)
        with suppress(OSError):  # two addresses of one interface
            made.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
    return made


def _socket_6(used: Sequence[Interface]) -> socket.socket:
    made = _shared(socket.AF_INET6)
    made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_LOOP, 1)
    made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, 255)
    made.bind(("", PORT))
    for each in used:
        group = ipaddress.ip_address(GROUP_6).packed + struct.pack("@I", each.number)
        with suppress(OSError):
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, group)
    return made


def _shared(family: socket.AddressFamily) -> socket.socket:
    """A socket that may have the port beside others: every one of them hears all."""
    made = socket.socket(family, socket.SOCK_DGRAM)
    made.settimeout(0)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if hasattr(socket, "SO_REUSEPORT"):
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    return made


def _pairs(text: bytes) -> dict[bytes, bytes | None]:
    """A TXT record's entries; the first of a name counts."""
    found: dict[bytes, bytes | None] = {}
    while text:
        entry, text = text[1 : 1 + text[0]], text[1 + text[0] :]
        key, equals, value = entry.partition(b"=")
        found.setdefault(key, value if equals else None)
    return found

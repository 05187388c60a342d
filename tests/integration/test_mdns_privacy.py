"""What a node says on mDNS: nobody's name, and nothing twice. Mirrors no one module."""

import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest
from zeroconf import DNSIncoming, DNSPointer, DNSService, DNSText

from presencemap.app.paths import ProfilePaths
from presencemap.store.identity import Identity, TeamKeys
from tests.nodes import call, eventually, running

GROUP, PORT, LOOPBACK = "224.0.0.251", 5353, "127.0.0.1"
SAME_FOR_ALL = {"_presencemap._tcp.local.", "v=1"}


class Eavesdropper:
    """Keeps every mDNS packet on loopback, by ``with``."""

    def __init__(self) -> None:
        self.packets: list[bytes] = []
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self._socket.bind((GROUP, PORT))
        joined = struct.pack("4s4s", socket.inet_aton(GROUP), socket.inet_aton(LOOPBACK))
        self._socket.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, joined)
        self._socket.settimeout(0.05)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._socket.close()

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                self.packets.append(self._socket.recv(9_000))
            except TimeoutError:
                continue

    def of(self, port: int) -> list[bytes]:
        """The packets that tell of a door on this port, or of the names that those gave it."""
        told = [DNSIncoming(packet) for packet in list(self.packets)]
        services = [r for p in told for r in p.answers() if isinstance(r, DNSService)]
        mine = [s for s in services if s.port == port]
        labels = {label.split(".")[0].encode() for s in mine for label in (s.name, s.server)}
        return [p for p in list(self.packets) if any(label in p for label in labels)]


def words_of(packets: list[bytes]) -> set[str]:
    """Every name and text in these packets."""
    words: set[str] = set()
    for packet in packets:
        for record in DNSIncoming(packet).answers():
            words.add(record.name)
            if isinstance(record, DNSPointer):
                words.add(record.alias)
            if isinstance(record, DNSService):
                words.add(record.server)
            if isinstance(record, DNSText):
                words |= set(strings_of(record.text))
    return words


def strings_of(text: bytes) -> Iterator[str]:
    while text:
        yield text[1 : 1 + text[0]].decode()
        text = text[1 + text[0] :]


@pytest.fixture
def anna(tmp_path: Path) -> ProfilePaths:
    call(tmp_path / "anna", "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    return ProfilePaths.at(tmp_path / "anna")


def overheard(anna: ProfilePaths) -> list[bytes]:
    """All that one run of the node said, from its announcement to its goodbye."""
    with Eavesdropper() as ear:
        with running(anna, mdns=True) as (_, _, started):
            port = int(started.door.rpartition(":")[2])
            eventually(lambda: words_of(ear.of(port)), lambda words: len(words) >= 6)
        eventually(lambda: any(goodbye(packet) for packet in ear.of(port)), bool)
        return ear.of(port)


def goodbye(packet: bytes) -> bool:
    answers = DNSIncoming(packet).answers()
    return bool(answers) and all(record.ttl == 0 for record in answers)


def test_two_runs_of_a_node_share_no_word_and_name_nobody(anna: ProfilePaths) -> None:
    first, second = overheard(anna), overheard(anna)
    assert words_of(first) & words_of(second) == SAME_FOR_ALL
    identity, keys = Identity.load(anna.keys), TeamKeys.load(anna.keys)
    assert identity is not None
    assert keys is not None
    ids = [identity.person.id, identity.device.id, keys.team, keys.discovery_secret.hex()]
    names = ["Anna", "Peeters", "Lerend", "Collectief"]
    if len(host := socket.gethostname()) > 3:  # a shorter one may be there by chance
        names.append(host)
    for packet in (*first, *second):
        for name in names:
            assert name.casefold().encode() not in packet.lower(), name
        for each in ids:
            assert each[:16].encode() not in packet
            assert bytes.fromhex(each)[:8] not in packet

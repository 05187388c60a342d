"""Goodbyes by mDNS that a stranger forges end nothing. Mirrors no one module."""

import socket
from collections.abc import Iterator
from pathlib import Path
from time import sleep

from zeroconf import DNSIncoming, DNSOutgoing, DNSRecord

from presencemap.app.commands import SetStatus
from presencemap.app.notices import RosterChanged
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability, Presence
from tests.integration.test_mdns_privacy import GROUP, LOOPBACK, PORT, Eavesdropper
from tests.nodes import call, running

A_GOODBYE_COUNTS_AFTER = 1.0
"""Seconds (RFC 6762, 10.1)."""


def forged(heard: list[bytes]) -> Iterator[bytes]:
    """The same announcements, taken back."""
    for packet in heard:
        goodbye = DNSOutgoing(0x8400)
        records: list[DNSRecord] = DNSIncoming(packet).answers()
        for record in records:
            record.ttl = 0
            goodbye.add_answer_at_time(record, 0)
        yield from goodbye.packets()


def test_a_colleague_whose_beacon_a_stranger_takes_back_stays_online(tmp_path: Path) -> None:
    anna, bram = (ProfilePaths.at(tmp_path / name) for name in ("anna", "bram"))
    call(anna.data, "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    link = call(anna.data, "team", "invite").strip()
    call(bram.data, "team", "join", link, "--as", "Bram Claeys")
    with Eavesdropper() as ear, running(anna, mdns=True) as (node, _, started):  # noqa: SIM117
        with running(bram, mdns=True) as (_, sees, _):
            sees.until(lambda w: (c := w.named("Anna Peeters")) and c.presence is Presence.ONLINE)
            announced = ear.of(int(started.door.rpartition(":")[2]))
            assert announced
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mouth:
                ours = socket.inet_aton(LOOPBACK)
                mouth.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, ours)
                for packet in forged(announced):
                    mouth.sendto(packet, (GROUP, PORT))
            sleep(A_GOODBYE_COUNTS_AFTER + 0.5)
            said = node.post(SetStatus(availability=Availability.BUSY)).result(5)
            sees.until(lambda w: (c := w.named("Anna Peeters")) and c.status == said)
            shown = [
                card.presence
                for notice in sees.told
                if isinstance(notice, RosterChanged)
                for card in notice.cards
                if card.person.name == "Anna Peeters"
            ]
            online = shown[shown.index(Presence.ONLINE) :]
            assert set(online) == {Presence.ONLINE}

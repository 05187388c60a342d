"""Beacons: what a node says of itself on its own network, and how members know each other's.

Pure. A beacon is random to anyone without the team's discovery secret: no name, no key, no byte
of ours that is there again in the next one.
"""

import hmac
import ipaddress
import secrets
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, Self

from presencemap.net.interfaces import Interface
from presencemap.protocol.signing import beacon_tag

SERVICE: Final = "_presencemap._tcp.local."
VERSION: Final = b"1"
NONCE_BYTES: Final = 8
MAX_ADDRESSES: Final = 4
"""Addresses of one beacon that are dialled: a forged one can't aim us at many."""


class Beacon(NamedTuple):
    """One announcement: a random instance, a random host (never the machine's), its TXT."""

    instance: str
    host: str
    text: dict[str, bytes]

    @classmethod
    def fresh(cls, secret: bytes, door_port: int) -> Self:
        """A new one for that door."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        tag = beacon_tag(secret, nonce, door_port)
        return cls(
            f"{secrets.token_hex(8)}.{SERVICE}",
            f"{secrets.token_hex(8)}.local.",
            {"v": VERSION, "n": nonce.hex().encode(), "t": tag.hex().encode()},
        )


def of_team(text: Mapping[bytes, bytes | None], secret: bytes, door_port: int | None) -> bool:
    """Whether a TXT record was made by somebody who has the secret; any rubbish is not."""
    nonce, tag = text.get(b"n") or b"", text.get(b"t") or b""
    if text.get(b"v") != VERSION or door_port is None or len(nonce) != 2 * NONCE_BYTES:
        return False
    try:
        expected = beacon_tag(secret, bytes.fromhex(nonce.decode("ascii")), door_port)
    except ValueError:
        return False
    return hmac.compare_digest(expected.hex().encode(), tag)


def on_link(addresses: Iterable[str], ours: Iterable[Interface]) -> tuple[str, ...]:
    """At most four of these that are on a network of these interfaces: the others were forged."""
    networks = [each.network for each in ours]
    near = []
    for text in addresses:
        address = ipaddress.ip_address(text)
        if any(address in network for network in networks) and not address.is_link_local:
            near.append(text)
    return tuple(dict.fromkeys(near))[:MAX_ADDRESSES]

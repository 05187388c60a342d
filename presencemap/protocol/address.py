"""Network addresses as people and peers write them: ``host[:port]``; what comes of dialling one."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from ipaddress import IPv6Address
from typing import NamedTuple, Self

from presencemap.domain.errors import InvalidInput
from presencemap.domain.wrong import Wrong

DOOR_PORT = 47800
"""The default door; the feed is the next port."""

_NAME = re.compile(r"[0-9A-Za-z]([0-9A-Za-z.-]{0,251}[0-9A-Za-z])?")
_LITERAL = re.compile(r"[0-9A-Fa-f:.]{2,45}(%[0-9A-Za-z._-]{1,15})?")


class Outcome(StrEnum):
    """What became of dialling an address."""

    REACHED = "reached"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    STRANGER = "stranger"
    """Something answers there that is no node of this team."""
    BUSY = "busy"
    """Not tried: asked too often."""


class Address(NamedTuple):
    """A host name or literal and a TCP port."""

    host: str
    port: int = DOOR_PORT

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @classmethod
    def to_dial(cls, text: str) -> Self:
        """One that somebody can be reached at: port 0 is none, but where one listens.

        Raises:
            InvalidInput: nothing of that.
        """
        address = cls.parse(text)
        if not address.port:
            raise InvalidInput(
                f"“{text}” can't be dialled; write it like office-pc:47800.",
                Wrong.NOT_DIALLABLE,
                text=text,
            )
        return address

    @classmethod
    def parse(cls, text: str) -> Self:
        """``host``, ``host:port``, ``[v6]:port`` or a bare IPv6 literal.

        Raises:
            InvalidInput: nothing of these.
        """
        bracketed = re.fullmatch(r"\[([^\]]+)\](?::([0-9]{1,5}))?", text)
        plain = re.fullmatch(r"([^:\[\]]+)(?::([0-9]{1,5}))?", text)
        match = bracketed or plain
        host, port = (match[1], match[2]) if match else (text, None)
        number = DOOR_PORT if port is None else int(port)
        known = _NAME.fullmatch(host) if plain else _is_literal(host)
        if not known or number > 65_535:
            raise InvalidInput(
                f"“{text}” is no address; write it like office-pc:47800.",
                Wrong.NOT_DIALLABLE,
                text=text,
            )
        return cls(host, number)


def _is_literal(host: str) -> bool:
    """Whether it is an IPv6 literal, perhaps with its zone (``fe80::1%eth0``)."""
    try:
        IPv6Address(host)
    except ValueError:
        return False
    return _LITERAL.fullmatch(host) is not None


def addresses_among(texts: Iterable[str]) -> Iterator[Address]:
    """The addresses among what a peer says are some."""
    for text in texts:
        try:
            yield Address.parse(text)
        except InvalidInput:
            continue

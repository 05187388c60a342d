"""Network addresses as people and peers write them: ``host[:port]``."""

import re
from typing import NamedTuple, Self

from presencemap.domain.errors import InvalidInput

DOOR_PORT = 47800
"""The default door; the feed is the next port."""

_HOST = re.compile(
    r"[0-9A-Za-z]([0-9A-Za-z.-]{0,251}[0-9A-Za-z])?|[0-9A-Fa-f:.]{2,39}(%[\w.-]{1,15})?"
)


class Address(NamedTuple):
    """A host name or literal and a TCP port."""

    host: str
    port: int = DOOR_PORT

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """``host``, ``host:port``, ``[v6]:port`` or a bare IPv6 literal.

        Raises:
            InvalidInput: nothing of these.
        """
        bracketed = re.fullmatch(r"\[([^\]]+)\](?::(\d{1,5}))?", text)
        plain = re.fullmatch(r"([^:\[\]]+)(?::(\d{1,5}))?", text)
        match = bracketed or plain
        host, port = (match[1], match[2]) if match else (text, None)
        number = DOOR_PORT if port is None else int(port)
        if not _HOST.fullmatch(host) or not 0 <= number <= 65_535:
            raise InvalidInput(f"“{text}” is no address; write it like office-pc:47800.")
        return cls(host, number)

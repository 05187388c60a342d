"""A team's map server: where pictures of the map come from, and who is to be named for them.

A template is exact, so that nobody aims colleagues' computers at anything but pictures of a map:
https, a host, and a path with the three numbers once each. No user, no query, no other braces. In a
path `@` is a letter like others: behind `{y}` it asks for pictures of twice the size (`@2x`).
"""

import re
from dataclasses import dataclass
from typing import Final, Self

from presencemap.domain.errors import InvalidInput, MapTemplateUnusable, TextTooLong
from presencemap.domain.text import clean
from presencemap.domain.wrong import Wrong

MAX_TEMPLATE: Final = 200
MAX_ATTRIBUTION: Final = 80
_NUMBERS: Final = ("{z}", "{x}", "{y}")
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_TEMPLATE: Final = re.compile(
    rf"https://(?P<site>{_LABEL}(?:\.{_LABEL})*(?::(?P<port>[1-9][0-9]{{0,4}}))?)"
    r"(?:/(?:[A-Za-z0-9._~@-]|\{[zxy]\})+)+"
)


@dataclass(frozen=True, slots=True)
class MapServer:
    """``template``: an address with ``{z}``, ``{x}`` and ``{y}``; ``attribution``: whose map."""

    template: str
    attribution: str

    @classmethod
    def said(cls, template: str, attribution: str) -> Self:
        """One from what a person typed.

        Raises:
            MapTemplateUnusable: the address is no template.
            InvalidInput: nobody is named.
            TextTooLong: more than fits on the map.
        """
        address, named = clean(template), clean(attribution)
        if not is_template(address):
            raise MapTemplateUnusable(
                "Write the map server's address like https://tiles.example/{z}/{x}/{y}.png: https, "
                "a host, and in the path {z}, {x} and {y} once each; no user, nothing after a ?."
            )
        if not named:
            raise InvalidInput(
                "Say whose map it is; that stands on the map.",
                Wrong.MAP_UNATTRIBUTED,
            )
        if len(named) > MAX_ATTRIBUTION:
            raise TextTooLong(len(named), MAX_ATTRIBUTION)
        return cls(address, named)

    @property
    def site(self) -> str:
        """The host, with its port where that is told: who learns where one looks."""
        found = _TEMPLATE.fullmatch(self.template)
        return found["site"] if found else ""

    def address(self, z: int, x: int, y: int) -> str:
        """Where one picture is."""
        found = self.template
        for name, number in zip(_NUMBERS, (z, x, y), strict=True):
            found = found.replace(name, str(number))
        return found


def is_template(text: str) -> bool:
    """Whether pictures may be fetched by it."""
    found = _TEMPLATE.fullmatch(text)
    return (
        found is not None
        and len(text) <= MAX_TEMPLATE
        and int(found["port"] or 443) < 1 << 16
        and all(text.count(name) == 1 for name in _NUMBERS)
    )

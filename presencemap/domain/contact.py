"""Click-to-contact: typed contact ways, and the addresses rebuilt from them.

Nothing that a colleague typed is ever opened as it came: a way is parsed into its kind and its
address, and the URI is made anew by the documented form of that kind. Only those schemes exist.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit, urlunsplit

from presencemap.domain.errors import InvalidInput
from presencemap.domain.text import clean
from presencemap.domain.wrong import Wrong

MAX_ADDRESS = 200
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + _HOST.pattern)
_PHONE = re.compile(r"\+?[0-9]{3,20}")
_PHONE_SIGNS = re.compile(r"[\s()./\u2010-\u2015-]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|//")
_AMBIGUOUS = frozenset("ßς\u200c\u200d")
"""Letters of host names that browsers and Python's IDNA (2003) take for different hosts."""


class ContactKind(StrEnum):
    """The ways that the app can open."""

    TEAMS = "teams"
    PHONE = "phone"
    MAIL = "mail"
    WEB = "https"


@dataclass(frozen=True, slots=True)
class ContactWay:
    """A kind and its address: a mail address, a number, a Teams user name or a web address."""

    kind: ContactKind
    address: str

    def __str__(self) -> str:
        return self.address if self.kind is ContactKind.WEB else f"{self.kind}:{self.address}"


def contact_way(kind: ContactKind, address: str) -> ContactWay:
    """A contact way from its typed parts, its address in normal form.

    Raises:
        InvalidInput: the address isn't one of that kind.
    """
    text = clean(address)
    if kind is ContactKind.PHONE:
        # The (0) of +32 (0)9 isn't dialled; without a country it is.
        text = _PHONE_SIGNS.sub("", text.replace("(0)", "") if text.startswith("+") else text)
        if not _PHONE.fullmatch(text):
            raise InvalidInput(
                f"“{address}” is no phone number; write it like +32 9 555 01 42.",
                Wrong.NO_PHONE,
                text=address,
            )
    elif kind is ContactKind.WEB:
        text = _web(text)
    elif not _MAIL.fullmatch(text):
        raise InvalidInput(
            f"“{address}” is no address; write it like anna@team.example.",
            Wrong.NO_MAIL,
            text=address,
        )
    # Now, not before: a rebuilt web address may be longer than the one typed.
    if len(text) > MAX_ADDRESS:
        raise InvalidInput(
            f"An address has at most {MAX_ADDRESS} characters.",
            Wrong.CONTACT_TOO_LONG,
            most=MAX_ADDRESS,
        )
    return ContactWay(kind, text)


def parse_contact(text: str) -> ContactWay:
    """A contact way as the command line writes it: ``mail:a@b.example``, ``https://...``.

    Raises:
        InvalidInput: no known kind, or no address of that kind.
    """
    scheme, colon, rest = text.partition(":")
    try:
        kind = ContactKind(scheme.strip().lower())
    except ValueError:
        kind = None
    if not colon or kind is None:
        known = "teams:, phone:, mail: or https://"
        raise InvalidInput(f"“{text}” is no contact way; begin with {known}.")
    return contact_way(kind, text if kind is ContactKind.WEB else rest)


def contact_uri(way: ContactWay) -> str:
    """The URI that starts the conversation.

    Sources: RFC 6068 (mailto), RFC 3966 (tel; a number without a country has no phone-context, as
    we don't know it), Microsoft's "deep link to a Teams chat".

    Raises:
        InvalidInput: the address isn't one of its kind (a peer's may not be).
    """
    address = contact_way(way.kind, way.address).address
    match way.kind:
        case ContactKind.MAIL:
            local, _, host = address.rpartition("@")
            return f"mailto:{quote(local, safe='+')}@{host}"
        case ContactKind.PHONE:
            return f"tel:{address}"
        case ContactKind.TEAMS:
            return f"https://teams.microsoft.com/l/chat/0/0?users={quote(address, safe='@')}"
        case _:
            return address


def _web(text: str) -> str:
    """A web address rebuilt from its parts: https, a host name, no user, no port but a number."""
    wrong = InvalidInput(
        f"“{text}” is no web address; write it like https://team.example/anna.",
        Wrong.NO_WEB,
        text=text,
    )
    try:
        parts = urlsplit(text if _SCHEME.match(text) else f"https://{text}")
        name, port = parts.hostname or "", parts.port
        host = name.encode("idna").decode()
    except ValueError:
        raise wrong from None
    if parts.scheme != "https" or "@" in parts.netloc or _AMBIGUOUS & set(name):
        raise wrong
    if not _HOST.fullmatch(host):
        raise wrong
    place = host if port is None else f"{host}:{port}"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    return urlunsplit(
        ("https", place, path, query, quote(parts.fragment, safe="/%:@!$&'()*+,;=~?"))
    )

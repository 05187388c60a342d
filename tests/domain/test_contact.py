"""Contact ways: what is taken, what isn't, and the URIs made of them."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.contact import (
    MAX_ADDRESS,
    ContactKind,
    ContactWay,
    contact_uri,
    contact_way,
    parse_contact,
)
from presencemap.domain.errors import InvalidInput

MAIL, PHONE, TEAMS, WEB = (
    ContactKind.MAIL,
    ContactKind.PHONE,
    ContactKind.TEAMS,
    ContactKind.WEB,
)


@pytest.mark.parametrize(
    ("kind", "typed", "address", "uri"),
    [
        (MAIL, " anna@team.example ", "anna@team.example", "mailto:anna@team.example"),
        (MAIL, "a.b+c@x.team.example", "a.b+c@x.team.example", "mailto:a.b+c@x.team.example"),
        # RFC 6068: what isn't unreserved in the local part is percent-encoded.
        (MAIL, "o'neil@team.example", "o'neil@team.example", "mailto:o%27neil@team.example"),
        (MAIL, "a%b@team.example", "a%b@team.example", "mailto:a%25b@team.example"),
        (MAIL, "a&b/c=d@t.example", "a&b/c=d@t.example", "mailto:a%26b%2Fc%3Dd@t.example"),
        # RFC 3966: digits without visual separators, + for a global number.
        (PHONE, "+32 9 555 01 42", "+3295550142", "tel:+3295550142"),
        (PHONE, "+32 (0)9/555.01-42", "+3295550142", "tel:+3295550142"),
        (PHONE, "+31 20‑555 01–42", "+31205550142", "tel:+31205550142"),
        (PHONE, "(0)9 555 01 42", "095550142", "tel:095550142"),
        (PHONE, "112", "112", "tel:112"),
        (
            TEAMS,
            "anna@team.example",
            "anna@team.example",
            "https://teams.microsoft.com/l/chat/0/0?users=anna@team.example",
        ),
        (WEB, "https://team.example/anna", "https://team.example/anna", None),
        (WEB, "team.example", "https://team.example", None),
        (WEB, "team.example/a//b", "https://team.example/a//b", None),
        (WEB, "HTTPS://Team.Example:8443/A?b=c#d", "https://team.example:8443/A?b=c#d", None),
        (WEB, "team.example/with space/é", "https://team.example/with%20space/%C3%A9", None),
        (WEB, "team.example/100%25", "https://team.example/100%25", None),
        (WEB, "team.example/?u=http://x", "https://team.example/?u=http://x", None),
        (WEB, 'team.example/"><b>', "https://team.example/%22%3E%3Cb%3E", None),
        (WEB, "https://10.0.0.5/wiki", "https://10.0.0.5/wiki", None),
    ],
)
def test_ways_that_are_taken(kind: ContactKind, typed: str, address: str, uri: str | None) -> None:
    way = contact_way(kind, typed)
    assert way == ContactWay(kind, address)
    assert contact_uri(way) == (uri or address)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        *(
            (kind, typed)
            for kind in ContactKind
            for typed in ("", " ", "\u200b", "javascript:alert(1)")
        ),
        *(
            (kind, typed)
            for kind in (MAIL, TEAMS)
            for typed in (
                "anna",
                "anna@",
                "@team.example",
                "anna@team",
                "anna@@team.example",
                "a@b@team.example",
                "anna @team.example",
                "anna@team.example?bcc=x@evil.example",
                "anna@team.example&subject=x",
                "mailto:a@b.example",
                "mailto:a@b?bcc=",
                "anna@team.example,x@evil.example",
                "anna@team.example%0d%0aBcc:x",
                "<anna@team.example>",
                "anna@-team.example",
                "anna@team-.example",
                "anna@team..example",
                "anna@team.example.",
                "änna@team.example",
                "anna@te\u0430m.example",
                f"{'a' * 65}@team.example",
                f"a@{'b' * 64}.example",
            )
        ),
        (PHONE, "12"),
        (PHONE, "+"),
        (PHONE, "++3212345"),
        (PHONE, "call me"),
        (PHONE, "12345;phone-context=evil.example"),
        (PHONE, "*31#123"),
        (PHONE, "1" * 21),
        (PHONE, "+٣٢٩٥٥٥"),
        (WEB, "http://team.example"),
        (WEB, "file:///etc/passwd"),
        (WEB, "file://server/share"),
        (WEB, "\\\\server\\share"),
        (WEB, "//server/share"),
        (WEB, "https:\\\\server\\share"),
        (WEB, "javascript://team.example/%0aalert(1)"),
        (WEB, "data:text/html,<b>x"),
        (WEB, "ms-msdt:/id"),
        (WEB, "https://"),
        (WEB, "https:///path"),
        (WEB, "https:team.example"),
        (WEB, "https://team"),
        (WEB, "https://team.example@evil.example"),
        (WEB, "https://@evil.example"),
        (WEB, "https://:@evil.example"),
        (WEB, "https://team.example\\@evil.example"),
        (WEB, "https://evil.example\\.team.example"),
        (WEB, "https://team.example%2f.evil.example"),
        (WEB, "https://team.example%0d%0a.evil.example"),
        (WEB, "https://team.example:99999"),
        (WEB, "https://team.example:x"),
        (WEB, "https://[::1]/"),
        (WEB, "https://[::1"),
        (WEB, "https://team..example"),
        (WEB, f"https://{'a' * 64}.example"),
        (WEB, "https://evil.example\uff0fteam.example"),
        (WEB, "https://straße.example"),
        (WEB, "https://中\u200d国.example"),
    ],
)
def test_ways_that_are_not(kind: ContactKind, typed: str) -> None:
    with pytest.raises(InvalidInput, match="write it like"):
        contact_way(kind, typed)
    with pytest.raises(InvalidInput):
        contact_uri(ContactWay(kind, typed))


def test_a_name_that_looks_like_another_is_shown_as_what_it_is() -> None:
    way = contact_way(WEB, "https://t\u0435am.example/anna")  # a Cyrillic e
    assert way.address == "https://xn--tam-rdd.example/anna"
    assert str(way) == contact_uri(way) == way.address


def test_the_limit_counts_the_rebuilt_address() -> None:
    room = MAX_ADDRESS - len("https://team.example/")
    assert len(contact_way(WEB, "team.example/" + "a" * room).address) == MAX_ADDRESS
    for tail in ("a" * (room + 1), "é" * (room // 6 + 1)):
        with pytest.raises(InvalidInput, match="at most 200 characters"):
            contact_way(WEB, f"team.example/{tail}")


def test_the_user_of_a_teams_chat_cannot_add_a_parameter() -> None:
    uri = contact_uri(ContactWay(TEAMS, "a+b&c@team.example"))
    assert uri == "https://teams.microsoft.com/l/chat/0/0?users=a%2Bb%26c@team.example"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("mail:anna@team.example", ContactWay(MAIL, "anna@team.example")),
        ("MAIL : anna@team.example", ContactWay(MAIL, "anna@team.example")),
        ("phone:+32 9 555 01 42", ContactWay(PHONE, "+3295550142")),
        ("teams:anna@team.example", ContactWay(TEAMS, "anna@team.example")),
        ("https://team.example/a", ContactWay(WEB, "https://team.example/a")),
    ],
)
def test_ways_as_the_command_line_writes_them(text: str, way: ContactWay) -> None:
    assert parse_contact(text) == way
    assert parse_contact(str(way)) == way


@pytest.mark.parametrize(
    "text", ["", "mail", "anna@team.example", "mailto:a@b.example", "file:x", ":x"]
)
def test_what_has_no_kind(text: str) -> None:
    with pytest.raises(InvalidInput, match="begin with teams:, phone:, mail: or https://"):
        parse_contact(text)


@given(st.sampled_from(ContactKind), st.text(max_size=80))
def test_nothing_typed_makes_another_scheme_or_error(kind: ContactKind, address: str) -> None:
    try:
        way = contact_way(kind, address)
    except InvalidInput:
        return
    assert contact_way(kind, way.address) == way
    assert parse_contact(str(way)) == way
    uri = contact_uri(way)
    assert uri.isascii()
    assert uri.isprintable()
    assert uri.startswith(("mailto:", "tel:", "https://"))


@given(st.from_regex(r"(https://)?[a-zé\\@:.%0-9]{1,20}\.example[/?#][^\n]{0,20}", fullmatch=True))
def test_a_rebuilt_web_address_means_what_it_shows(typed: str) -> None:
    try:
        parts = urlsplit(contact_way(WEB, typed).address)
    except InvalidInput:
        return
    assert parts.scheme == "https"
    assert parts.netloc in (parts.hostname, f"{parts.hostname}:{parts.port}")
    assert parts.hostname is not None
    assert unquote(parts.hostname) == parts.hostname

"""Addresses are taken out of a text; what merely looks like one stays."""

import pytest

from presencemap.domain.links import parted


@pytest.mark.parametrize(
    ("typed", "text", "links"),
    [
        ("no link", "no link", ()),
        ("https://a.example/x", "", ("https://a.example/x",)),
        ("See https://a.example/x, and more", "See , and more", ("https://a.example/x",)),
        ("The rule: https://a.example (old)", "The rule: (old)", ("https://a.example",)),
        ("https://a.example https://a.example", "", ("https://a.example",)),
        ("https://b.example\nhttps://a.example", "", ("https://b.example", "https://a.example")),
        ("https:// alone", "https:// alone", ()),
        ("https://. so", "https://. so", ()),
        ("xhttps://a.example", "xhttps://a.example", ()),
        ("http://a.example", "http://a.example", ()),
    ],
)
def test_links_are_taken_out_of_what_was_typed(
    typed: str, text: str, links: tuple[str, ...]
) -> None:
    assert parted(typed) == (text, links)

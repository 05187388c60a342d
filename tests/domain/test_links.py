"""Addresses are taken out of a text; what merely looks like one stays."""

import pytest

from presencemap.domain.links import named, parted


@pytest.mark.parametrize(
    ("typed", "text", "links"),
    [
        ("no link", "no link", ()),
        ("https://a.example/x", "", ("https://a.example/x",)),
        ("See https://a.example/x, and more", "See , and more", ("https://a.example/x",)),
        ("The rule: https://a.example (old)", "The rule: (old)", ("https://a.example",)),
        ("So https://a.example/x_(y).", "So .", ("https://a.example/x_(y)",)),
        ("https://a.example https://a.example", "", ("https://a.example",)),
        ("https://b.example\nhttps://a.example", "", ("https://b.example", "https://a.example")),
        ("The rule (https://a.example) is old", "The rule is old", ("https://a.example",)),
        ("So “https://a.example” or f()", "So or f()", ("https://a.example",)),
        ("(see https://a.example)", "(see )", ("https://a.example",)),
        ("So (https://a.example and so)", "So ( and so)", ("https://a.example",)),
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


@pytest.mark.parametrize(
    ("typed", "address", "title"),
    [
        ("https://x.example/z the guide we used", "https://x.example/z", "the guide we used"),
        ("The guide: https://x.example/z", "https://x.example/z", "The guide"),
        ("The guide\nhttps://x.example/z\n", "https://x.example/z", "The guide"),
        ("Rules | https://x.example/z - for all", "https://x.example/z", "Rules | - for all"),
        (" https://x.example/(z) ", "https://x.example/(z)", ""),
        ("https://x.example/z.", "https://x.example/z.", ""),
        ("x.example the guide", "x.example the guide", ""),
        ("https://a.example or https://b.example", "https://a.example or https://b.example", ""),
    ],
)
def test_one_address_is_called_by_the_words_around_it(typed: str, address: str, title: str) -> None:
    assert named(typed) == (address, title)

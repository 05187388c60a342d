"""Links kept for oneself, by the command line, with a node and without."""

import json
from pathlib import Path

from presencemap.app.paths import ProfilePaths
from presencemap.cli.links import link_line
from tests.nodes import call

LINK = {"url": "https://a.example/b", "title": "Guide to #Peppol", "topics": ["peppol", "vat"]}


def test_a_line_names_each_topic_once() -> None:
    assert link_line(LINK) == "https://a.example/b  Guide to #Peppol  #vat"
    assert link_line(LINK | {"title": "", "topics": []}) == "https://a.example/b"


def test_a_link_is_saved_found_and_erased_without_a_node(anna: ProfilePaths) -> None:
    keeps_and_erases(anna.data)


def test_a_link_is_saved_found_and_erased_by_the_node(here: Path) -> None:
    keeps_and_erases(here)


def test_a_link_is_found_by_what_was_joined_with_its_topic(here: Path) -> None:
    call(here, "link", "save", "docs.example/rules", "--topic", "VAT")
    assert call(here, "link", "list", "belasting") == ""
    call(here, "topic", "join", "belasting", "vat")
    assert call(here, "link", "list", "belasting").startswith("https://docs.example/rules")


def keeps_and_erases(profile: Path) -> None:
    said = call(
        profile, "link", "save", "docs.example/btw", "--title", "Facturen", "--topic", "VAT"
    )
    assert said == "Saved, for you alone: https://docs.example/btw  Facturen  #vat\n"
    call(profile, "link", "save", "https://eat.example", "Lunch")
    assert call(profile, "link", "list") == (
        "https://eat.example  Lunch\nhttps://docs.example/btw  Facturen  #vat\n"
    )
    [found] = json.loads(call(profile, "link", "list", "factuur", "--json"))
    assert found == {
        "url": "https://docs.example/btw", "title": "Facturen", "topics": ["vat"],
        "at": found["at"],
    }  # fmt: skip
    assert call(profile, "link", "remove", "factuur") == "Erased: https://docs.example/btw\n"
    assert "No saved link" in call(profile, "link", "remove", "factuur", code=1)
    assert "no web address" in call(profile, "link", "save", "http://eat.example", code=1)
    assert call(profile, "link", "list") == "https://eat.example  Lunch\n"

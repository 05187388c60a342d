"""Topics, as they are renamed, joined and told."""

import json
from pathlib import Path

from presencemap.app.paths import ProfilePaths
from tests.nodes import call


def test_topics_are_renamed_joined_parted_and_listed(here: Path) -> None:
    said = call(here, "topic", "rename", "pc", "#Computer")
    assert said == "Changed for everyone: #Computer: #pc\n"
    said = call(here, "topic", "join", "#mac", "computer")
    assert said == "Changed for everyone: #Computer: #mac #pc\n"
    assert call(here, "topic", "rename", "vat", "VAT") == "Changed for everyone: #VAT\n"
    assert json.loads(call(here, "topic", "list", "--json")) == [
        {"name": "Computer", "joined": ["mac", "pc"]},
        {"name": "VAT", "joined": []},
    ]
    call(here, "post", "Bought a #PC")
    assert "Bought a #PC" in call(here, "stream", "--all")
    [post] = json.loads(call(here, "stream", "--all", "--json"))
    assert post["topics"] == ["Computer"]
    call(here, "set", "Mending a #mac")
    [me] = json.loads(call(here, "who", "--topic", "pc", "--json"))
    assert me["status"]["topics"] == ["Computer"]
    assert call(here, "topic", "list", "--all") == "#Computer: #mac #pc\n"
    said = call(here, "topic", "part", "mac")
    assert said == "A topic of its own again, for everyone: #mac\n"
    assert json.loads(call(here, "who", "--topic", "pc", "--json")) == []
    assert call(here, "topic", "list") == "#Computer: #pc\n#VAT\n"
    assert "part one of those" in call(here, "topic", "part", "computer", code=1)


def test_they_are_listed_from_the_own_store_and_changed_through_a_node(anna: ProfilePaths) -> None:
    assert call(anna.data, "topic", "list") == ""
    assert "No node of this profile" in call(anna.data, "topic", "part", "pc", code=3)

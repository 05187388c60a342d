"""Places, as they are typed."""

import json
import re
from pathlib import Path

from presencemap.protocol.floors import image_of
from tests.app.test_pictures import png
from tests.nodes import call


def test_places_are_made_by_town_by_coordinates_and_in_each_other(here: Path) -> None:
    made = call(here, "place", "add", "Acme, Gent", "--kind", "client", "--near", "Gand")
    assert re.fullmatch(r"[0-9a-f]{32}  Acme, Gent, Gent \(51\.0\d, 3\.7\d\)\n", made)
    key = made.split()[0]
    call(here, "place", "add", "3.12", "--in", "acme")
    call(here, "place", "add", "Pier", "--lat", "-51.5", "--lon", "3.25", "--kind", "office")
    call(here, "place", "add", "Loft")
    assert [
        re.split(" {2,}", line, maxsplit=1)[1] for line in call(here, "place", "list").splitlines()
    ] == [
        "Acme, Gent (client)  51.0500, 3.7167",
        "Acme, Gent, 3.12 (room)  51.0500, 3.7167",
        "Home (home)",
        "Loft (office)",
        "On the road (road)",
        "Pier (office)  -51.5000, 3.2500",
    ]
    listed = {place["name"]: place for place in json.loads(call(here, "place", "list", "--json"))}
    assert listed["Acme, Gent"]["id"] == key
    assert listed["3.12"]["path"] == ["Acme, Gent", "3.12"]
    assert listed["Loft"]["lat"] is None
    for words, code, sentence in (
        (("x", "--near", "Gentt"), 1, "Gentt"),
        (("x", "--near", "Gent", "--lat", "1"), 1, "not both"),
        (("x", "--lat", "1"), 1, "both --lat and --lon"),
        (("x", "--lat", "91", "--lon", "1"), 1, "within ±90"),
        (("x", "--in", "Nowhere"), 1, "No place is called"),
        ((" ",), 1, "needs a name"),
        (("x" * 200,), 4, "200 characters"),
    ):
        assert sentence in call(here, "place", "add", *words, code=code)
    assert json.loads(call(here, "place", "list", "--json")) == list(listed.values())


def test_a_place_is_changed_and_merged(here: Path) -> None:
    call(here, "place", "add", "Acme", "--kind", "client", "--near", "Gent")
    call(here, "place", "add", "3.12", "--in", "Acme")
    call(here, "place", "add", "Acme NV", "--kind", "client")

    def listed() -> list[str]:
        lines = call(here, "place", "list").splitlines()
        return [re.split(" {2,}", line, maxsplit=1)[1] for line in lines]

    moved = call(here, "place", "edit", "Acme NV", "--near", "Aalst", "--name", "Acme BV")
    assert re.fullmatch(r"[0-9a-f]{32}  Acme BV, Aalst \(50\.9\d, 4\.0\d\)\n", moved)
    call(here, "place", "edit", "Acme BV", "--lat", "51.5", "--lon", "4.5")
    assert "Acme BV (client)  51.5000, 4.5000" in listed()
    call(here, "place", "edit", "Acme BV", "--no-spot", "--kind", "office")
    assert "Acme BV (office)" in listed()
    call(here, "place", "edit", "3.12", "--in", "Acme BV", "--kind", "floor")
    assert "Acme BV, 3.12 (floor)" in listed()
    stays = call(here, "place", "merge", "Acme BV", "Acme")
    assert stays.split("  ")[1].startswith("Acme, Gent")
    assert listed() == [
        "Acme (client)  51.0500, 3.7167",
        "Acme, 3.12 (floor)  51.0500, 3.7167",
        "Home (home)",
        "On the road (road)",
    ]
    for words, sentence in (
        (("edit", "Acme"), "Say what changes"),
        (("edit", "Acme", "--no-spot", "--near", "Gent"), "--no-spot alone"),
        (("edit", "Acme", "--lat", "1"), "both --lat and --lon"),
        (("merge", "Acme", "3.12"), "neither is inside"),
        (("merge", "Nowhere", "Acme"), "No place is called"),
    ):
        assert sentence in call(here, "place", *words, code=1)
    refused = call(here, "place", "edit", "home", "--name", "Hut", code=4)
    assert "stay as they are" in refused


def test_a_floor_gets_a_plan_and_loses_it(here: Path, tmp_path: Path) -> None:
    def plan_of(name: str) -> object:
        listed = json.loads(call(here, "place", "list", "--json"))
        return next(place["plan"] for place in listed if place["name"] == name)

    file = tmp_path / "plan.png"
    file.write_bytes(png(800, 600))
    call(here, "place", "add", "Gent")
    call(here, "place", "add", "Second", "--in", "Gent", "--kind", "floor")
    assert plan_of("Second") is None
    assert call(here, "place", "plan", "Second", str(file)) == "800 x 600, 38 bytes\n"
    assert plan_of("Second") == {
        "width": 800,
        "height": 600,
        "picture": {
            "hash": image_of(file.read_bytes()).hash,
            "bytes": len(file.read_bytes()),
            "here": True,
        },
        "shapes": [],
    }
    assert call(here, "place", "plan", "Second", "--clear") == ""
    assert plan_of("Second") is None
    file.write_text("<svg/>")
    for words, code, sentence in (
        (("Second", str(file)), 1, "no PNG, JPEG or WebP"),
        (("Second", str(tmp_path / "none")), 1, "can't be read"),
        (("Second",), 1, "FILE"),
        (("Second", str(file), "--clear"), 1, "FILE"),
        (("Nowhere", str(file)), 1, "No place is called"),
        (("home", str(file)), 1, "belongs to a floor"),
    ):
        assert sentence in call(here, "place", "plan", *words, code=code)

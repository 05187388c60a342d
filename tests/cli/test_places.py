"""Places, as they are typed."""

import json
import re
from pathlib import Path

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

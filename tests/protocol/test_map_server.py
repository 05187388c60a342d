"""What a record may say of a map server."""

import pytest
from pydantic import ValidationError

from presencemap.protocol.map_server import MapServerBody

GOOD = "https://tiles.example/{z}/{x}/{y}.png"


@pytest.mark.parametrize(("template", "attribution"), [(GOOD, "© Us"), ("", ""), (GOOD, "a" * 80)])
def test_what_is_taken(template: str, attribution: str) -> None:
    assert MapServerBody(rev=1, template=template, attribution=attribution).template == template


@pytest.mark.parametrize(
    ("template", "attribution"),
    [
        (GOOD, ""),
        ("", "© Us"),
        (GOOD, "a" * 81),
        (GOOD, "©  Us"),
        (GOOD, "\u202e© Us"),
        ("http://tiles.example/{z}/{x}/{y}.png", "© Us"),
        ("https://me@tiles.example/{z}/{x}/{y}.png", "© Us"),
    ],
)
def test_what_is_not(template: str, attribution: str) -> None:
    with pytest.raises(ValidationError):
        MapServerBody(rev=1, template=template, attribution=attribution)

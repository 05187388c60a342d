"""Map servers: which addresses are fetched, and which never are."""

import pytest

from presencemap.domain.errors import InvalidInput, MapTemplateUnusable, TextTooLong
from presencemap.domain.map_server import MAX_TEMPLATE, MapServer, is_template

GOOD = "https://tiles.example/{z}/{x}/{y}.png"


@pytest.mark.parametrize(
    ("template", "site"),
    [
        (GOOD, "tiles.example"),
        ("https://tiles.example:8443/map/v1/{z}/{y}/{x}", "tiles.example:8443"),
        ("https://127.0.0.1:65535/{z}-{x}-{y}.webp", "127.0.0.1:65535"),
        ("https://maps/{x}{y}{z}", "maps"),
        ("https://tiles.example/osm/{z}/{x}/{y}@2x.png", "tiles.example"),
    ],
)
def test_an_address_with_three_numbers_is_one(template: str, site: str) -> None:
    assert is_template(template)
    assert MapServer.said(f" {template} ", "© Us").site == site


@pytest.mark.parametrize(
    "template",
    [
        "",
        "http://tiles.example/{z}/{x}/{y}.png",
        "https:///{z}/{x}/{y}.png",
        "HTTPS://tiles.example/{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}.png",
        "https://tiles.example/{z}/{x}/{y}/{y}.png",
        "https://tiles.example/{z}/{x}/{y}/{s}.png",
        "https://{s}.tiles.example/{z}/{x}/{y}.png",
        "https://me:secret@tiles.example/{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}/{y}.png?key=secret",
        "https://tiles.example/{z}/{x}/{y}.png#here",
        "https://tiles.example/{z}/%2e%2e/{x}/{y}.png",
        "https://tiles.example\\@evil.example/{z}/{x}/{y}.png",
        "https://tiles.example@evil.example/{z}/{x}/{y}.png",
        "https://tiles.example:443@evil.example/{z}/{x}/{y}.png",
        "https://tïles.example/{z}/{x}/{y}.png",
        "https://tiles..example/{z}/{x}/{y}.png",
        "https://-tiles.example/{z}/{x}/{y}.png",
        "https://tiles.example:0/{z}/{x}/{y}.png",
        "https://tiles.example:65536/{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}/{y}.png\n",
        "https://tiles.example//{z}/{x}/{y}.png",
        "https://tiles.example/{z:d}/{x}/{y}.png",
        f"https://tiles.example/{'a' * MAX_TEMPLATE}/{{z}}/{{x}}/{{y}}",
        "file:///{z}/{x}/{y}.png",
    ],
)
def test_anything_else_is_none(template: str) -> None:
    assert not is_template(template)


def test_what_is_no_template_is_refused() -> None:
    with pytest.raises(MapTemplateUnusable, match="like https://"):
        MapServer.said("https://tiles.example/", "© Us")
    assert MapServer("https://tiles.example/", "© Us").site == ""


def test_somebody_is_named_for_it() -> None:
    assert MapServer.said(GOOD, "  ©  OpenStreetMap\ncontributors ") == MapServer(
        GOOD, "© OpenStreetMap contributors"
    )
    with pytest.raises(InvalidInput, match="whose map"):
        MapServer.said(GOOD, " \u200b ")
    with pytest.raises(TextTooLong):
        MapServer.said(GOOD, "a" * 81)


def test_each_picture_has_an_address() -> None:
    assert MapServer(GOOD, "").address(11, 1044, 685) == "https://tiles.example/11/1044/685.png"

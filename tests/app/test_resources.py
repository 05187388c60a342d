"""Both lay-outs find the folder; what the app counts on is in it, with its licences."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from presencemap.app import resources
from presencemap.domain.errors import EnvironmentFault


def test_everything_has_its_licence_beside_it() -> None:
    for parts in (
        ("icons", "LICENSE-lucide.txt"),
        ("fonts", "LICENSE-inter.txt"),
        ("places", "ATTRIBUTION.txt"),
        ("basemap", "ATTRIBUTION.txt"),
    ):
        assert resources.resource(*parts).read_text("utf-8").strip()


def test_icons_are_well_formed_and_take_a_colour() -> None:
    icons = sorted(resources.resource("icons").glob("*.svg"))
    assert len(icons) > 50
    for icon in icons:
        text = icon.read_text("utf-8")
        assert ET.fromstring(text).get("viewBox"), icon.name
        assert icon.name == "logo.svg" or "currentColor" in text, icon.name


def test_tokens_give_both_themes_the_same_colours() -> None:
    tokens = json.loads(resources.resource("theme", "tokens.json").read_text("utf-8"))
    assert tokens["light"].keys() == tokens["dark"].keys()


@pytest.fixture
def fake_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "presencemap"
    monkeypatch.setattr(resources, "__file__", str(package / "app" / "resources.py"))
    monkeypatch.setattr(resources, "resource_root", resources.resource_root.__wrapped__)
    return package


def test_a_wheel_has_them_inside_the_package(fake_package: Path) -> None:
    (fake_package / "resources" / "icons").mkdir(parents=True)
    (fake_package.parent / "resources" / "icons").mkdir(parents=True)
    assert resources.resource("a", "b") == fake_package / "resources" / "a" / "b"


def test_a_checkout_has_them_at_its_root(fake_package: Path) -> None:
    (fake_package.parent / "resources" / "icons").mkdir(parents=True)
    assert resources.resource_root() == fake_package.parent / "resources"


def test_a_broken_installation_says_so(fake_package: Path) -> None:
    with pytest.raises(EnvironmentFault, match="resources folder is missing"):
        resources.resource_root()

"""The wheel: what a person installs holds the program, its resources and its command."""

import configparser
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from presencemap import __version__

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, zipfile.ZipFile]:
    def build(kind: str) -> zipfile.ZipFile:
        folder = str(tmp_path_factory.mktemp(kind))
        (path,) = WheelBuilder(str(ROOT)).build(directory=folder, versions=[kind])
        return zipfile.ZipFile(path)

    return {kind: build(kind) for kind in ("standard", "editable")}


def test_every_module_and_resource_is_in_it(wheels: dict[str, zipfile.ZipFile]) -> None:
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "presencemap").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    } | {
        f"presencemap/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    there = {name for name in wheels["standard"].namelist() if ".dist-info/" not in name}

    assert there == wanted
    assert any(name.startswith("presencemap/resources/icons/") for name in there)


def test_it_gives_the_command(wheels: dict[str, zipfile.ZipFile]) -> None:
    points = configparser.ConfigParser()
    points.read_string(metadata(wheels["standard"], "entry_points.txt"))

    assert dict(points["console_scripts"]) == {"presencemap": "presencemap.__main__:main"}


def test_it_bears_its_version_and_licence(wheels: dict[str, zipfile.ZipFile]) -> None:
    assert f"\nVersion: {__version__}\n" in metadata(wheels["standard"], "METADATA")
    assert "MIT License" in metadata(wheels["standard"], "licenses/LICENSE")


def test_an_installation_in_place_copies_no_resources(wheels: dict[str, zipfile.ZipFile]) -> None:
    there = [name for name in wheels["editable"].namelist() if ".dist-info/" not in name]

    assert there == ["_presencemap.pth"]


def metadata(wheel: zipfile.ZipFile, name: str) -> str:
    (found,) = (each for each in wheel.namelist() if each.endswith(f".dist-info/{name}"))
    return wheel.read(found).decode()

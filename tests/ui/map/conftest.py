"""A map server on loopback that Qt trusts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.map.raster.tile_server import TileServer, trusted


@pytest.fixture
def server(qapp: object, tmp_path: Path) -> Iterator[TileServer]:
    made = TileServer(tmp_path)
    with trusted(made):
        yield made
    made.close()

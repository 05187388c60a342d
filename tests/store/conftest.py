"""A store to test with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from presencemap.store.database import Database
from presencemap.store.records import Records


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where it is."""
    return tmp_path / "presencemap.db"


@pytest.fixture
def records(path: Path) -> Iterator[Records]:
    """It, open."""
    opened = Records(Database(path))
    yield opened
    opened.close()

"""What tests of the interface share: the application's look, and invented colleagues."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from presencemap.ui.theme import Appearance, Mode, appearance


@pytest.fixture(scope="session")
def factories() -> ModuleType:
    """The module tests/ui/factories.py; importmode importlib has no package to import it from."""
    path = Path(__file__).parent / "factories.py"
    spec = importlib.util.spec_from_file_location("presencemap_ui_factories", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up.

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Appearance]:
    """The light look, applied to the application; light again afterwards."""
    found = appearance()
    if not qapp.styleSheet():
        found.apply()
    found.set_mode(Mode.LIGHT)
    yield found
    found.set_text_scale(1.0)
    found.set_mode(Mode.LIGHT)

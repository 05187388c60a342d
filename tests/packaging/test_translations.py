"""Gaps in a translation are found, and so are strings that lupdate would read wrongly."""

import shutil
from pathlib import Path

import pytest
import translations

WINDOW = """
from PySide6.QtCore import QCoreApplication, QObject


class Window(QObject):
    def title(self, count: int) -> str:
        return self.tr("Where") + self.tr("%n people", "", count)


def word() -> str:
    return QCoreApplication.translate("Availability", "Busy")
"""
DUTCH = {"Where": "Waar", "Busy": "Bezet"}


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project whose Dutch is complete."""
    root = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patch:
        look_at(root, patch)
        translations.SOURCES.mkdir(parents=True)
        (translations.SOURCES / "window.py").write_text(WINDOW)
        translations.main([])
        ts = translations.FOLDER / translations.REQUIRED
        text = ts.read_text().replace(' type="unfinished"', "")
        for english, dutch in DUTCH.items():
            source = f"<source>{english}</source>\n        <translation>"
            text = text.replace(source, f"{source}{dutch}")
        text = text.replace("<numerusform></numerusform>", "<numerusform>%n mensen</numerusform>")
        ts.write_text(text)
        translations.main([])
    return root


@pytest.fixture
def project(complete: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, to spoil."""
    root = shutil.copytree(complete, tmp_path / "project")
    look_at(root, monkeypatch)
    return root


def look_at(root: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(translations, "ROOT", root)
    patch.setattr(translations, "SOURCES", root / "presencemap" / "ui")
    patch.setattr(translations, "FOLDER", root / "resources" / "translations")


def test_a_complete_translation_has_no_gap(project: Path) -> None:
    assert list(translations.gaps()) == []


def test_strings_are_found_under_their_context(project: Path) -> None:
    found = translations.messages(translations.FOLDER / translations.REQUIRED)

    assert found == {
        ("Window", "Where", ""),
        ("Window", "%n people", ""),
        ("Availability", "Busy", ""),
    }


def test_a_new_string_is_a_gap(project: Path) -> None:
    more = 'class Card(QObject):\n    def name(self) -> str:\n        return self.tr("Card")\n'
    window = translations.SOURCES / "window.py"
    window.write_text(f"{WINDOW}\n\n{more}")

    (gap,) = translations.gaps()

    assert gap == "presencemap_nl.ts lacks Card: 'Card': run make translations"


def test_a_string_no_longer_said_is_noticed(project: Path) -> None:
    window = translations.SOURCES / "window.py"
    window.write_text(WINDOW.replace('self.tr("Where") + ', ""))

    (gap,) = translations.gaps()

    assert gap.startswith("presencemap_nl.ts has an unused Window: 'Where'")


@pytest.mark.parametrize("translated", ["Bezet", "%n mensen"])  # of the plural one of two forms
def test_a_string_without_translation_is_a_gap(project: Path, translated: str) -> None:
    ts = translations.FOLDER / translations.REQUIRED
    ts.write_text(ts.read_text().replace(translated, "", 1))

    gaps = list(translations.gaps())

    assert any("has no translation of" in gap for gap in gaps)


@pytest.mark.parametrize("dutch", ["Waar", "%n mensen"])
def test_a_straight_apostrophe_is_noticed(project: Path, dutch: str) -> None:
    ts = translations.FOLDER / translations.REQUIRED
    ts.write_text(ts.read_text().replace(dutch, "Collega&apos;s %n"))

    gaps = list(translations.gaps())

    assert any("straight '" in gap for gap in gaps)


def test_a_stale_compiled_file_is_noticed(project: Path) -> None:
    ts = translations.FOLDER / translations.REQUIRED
    ts.write_text(ts.read_text().replace("Waar", "Waar dan"))

    (gap,) = translations.gaps()

    assert gap == "presencemap_nl.qm is not compiled from presencemap_nl.ts: run make translations"


def test_updating_keeps_what_was_translated(project: Path) -> None:
    translations.main([])

    assert list(translations.gaps()) == []


@pytest.mark.parametrize(
    "call",
    [
        'self.tr(f"Hello {name}")',
        'tr("Availability", "Busy")',
        'card.tr("Busy")',
        'cls.tr("Busy")',
    ],
)
def test_a_call_that_lupdate_reads_wrongly_is_named(tmp_path: Path, call: str) -> None:
    (tmp_path / "a.py").write_text(f"\n{call}\n")

    (fault,) = translations.unreadable_strings(tmp_path)

    assert "a.py:2: " in fault


@pytest.mark.parametrize(
    "call",
    [
        'self.tr("Busy")',
        'QObject.tr("Busy")',
        'QCoreApplication.translate("Availability", "Busy")',
        "self.tr(label)",
    ],
)
def test_a_call_that_lupdate_reads_well_is_not(tmp_path: Path, call: str) -> None:
    (tmp_path / "a.py").write_text(call)

    assert list(translations.unreadable_strings(tmp_path)) == []

"""The house's own rules find what they are there to find, and nothing else."""

from pathlib import Path, PurePosixPath

import house_rules
import pytest


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    files = {
        "presencemap/__init__.py": "",
        "presencemap/__main__.py": "",
        "presencemap/domain/__init__.py": "",
        "presencemap/domain/place.py": "",
        "tests/conftest.py": "",
        "tests/domain/test_place.py": '"""Places."""',
        "tests/integration/test_two_nodes.py": '"""Two nodes."""',
    }
    for name, text in files.items():
        write(tmp_path, name, text)
    return tmp_path


def test_a_mirrored_tree_has_no_fault(tree: Path) -> None:
    assert list(house_rules.unmirrored(listing(tree), tree)) == []


def test_a_module_without_tests_is_named(tree: Path) -> None:
    write(tree, "presencemap/net/gate.py", "")

    (fault,) = house_rules.unmirrored(listing(tree), tree)

    assert fault == "presencemap/net/gate.py has no tests/net/test_gate.py"


def test_a_test_file_without_its_module_is_named(tree: Path) -> None:
    write(tree, "tests/net/test_place.py", '"""In the wrong folder."""')

    (fault,) = house_rules.unmirrored(listing(tree), tree)

    assert fault.startswith("tests/net/test_place.py mirrors no source file")


def test_a_broader_test_file_may_say_so(tree: Path) -> None:
    write(tree, "tests/net/test_lan.py", '"""A simulated LAN; mirrors no\none module."""')

    assert list(house_rules.unmirrored(listing(tree), tree)) == []


@pytest.mark.parametrize(
    "line",
    [
        "index-url = https://pypi" + ".org/simple",
        "see files.pythonhosted" + ".org",
        "cd /home/somebody/presence-map && make",
        "from the mirror at pkgs.corp.example, quietly",
    ],
)
def test_a_trace_of_the_machine_is_named_with_its_line(tree: Path, line: str) -> None:
    write(tree, "README.md", f"# Presence Map\n{line}\n")
    words = ["/home/somebody", "pkgs.corp.example"]

    (fault,) = house_rules.machine_traces(listing(tree), tree, words)

    assert fault.startswith("README.md:2: names ")


@pytest.mark.parametrize(
    "line",
    [
        "~/presence-map",
        "https://teams.example/srv/work/x",
        "docs/home/somebody-else",
        "a pypi package",
    ],
)
def test_ordinary_text_is_no_trace(tree: Path, line: str) -> None:
    write(tree, "README.md", line)

    faults = house_rules.machine_traces(listing(tree), tree, ["/srv/work", "/home/somebody"])

    assert list(faults) == []


def test_the_machines_own_registry_counts_as_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://user:secret@mirror.corp.example:8080/simple")

    words = house_rules.private_words()

    assert "mirror.corp.example" in words
    assert not any("secret" in word for word in words)


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)


def listing(root: Path) -> list[PurePosixPath]:
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return sorted(PurePosixPath(path.as_posix()) for path in found)

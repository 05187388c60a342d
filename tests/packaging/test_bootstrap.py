"""Set-up does its work once, starts anew where it must, and says plainly what stops it."""

import os
import shutil
import subprocess
from pathlib import Path

import bootstrap
import pytest
import system_packages

SETUP = Path(__file__).parents[2] / "packaging" / "setup.sh"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A checkout in tmp_path, whose installations are written down instead of done."""
    for name in (*(f"packaging/{lock}" for lock in bootstrap.LOCKS.values()), "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("one==1\n")
    (tmp_path / "presencemap").mkdir()
    (tmp_path / "presencemap" / "__init__.py").write_text("")
    venv = tmp_path / ".venv"
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", venv)
    monkeypatch.setattr(bootstrap, "PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(bootstrap, "HOME_NOTE", venv / ".presencemap-home")
    done: list[str] = []

    def make_venv() -> None:
        shutil.rmtree(venv, ignore_errors=True)
        (venv / "bin").mkdir(parents=True)
        (venv / "bin" / "python").symlink_to("/bin/true")
        done.append("venv")

    monkeypatch.setattr(bootstrap, "make_venv", make_venv)
    monkeypatch.setattr(bootstrap, "install", lambda *words: done.append(Path(words[-1]).name))
    return done


def test_the_first_set_up_installs_the_lock_and_then_the_project(
    installed: list[str], tmp_path: Path
) -> None:
    bootstrap.lay_packages("dev")

    assert installed == ["venv", "requirements-dev.lock", tmp_path.name]


def test_a_second_one_has_nothing_to_do(installed: list[str]) -> None:
    bootstrap.lay_packages("dev")
    installed.clear()

    bootstrap.lay_packages("dev")

    assert installed == []


def test_running_is_served_by_what_the_tests_installed(installed: list[str]) -> None:
    bootstrap.lay_packages("dev")
    installed.clear()

    bootstrap.lay_packages("run")

    assert installed == []


def test_the_tests_are_not_served_by_what_running_installed(installed: list[str]) -> None:
    bootstrap.lay_packages("run")
    installed.clear()

    bootstrap.lay_packages("dev")

    assert "requirements-dev.lock" in installed
    assert "venv" not in installed


@pytest.mark.parametrize("changed", ["packaging/requirements-dev.lock", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_again(
    installed: list[str], tmp_path: Path, changed: str
) -> None:
    bootstrap.lay_packages("dev")
    installed.clear()
    (tmp_path / changed).write_text("two==2\n")

    bootstrap.lay_packages("dev")

    assert "requirements-dev.lock" in installed


def test_a_checkout_that_moved_starts_anew(
    installed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.lay_packages("dev")
    installed.clear()
    monkeypatch.setattr(bootstrap, "ROOT", shutil.copytree(tmp_path, tmp_path / "elsewhere"))

    bootstrap.lay_packages("dev")

    assert installed[0] == "venv"


def test_an_environment_whose_python_is_gone_starts_anew(installed: list[str]) -> None:
    bootstrap.lay_packages("dev")
    installed.clear()
    bootstrap.PYTHON.unlink()
    bootstrap.PYTHON.symlink_to("/nowhere/python")

    bootstrap.lay_packages("dev")

    assert installed[0] == "venv"


@pytest.fixture
def as_a_person(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Not root, on a Debian, with an environment."""
    (tmp_path / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name, **_: name if name == "apt-get" else None)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return monkeypatch


def lacking(
    patch: pytest.MonkeyPatch, needed: list[str] | None = None, wanted: list[str] | None = None
) -> None:
    patch.setattr(system_packages, "missing", lambda *_, **__: (needed or [], wanted or []))


def test_what_qt_needs_stops_a_person_with_the_command(as_a_person: pytest.MonkeyPatch) -> None:
    lacking(as_a_person, needed=["libEGL.so.1"])

    with pytest.raises(bootstrap.SetupError, match=r"sudo apt-get install .* libegl1\n"):
        bootstrap.lay_system("run")


def test_what_a_window_needs_stops_only_where_there_is_a_screen(
    as_a_person: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking(as_a_person, wanted=["libxcb-cursor.so.0"])

    bootstrap.lay_system("run")
    assert "libxcb-cursor0" in capsys.readouterr().err

    as_a_person.setenv("DISPLAY", ":0")
    with pytest.raises(bootstrap.SetupError, match="libxcb-cursor0"):
        bootstrap.lay_system("run")


def test_what_the_tests_want_is_told_and_they_go_on(
    as_a_person: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking(as_a_person, wanted=["Xvfb", "ip"])

    bootstrap.lay_system("dev")

    told = capsys.readouterr().err
    assert "Tests that need them are skipped" in told
    assert "iproute2 xvfb" in told


def test_root_has_it_installed(as_a_person: pytest.MonkeyPatch) -> None:
    lacking(as_a_person, needed=["libEGL.so.1"], wanted=["Xvfb"])
    as_a_person.setattr(os, "geteuid", lambda: 0)
    asked: list[str] = []

    def install(_: system_packages.Manager, packages: list[str]) -> bool:
        asked.extend(packages)
        lacking(as_a_person)
        return True

    as_a_person.setattr(system_packages.Manager, "install", install)

    bootstrap.lay_system("dev")

    assert asked == ["libegl1", "xvfb"]


def test_without_a_fitting_python_it_says_so() -> None:
    done = subprocess.run(
        ["/bin/sh", str(SETUP), "run"],
        env={"PATH": "/usr/bin:/bin", "PYTHON": "python2.7-not-here"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "needs Python 3.11" in done.stderr
    assert done.stdout == ""


def test_a_wrong_scope_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["everything"]) == 2
    assert "usage" in capsys.readouterr().err

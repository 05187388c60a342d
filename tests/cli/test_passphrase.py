"""A passphrase from the environment, the terminal or a pipe."""

import io

import pytest

from presencemap.cli import passphrase as module
from presencemap.cli.passphrase import VARIABLE, passphrase
from presencemap.domain.errors import InvalidInput


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def test_the_environment_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "from the environment")
    monkeypatch.setattr("sys.stdin", Terminal())
    assert passphrase(new=True) == "from the environment"


def test_a_pipe_gives_its_first_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("from a pipe \nmore"))
    assert passphrase(new=True) == "from a pipe "
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(InvalidInput, match="passphrase is needed"):
        passphrase(new=False)


def test_a_new_one_is_typed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["one", "one", "one", "two", "once"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(module, "getpass", lambda _: next(typed))
    assert passphrase(new=True) == "one"
    with pytest.raises(InvalidInput, match="differ"):
        passphrase(new=True)
    assert passphrase(new=False) == "once"

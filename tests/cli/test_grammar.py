"""The grammar: commands alone, in groups, of two words, each with the flags that all take."""

import argparse

import pytest

from presencemap.cli.grammar import Commands, as_json


@pytest.fixture
def root() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--profile")
    root = argparse.ArgumentParser()
    commands = Commands.of(root, shared)
    commands.add("plan", "plan", "a plan").add_argument("day", nargs="?")
    as_json(commands.add("plan show", "plan_show", "the plans"))
    commands.group("place", "places").add("add", "place_add", "a place").add_argument("name")
    return root


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("plan", {"action": "plan", "day": None}),
        ("plan mon", {"action": "plan", "day": "mon"}),
        ("plan show", {"action": "plan_show", "json": False}),
        ("plan show --json --profile x", {"action": "plan_show", "json": True, "profile": "x"}),
        ("place add Acme --profile x", {"action": "place_add", "name": "Acme", "profile": "x"}),
    ],
)
def test_a_command_is_found_by_its_words(
    root: argparse.ArgumentParser, line: str, found: dict[str, object]
) -> None:
    assert vars(root.parse_args(line.split())).items() >= found.items()


@pytest.mark.parametrize("line", ["place", "plan --prof x", "planned", "place show"])
def test_what_is_no_command_is_refused(
    root: argparse.ArgumentParser, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        root.parse_args(line.split())
    assert "usage:" in capsys.readouterr().err

import argparse
import re
import shlex
from pathlib import Path

import pytest

from presencemap.cli.parser import parser

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
FLAG = re.compile(r"--[a-z-]+")
EVERYWHERE = {"--profile", "--help"}


def documented() -> dict[tuple[str, ...], set[str]]:
    """The flags of each command that the docs promise."""
    block = DOCS.read_text("utf-8").split("\n- ", 1)[0]
    block = re.sub(r"\n\s+\[", " [", block)  # a usage that goes on in the next line
    promised: dict[tuple[str, ...], set[str]] = {}
    for line in re.findall(r"^    presencemap(.*)$", block, re.MULTILINE):
        usage = re.split(r"\s{3,}", line)[0]
        group: tuple[str, ...] = ()
        for part in re.split(r" \| (?![^\[]*\])", usage):  # not those within brackets
            words = re.match(r"(?:\b[a-z]+(?: |$))*", part.strip())
            assert words
            named = (*group, *words[0].split())
            group = group or named[:-1]
            promised[named] = set(FLAG.findall(part))
    return promised


def understood(
    found: argparse.ArgumentParser, words: tuple[str, ...] = ()
) -> dict[tuple[str, ...], set[str]]:
    """The flags of each command that the parser takes."""
    flags: set[str] = set()
    below: dict[tuple[str, ...], set[str]] = {}
    for action in found._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, each in action.choices.items():
                below |= understood(each, (*words, *name.split()))
        flags |= {each for each in action.option_strings if each.startswith("--")}
    own = {} if below and words else {words: flags - EVERYWHERE - {"--version"}}
    return own | below


def test_the_docs_promise_what_the_parser_takes_and_no_more() -> None:
    promised = documented()
    assert len(promised) > 15, "the docs were read"
    assert promised == understood(parser())


@pytest.mark.parametrize(
    ("line", "action", "values"),
    [
        ("", "app", {}),
        ("demo --people 3 --seconds 1.5 --screenshot x.png", "demo", {"people": 3, "seconds": 1.5}),
        (
            "node --listen 127.0.0.1:0 --peer a:1 --peer b --interface lo --no-mdns",
            "node",
            {"peer": ["a:1", "b"], "interface": ["lo"], "no_mdns": True},
        ),
        ("node", "node", {"listen": None, "peer": [], "interface": None, "no_mdns": False}),
        (
            "node --without-interface tun0",
            "node",
            {"interface": None, "without_interface": ["tun0"]},
        ),
        ("team create Lerend --as 'My Name'", "team_create", {"as_name": "My Name"}),
        ("team invite", "team_invite", {"days": 7, "uses": 50, "label": "", "hint": []}),
        (
            "team invite --days 1 --uses 2 --label x --hint a:1 --hint b:2",
            "team_invite",
            {"days": 1, "uses": 2, "label": "x", "hint": ["a:1", "b:2"]},
        ),
        ("team join presencemap://join#x --as Me", "team_join", {"link": "presencemap://join#x"}),
        ("team members --json", "team_members", {"json": True}),
        (
            "set 'On it' --kind struggling-with --place Acme --availability away --for 2h",
            "set_status",
            {"text": "On it", "duration": "2h", "until": None},
        ),
        ("set --clear --until 17:00", "set_status", {"text": None, "clear": True}),
        ("plan", "plan", {"day": "today", "until": None, "out": False, "clear": False}),
        (
            "plan mon --until fri --out --text 'On the water'",
            "plan",
            {"day": "mon", "until": "fri", "out": True, "place": None, "text": "On the water"},
        ),
        ("plan 2026-12-03 --place Utrecht", "plan", {"day": "2026-12-03", "place": "Utrecht"}),
        ("plan show", "plan_show", {"person": None, "json": False}),
        ("plan show Bram --json", "plan_show", {"person": "Bram", "json": True}),
        ("profile set --name N --talent a --talent b", "profile_set", {"talent": ["a", "b"]}),
        ("profile set --contact mail:a@b.example", "profile_set", {"name": None, "talent": None}),
        ("profile show Bram --json", "profile_show", {"person": "Bram"}),
        (
            "place add 3.12 --in Acme --kind room --lat -51.05 --lon 3.72",
            "place_add",
            {"parent": "Acme", "lat": -51.05, "lon": 3.72},
        ),
        ("place add Acme --near Gent", "place_add", {"near": "Gent", "kind": None}),
        ("place list", "place_list", {"json": False}),
        ("who Anna --place Acme --topic peppol --json", "who", {"name": "Anna"}),
        ("watch --json", "watch", {"json": True}),
        ("peer add 10.0.0.7:47800", "peer_add", {"address": "10.0.0.7:47800"}),
        ("sharing", "sharing", {"mode": None}),
        ("precision", "precision", {"precision": None}),
        ("precision town", "precision", {"precision": "town"}),
        ("sharing off-network", "sharing", {"mode": "off-network"}),
        ("peer list", "peer_list", {"json": False}),
        ("peer remove 10.0.0.7", "peer_remove", {"address": "10.0.0.7"}),
    ],
)
def test_each_command_is_understood(line: str, action: str, values: dict[str, object]) -> None:
    arguments = vars(parser().parse_args(shlex.split(line)))
    assert arguments["action"] == action
    assert {name: arguments[name] for name in values} == values


@pytest.mark.parametrize(
    "line",
    [
        "--profile here",
        "--profile here who",
        "who --profile here",
        "--profile there who --profile here",
        "--profile here team members",
        "team --profile here members",
        "team members --profile here",
    ],
)
def test_the_profile_is_named_before_or_after_the_command(line: str) -> None:
    assert parser().parse_args(line.split()).profile == Path("here")


def test_without_one_no_profile_is_named() -> None:
    assert "profile" not in parser().parse_args(["who"])


@pytest.mark.parametrize(
    "line",
    [
        "dance",
        "team",
        "team create X",
        "team join",
        "set x --kind sleeping",
        "set x --availability asleep",
        "set x --for 1h --until 17:00",
        "set x y",
        "place add",
        "place add x --kind moon",
        "place add x --lat north --lon 3",
        "node --no-mdn",
        "who --jso",
        "demo --people many",
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_right(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(line.split())
    assert ended.value.code == 2
    assert "usage: presencemap" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["--help", "team --help", "set --help", "--version"])
def test_help_and_version_are_told(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(line.split())
    assert ended.value.code == 0
    assert "presencemap" in capsys.readouterr().out

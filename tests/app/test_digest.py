"""What happened since a moment, out of what is here."""

from typing import Any

import pytest

from presencemap.app.digest import shown
from presencemap.app.post_commands import ShowDigest
from presencemap.domain.person import Profile
from presencemap.domain.post import Draft, Link, PostKind, ReactionKind
from tests.protocol.lan import Lan, Node


@pytest.fixture
def lan() -> Lan:
    made = Lan()
    made.team_of("Bram", "Cleo")
    return made


def say(node: Node, kind: PostKind, text: str, of: str | None = None, link: str = "") -> str:
    links = (Link(link),) if link else ()
    stream = node.endpoint.stream
    node.do(stream.say(Draft(kind, text, links, of), node.lan.now))
    node.lan.settle()
    node.lan.pass_time(1_000)
    return stream.newest(1, [node.id])[0].id


def told(node: Node, since: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = shown(node.endpoint, ShowDigest(since), node.lan.now)
    return found


def lines(node: Node, since: int = 0) -> list[tuple[str, list[str], str]]:
    return [
        (line["kind"], [person[:4] for person in line["people"]], line["topic"] or line["post"])
        for line in told(node, since)["lines"]
    ]


def test_of_mine_alone_there_is_nothing_to_tell(lan: Lan) -> None:
    say(lan.anna, PostKind.QUESTION, "who knows #vat?")
    assert told(lan.anna) == {"lines": [], "others": 0, "waiting": 0}


def test_a_reply_to_my_question_waits_until_i_say_something_to_it(lan: Lan) -> None:
    anna, bram, cleo = lan.anna, lan.nodes["Bram"], lan.nodes["Cleo"]
    question = say(anna, PostKind.QUESTION, "who knows?")
    reply = say(bram, PostKind.REPLY, "I do", question)
    say(cleo, PostKind.ACTIVITY, "Reading")
    assert lines(anna) == [("answered", [bram.id[:4]], question)]
    assert (told(anna)["others"], told(anna)["waiting"]) == (1, 1)
    anna.do(anna.endpoint.stream.react(reply, ReactionKind.THANK, lan.now))
    assert (told(anna)["waiting"], len(lines(anna))) == (0, 1)
    say(cleo, PostKind.REPLY, "me too", question)
    assert told(anna)["waiting"] == 1
    say(anna, PostKind.REPLY, "Thanks both", question)
    assert told(anna)["waiting"] == 0
    assert lines(anna, lan.now) == []


def test_questions_that_i_know_about_and_topics_that_i_follow(lan: Lan) -> None:
    anna, bram, cleo = lan.anna, lan.nodes["Bram"], lan.nodes["Cleo"]
    anna.do(anna.endpoint.owner.set_profile(Profile("Anna", ("Water management",)), lan.now))
    anna.do(anna.endpoint.stream.follow("#vat", lan.now, on=True))
    known = say(bram, PostKind.QUESTION, "Who does water-management? #vat")
    say(bram, PostKind.QUESTION, "Which water?")
    say(cleo, PostKind.QUESTION, "Which code? #VAT")
    say(cleo, PostKind.LINK, "The rule #vat", link="https://a.example")
    say(cleo, PostKind.LINK, "Else", link="https://a.example")
    assert lines(anna) == [
        ("known", [bram.id[:4]], known),
        ("followed", [cleo.id[:4]], "vat"),
        ("link", [cleo.id[:4]], "vat"),
    ]
    assert told(anna)["others"] == 2


def test_who_thanked_joined_and_follows(lan: Lan) -> None:
    anna, bram, cleo = lan.anna, lan.nodes["Bram"], lan.nodes["Cleo"]
    question = say(anna, PostKind.QUESTION, "who knows?")
    for node, kind in ((bram, ReactionKind.JOIN), (cleo, ReactionKind.THANK)):
        node.do(node.endpoint.stream.react(question, kind, lan.now))
        node.do(node.endpoint.stream.follow(anna.id, lan.now, on=True))
    anna.do(anna.endpoint.stream.follow(cleo.id, lan.now, on=True))
    lan.settle()
    assert lines(anna) == [
        ("joined", [bram.id[:4]], question),
        ("thanked", [cleo.id[:4]], question),
        ("follower", [bram.id[:4]], ""),
    ]
    assert lines(anna, lan.now) == []

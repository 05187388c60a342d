"""What happened since a moment, out of what is here."""

from datetime import timedelta
from typing import Any

import pytest

from presencemap.app.digest import shown
from presencemap.app.post_commands import ShowDigest
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.plan import Plan, day_of, day_over
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
        (line["kind"], [person[:4] for person in line["people"]], about(line))
        for line in told(node, since)["lines"]
    ]


def about(line: dict[str, Any]) -> str:
    return str(line["town"] or line["place"] or line["topic"] or line["post"])


def plan(node: Node, place: str | None, day: int = 0) -> None:
    today = day_of(node.lan.now)
    said = Plan(today + timedelta(days=day), place)
    node.do(node.endpoint.owner.set_plan(said, day_over(said.day), node.lan.now))
    node.lan.settle()


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


def test_who_brought_me_together_with_whom(lan: Lan) -> None:
    anna, bram, cleo = lan.anna, lan.nodes["Bram"], lan.nodes["Cleo"]
    anna.do(anna.endpoint.mailbox.introduce(bram.id, cleo.id, "vat", "You two?", lan.now))
    lan.settle()
    [line] = told(bram)["lines"]
    assert (line["kind"], line["people"], line["other"], line["topic"]) == (
        "introduced", (anna.id,), cleo.id, "vat",
    )  # fmt: skip
    assert lines(anna) == [], "who did it knows"
    assert lines(bram, lan.now) == [], "it was told before"
    [note] = cleo.endpoint.mailbox.notes()
    cleo.do(cleo.endpoint.mailbox.decline(note.id, lan.now))
    lan.settle()
    assert lines(bram) == lines(cleo) == []


def test_who_of_mine_is_today_where_i_am(lan: Lan) -> None:
    anna, bram, cleo = lan.anna, lan.nodes["Bram"], lan.nodes["Cleo"]
    acme = Place("a" * 32, "Acme", PlaceKind.CLIENT, town="Gent")
    desk = Place("d" * 32, "Desk", PlaceKind.DESK, acme.id)
    kade = Place("b" * 32, "Kade", PlaceKind.CLIENT, town="Gent")
    for place in (acme, desk, kade):
        anna.do(anna.endpoint.owner.put_place(place, lan.now))
    lan.settle()
    anna.do(anna.endpoint.stream.follow(bram.id, lan.now, on=True))
    cleo.do(cleo.endpoint.mailbox.write(anna.id, "Hello", lan.now))
    lan.settle()
    plan(bram, desk.id)
    plan(cleo, kade.id)
    assert lines(anna) == [], "I plan nothing"
    plan(anna, acme.id, day=1)
    assert lines(anna) == [], "nor today"
    lan.pass_time(1_000)
    plan(anna, acme.id)
    met = lines(anna)
    assert len(met) == 2
    assert ("together", [bram.id[:4]], acme.id) in met
    assert ("together", [cleo.id[:4]], "Gent") in met
    assert len(lines(anna, lan.now - 1)) == 2, "my plan made it so"
    assert lines(anna, lan.now) == [], "it was told"
    ghent = Place.in_town("Gent", 51.05, 3.72)
    plan(cleo, ghent.id)
    assert ("together", [cleo.id[:4]], "Gent") in lines(anna), "somewhere in town"
    plan(cleo, "e" * 32)
    plan(bram, None)
    assert lines(anna) == [], "elsewhere, and nowhere"
    plan(bram, Place.home_in(ghent).id)
    plan(anna, Place.home_in(ghent).id)
    assert lines(anna) == [], "nobody meets at home"
    plan(anna, ghent.id)
    assert lines(anna) == []

"""From cards and places to what can be found."""

from dataclasses import replace
from typing import Any

from presencemap.domain.availability import Presence
from presencemap.domain.finding import Finder, SubjectKind
from presencemap.domain.job import Job
from presencemap.domain.topic_graph import Question
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.find.subjects import Known, subjects
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.topics.survey import Survey, Surveyed


def test_everybody_every_place_and_the_topics_of_now(stage: Any) -> None:
    found = list(subjects(Known(stage.cards, stage.places, stage.now)))
    people = {s.id: s for s in found if s.kind is SubjectKind.PERSON}
    assert set(people) == {card.person.id for card in stage.cards}
    assert {s.id for s in found if s.kind is SubjectKind.PLACE} == {p.id for p in stage.places}
    joris = next(s for s in people.values() if s.name == "Joris De Smedt")
    assert "Acme" in joris.also
    inside = {s.id: s.people for s in found if s.kind is SubjectKind.PLACE}
    at_gent = [stage.places.site(c.place_at(stage.now)) for c in stage.cards]
    assert inside["gent"] == sum(site is not None and site.id == "gent" for site in at_gent) > 0
    topics = {s.name: s.people for s in found if s.kind is SubjectKind.TOPIC}
    texts = [c.status.activity.text for c in stage.cards if c.status and c.status.activity]
    assert topics
    for topic, count in topics.items():
        assert count == sum(topic in text.casefold() for text in texts)


def test_topics_that_were_joined_are_one_and_found_by_either_name(stage: Any) -> None:
    plain = {s.name: s.people for s in subjects(Known(stage.cards, stage.places, stage.now))}
    one, other = [name[1:] for name in plain if name.startswith("#")][:2]
    names = TopicNames({one: other.upper()})
    found = list(subjects(Known(stage.cards, stage.places, stage.now, names)))
    (topic,) = (s for s in found if s.name == f"#{other.upper()}")
    assert (topic.id, topic.called) == (other.upper(), (one,))
    assert topic.people >= max(plain[f"#{one}"], plain[f"#{other}"])
    assert not [s for s in found if s.name == f"#{one}"]


def test_who_is_on_a_topic_or_knows_about_it_is_found_by_all_its_names(stage: Any) -> None:
    on = [c for c in stage.cards if "peppol" in c.topics_at(stage.now) and not c.me]
    names = TopicNames({"peppol": "E-Billing", "b2b-invoice": "peppol"})
    finder = Finder(subjects(Known(stage.cards, stage.places, stage.now, names)))
    for text in ("e billing", "b2b", "#peppol"):
        topic, *people = finder.find(text, 30)
        assert (topic.kind, topic.name) == (SubjectKind.TOPIC, "#E-Billing")
        assert {card.person.id for card in on} <= {found.id for found in people}
    for text in ("ebilling", "b2binvoice"):
        assert [found.name for found in finder.find(text)] == ["#E-Billing"], "in one word"


def test_topics_that_nobody_is_on_are_found_once_after_the_lively_ones(stage: Any) -> None:
    names = TopicNames({"pc": "Computers"})
    topics = ("Peppol", "Computers", "basketry")
    known = Known(stage.cards, stage.places, stage.now, names, topics=topics)
    found = [s for s in subjects(known) if s.kind is SubjectKind.TOPIC]
    assert [s.id for s in found if s.id.casefold() == "peppol"] == ["peppol"]
    quiet = {s.name: s for s in found if not s.people}
    assert set(quiet) == {"#Computers", "#basketry"}
    assert Finder(found).find("pc")[0] == quiet["#Computers"], "by each of its names"


def test_jobs_are_found_by_name_and_topic_those_with_people_first(stage: Any) -> None:
    jobs = (
        Job("1", "Tender for Acme", ("bids",)),
        Job("2", "Tender for Kompas", ("bids",), ("a" * 64, "b" * 64)),
    )
    finder = Finder(subjects(Known(stage.cards, stage.places, stage.now, jobs=jobs)))
    assert [(s.kind, s.id, s.people) for s in finder.find("tender")] == [
        (SubjectKind.JOB, "2", 2),
        (SubjectKind.JOB, "1", 0),
    ]
    assert {s.id for s in finder.find("bids")} == {"1", "2"}


def test_what_was_said_until_now_isnt_found_by_it_later(stage: Any) -> None:
    later = stage.now + 40 * 3_600_000
    assert not [
        s for s in subjects(Known(stage.cards, stage.places, later)) if s.name.startswith("#")
    ]


def test_a_topic_has_as_many_people_as_on_the_topic_map(stage: Any) -> None:
    """Who is last known only is on nothing; who asks about it, or joined, is on it."""
    on = {c.person.id for c in stage.cards if "peppol" in c.topics_at(stage.now)}
    known = next(c for c in stage.cards if c.person.id in on and not c.me)
    others = [c.person.id for c in stage.cards if c.person.id not in on]
    asked = Question("q", others[0], "why? #peppol", ("peppol",), 1, (others[1], *on), 1)
    cards = [
        replace(c, presence=Presence.OFFLINE, last_seen=stage.now) if c is known else c
        for c in stage.cards
    ]
    names, places = stage.team.roster.names, stage.places
    found = {
        s.name: s.people
        for s in subjects(Known(cards, places, stage.now, names, [asked]))
        if s.kind is SubjectKind.TOPIC
    }
    facts = [row_facts(card, places, None, stage.now) for card in cards]
    scene = Surveyed().scene(Survey(facts, (asked,), now=stage.now), {})
    assert found == {topic.title: len(topic.people) for topic in scene.topics}
    assert found["#peppol"] == len(on) + 2
    without = [replace(asked, joined=(others[1],))]
    fewer = {s.name: s.people for s in subjects(Known(cards, places, stage.now, names, without))}
    assert fewer["#peppol"] == len(on) + 1

"""What is told about a topic: out of the graph, the cards, and what was shared."""

from dataclasses import replace
from types import ModuleType

from presencemap.domain.job import Job
from presencemap.domain.topic_graph import Question, Topic
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.topics.about import About, about, shared_links, talents_on
from tests.ui import topic_factories


def told(factories: ModuleType, topic: Topic, jobs: tuple[Job, ...] = ()) -> About:
    cards = [factories.card(n, factories.NAMES[n], me=n == 0) for n in range(5)]
    person = cards[3].person
    knowing = replace(person, profile=replace(person.profile, talents=("SAP", "Peppol VAT")))
    cards[3] = replace(cards[3], person=knowing)
    facts = {
        card.person.id: row_facts(card, factories.PLACES, None, factories.NOW) for card in cards
    }
    return about(
        topic,
        facts,
        cards,
        followed=True,
        shared={"vat": 2},
        links=(),
        jobs=jobs,
        me=factories.person_id(0),
        now=factories.NOW,
    )


def test_who_is_on_it_asks_and_knows(factories: ModuleType) -> None:
    ids = [factories.person_id(n) for n in range(5)]
    asked = Question("q", ids[1], "how?", ("peppol",), factories.NOW - 840_000, (ids[0], "gone"))
    mine = Question("m", ids[0], "and?", ("peppol",), 0)
    gone = Question("g", "gone", "who?", ("peppol",), 0)
    found = told(factories, Topic("peppol", (ids[1], ids[0]), (asked, mine, gone)))
    assert (found.name, found.followed, found.shared) == ("peppol", True, (("vat", 2),))
    assert [each.facts.id for each in found.on_it] == [ids[1], ids[0]]
    assert [each.knows for each in found.talents] == [("Peppol VAT",)]
    first, second = found.questions
    assert (first.name, first.ago, first.in_it, first.mine) == (
        factories.NAMES[1],
        "14 min",
        True,
        False,
    )
    assert [facts.id for facts in first.joined] == [ids[0]]
    assert second.mine


def test_who_is_on_it_is_not_named_for_their_talent_again(factories: ModuleType) -> None:
    assert told(factories, Topic("peppol", (factories.person_id(3),))).talents == ()


def test_a_talent_has_all_words_of_the_topic(factories: ModuleType) -> None:
    person = factories.person(1, "Anna Peeters")
    knows = replace(person, profile=replace(person.profile, talents=("Rail freight", "Java")))
    assert talents_on(knows, ["rail-freight"]) == ("Rail freight",)
    assert talents_on(knows, ["law", "RAIL"]) == ("Rail freight",)
    assert talents_on(knows, ["freight-law"]) == ()


def test_links_are_there_once_with_who_shared_them(factories: ModuleType) -> None:
    posts = topic_factories.links()
    first, second = shared_links([*posts, posts[0]], factories.NOW)
    assert first.title == "VAT identifiers in BIS Billing 3.0"
    assert first.meta.startswith(f"{factories.NAMES[3]}, ")
    assert second.url == "https://docs.example/2"
    posts[0]["links"][0]["title"] = ""
    assert shared_links(posts[:1], factories.NOW)[0].title == "docs.example/0"


def test_a_job_has_its_topics_talents_and_a_topic_its_jobs(factories: ModuleType) -> None:
    ids = [factories.person_id(n) for n in range(5)]
    job = Job("a1", "Tender", ("vat", "bids"), (ids[0],))
    found = told(factories, Topic("job:a1", (ids[0],), job=job), (job,))
    assert (found.title, found.job, found.mine, found.jobs) == ("Tender", job, True, ())
    assert [each.knows for each in found.talents] == [("Peppol VAT",)]
    topic = told(factories, Topic("VAT", (ids[1],)), (job, Job("b2", "Move")))
    assert (topic.title, topic.job, topic.mine, topic.jobs) == ("#VAT", None, False, (job,))

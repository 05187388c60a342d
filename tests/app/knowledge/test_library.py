"""The library, filled by hand."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from presencemap.app.knowledge.entries import Crewed, JobNamed, OnIt, Talents, Told, said
from presencemap.app.knowledge.library import Library
from presencemap.app.knowledge.sheet import Sheet
from presencemap.domain.availability import Availability
from presencemap.domain.job import Job
from presencemap.domain.person import Person, Profile
from presencemap.domain.post import Draft, Link, Post, PostKind
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames


@pytest.fixture
def library() -> Iterator[Library]:
    made = Library()
    yield made
    made.close()


def post(number: int, text: str, author: str = "anna") -> Post:
    return Post(f"{number:02x}", author, number, Draft(PostKind.ACTIVITY, text))


def told(person: str, *talents: str, on: str = "") -> list[Told]:
    known: list[Told] = [
        Talents(f"profile {person}".encode(), Person(person, Profile(person, talents)))
    ]
    if on:
        status = Status(Availability.AVAILABLE, 0, None, Activity(Kind.WORKING_ON, on))
        known.append(OnIt(f"status {person}".encode(), person, status))
    return known


def take(library: Library, *texts: str) -> None:
    library.take(said(post(at, text), library.stems) for at, text in enumerate(texts))


def texts(library: Library, asked: str, names: TopicNames = AS_WRITTEN) -> list[str]:
    return [entry.text for entry, _ in library.find(asked, names).entries]


def test_nothing_is_found_in_nothing(library: Library) -> None:
    found = library.find("peppol")
    assert (found.words, found.topics, found.entries, found.people) == ((), (), (), ())


def test_what_has_more_of_the_words_comes_first_of_equals_the_newest(library: Library) -> None:
    take(library, "peppol", "btw", "btw op peppol", "koffie", "peppol weer")
    assert texts(library, "peppol btw") == ["btw op peppol", "btw", "peppol weer", "peppol"]


def test_topics_of_the_best_bridge_two_languages(library: Library) -> None:
    take(library, "facturen #peppol", "de factuur #peppol #acme", "invoices sent #peppol", "koffie")
    found = library.find("factuur")
    assert found.topics == ("peppol", "acme")
    assert "invoices sent #peppol" in [entry.text for entry, _ in found.entries]
    assert found.words[-1].typed == ""
    assert len(found.worth) == 2


def test_sheets_that_cannot_be_read_are_passed_over(library: Library) -> None:
    library.read([Sheet(b"n", b"p", b"rubbish")])
    assert library.index.count() == 0


def test_talents_are_found_also_twice_the_same(library: Library) -> None:
    library.meet([*told("anna", "Peppol", "Peppol"), *told("bram", "Btw")])
    assert texts(library, "peppol") == ["Peppol", "Peppol"]
    assert library.knows("anna")
    library.drop(b"profile anna")
    assert not library.knows("anna")
    assert library.knows("bram")


def test_the_talents_that_most_people_have_come_first(library: Library) -> None:
    library.meet([*told("anna", "Btw", "Xml"), *told("bram", "Btw"), *told("cleo", "Peppol")])
    assert library.talents(2) == ("Btw", "Xml")
    library.drop(b"profile anna")
    assert library.talents(2) == ("Peppol", "Btw")


def test_who_is_on_it_now_is_found(library: Library) -> None:
    library.meet([*told("anna", on="Facturen #peppol"), *told("bram", on="Btw en #peppol")])
    people = {on.person: strengths for on, strengths in library.find("factuur peppol").people}
    assert people == {"anna": (1.0, 1.0), "bram": (0.0, 1.0)}
    assert library.find("koffie").people == ()


def test_who_is_on_a_topic_now_is_found_by_any_of_its_names_in_words(library: Library) -> None:
    library.meet(
        [*told("anna", on="Btw en #e-invoicing"), *told("bram", on="De e-mail van #peppol")]
    )
    library.meet([*told("cleo", on="E-invoicing"), *told("dirk", on="Invoicing")])
    names = TopicNames({"e-invoicing": "peppol"})
    for text in ("e invoicing", "peppol"):
        people = {on.person: strengths for on, strengths in library.find(text, names).people}
        assert people == {"anna": (1.0,), "bram": (1.0,), "cleo": (1.0,)}


def test_words_that_say_nothing_else_name_a_topic_where_nothing_else_is_asked(
    library: Library,
) -> None:
    take(library, "Plan #to-do", "Plan #backlog", "Vat")
    names = TopicNames({"to-do": "backlog"})
    assert set(texts(library, "what to do", names)) == {"Plan #backlog", "Plan #to-do"}
    assert texts(library, "what to do about vat", names) == ["Vat"]


def test_a_job_is_found_by_its_name_and_topics_with_who_is_on_it(library: Library) -> None:
    lean, tender = Job("1", "Lean week", ("kaizen",)), Job("2", "Tender for Acme", ("bids",))
    library.meet(
        [*told("anna"), *told("bram"), JobNamed(b"lean", lean), JobNamed(b"tender", tender)]
    )
    library.meet([Crewed(b"of anna", "anna", ("1", "2")), Crewed(b"of gone", "gone", ("1",))])
    assert library.find("lean").jobs == ((replace(lean, people=("anna",)), (1.0,)),)
    assert [job.name for job, _ in library.find("kaizen bids").jobs] == [
        "Lean week",
        "Tender for Acme",
    ]
    library.meet([Crewed(b"of bram", "bram", ("1",))])
    assert library.drop(b"of anna")
    assert library.find("lean").jobs == ((replace(lean, people=("bram",)), (1.0,)),)
    assert library.drop(b"lean")
    assert library.find("lean").jobs == ()
    library.meet([JobNamed(b"renamed", replace(lean, name="Agile week"))])
    [(job, _)] = library.find("agile").jobs
    assert job.people == ("bram",)


def test_what_is_taken_out_is_not_found_and_leaves_no_word(library: Library) -> None:
    link = (Link("https://geheimweb.example", "Geheimtitel"),)
    secret = Post("aa", "anna", 5, Draft(PostKind.ACTIVITY, "Geheimpje #geheimthema", link))
    library.take([said(secret, library.stems)])
    library.take(said(post(at, f"Peppol {at}"), library.stems) for at in range(40))
    library.meet([*told("anna", "Geheimtalent", on="Geheimwerk #geheimnu"), *told("bram", "Btw")])
    library.meet([JobNamed(b"job", Job("1", "Geheimklus", ("geheimdoel",)))])
    assert library.find("geheimklus").jobs
    for word in ("geheimpje", "geheimweb", "geheimtitel", "geheimtalent"):
        assert texts(library, word), word
    assert library.find("geheimwerk").people
    for name in (bytes.fromhex("aa"), b"profile anna", b"status anna", b"job"):
        assert library.drop(name)
    assert texts(library, "geheimpje geheimtalent") == []
    assert library.find("geheimwerk").people == ()
    assert not library.drop(b"nothing of that name")
    while not library.tidy():
        pass
    # What was asked is remembered until the next: that is one's own.
    library.stems.forget("geheimpje geheimtalent geheimwerk geheimweb geheimtitel geheimklus")
    held = library.index.memory().lower() + repr(vars(library)).encode().lower()
    parts = library.vocabulary, library.stems, library._now
    held += repr([*map(vars, parts)]).encode().lower()
    assert b"peppol" in held
    assert b"geheim" not in held


def test_what_is_here_is_not_taken_in_twice(library: Library) -> None:
    library.meet(told("anna", "Peppol", on="Btw"))
    library.meet([JobNamed(b"job", Job("1", "Lean")), Crewed(b"work", "anna", ("1",))])
    library.take([said(post(1, "Peppol"), library.stems)])
    for name in (b"profile anna", b"status anna", b"job", b"work", bytes.fromhex("01")):
        library.read([Sheet(name, None, b"would not be readable")])
    assert library.index.count() == 2

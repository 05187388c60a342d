"""What one question brings up, from a library that is filled by hand."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from presencemap.app.knowledge.entries import Crewed, JobNamed, OnIt, Talents, said
from presencemap.app.knowledge.findings import Findings
from presencemap.app.knowledge.inquiry import JOBS, SAID, findings_in
from presencemap.app.knowledge.library import Library
from presencemap.domain.availability import Availability
from presencemap.domain.expertise import Sign
from presencemap.domain.job import Job
from presencemap.domain.person import Person, Profile
from presencemap.domain.post import RESTS_AFTER, Draft, Link, Post, PostKind, ReactionKind
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.store.search import Reaction

NOW = 10**12
DAY = 86_400_000
GUIDE = Link("https://peppol.example/guide", "Guide to Peppol")


class Shelf:
    """Says things in a library, and looks for them as Anna."""

    def __init__(self) -> None:
        self.library = Library()
        for name in ("anna", "bram", "cleo", "dirk"):
            self.know(name)

    def know(self, name: str, *talents: str) -> None:
        person = Person(name, Profile(name.title(), talents))
        self.library.meet([Talents(f"{name} {talents}".encode(), person)])

    def say(
        self,
        name: str,
        who: str,
        text: str,
        kind: PostKind = PostKind.ACTIVITY,
        of: str | None = None,
        link: Link | None = None,
        version: bytes = b"",
        ago: int = 0,
    ) -> None:
        """``ago``: so many ms before the others."""
        draft = Draft(kind, text, (link,) if link else (), of)
        post = Post(name, who, NOW - 1000 + int(name, 16) - ago, draft)
        self.library.take([said(post, self.library.stems, version)])

    def do(self, who: str, post: str, kind: ReactionKind) -> None:
        name = f"{who}{post}{kind}".encode()
        self.library.take([], [Reaction(name, bytes.fromhex(post), who, kind.value)])

    def find(self, text: str, names: TopicNames = AS_WRITTEN) -> Findings:
        return findings_in(self.library, text, "anna", NOW, names=names)


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    made = Shelf()
    yield made
    made.library.close()


def test_people_are_named_but_neither_oneself_nor_who_left(shelf: Shelf) -> None:
    shelf.know("bram", "Peppol")
    shelf.say("01", "anna", "Peppol set up")
    shelf.say("02", "cleo", "Peppol tested")
    shelf.say("03", "gone", "Peppol too")
    found = shelf.find("peppol")
    assert [each.person for each in found.people] == ["bram", "cleo"]
    assert found.talents == ("Peppol",)


def test_topics_that_were_joined_are_one_in_all_that_is_found(shelf: Shelf) -> None:
    shelf.know("bram")
    shelf.say("01", "bram", "Bounced again #e-facturatie")
    shelf.say("02", "bram", "Set up #peppol")
    shelf.say("03", "bram", "Lunch")
    names = TopicNames({"e-facturatie": "Peppol"})
    found = shelf.find("peppol", names)
    assert {each.text for each in found.said} == {"Bounced again #e-facturatie", "Set up #peppol"}
    assert found.topics == ("Peppol",)
    assert found.people[0].reasons[0].about == ("Peppol",)
    assert shelf.find("", names).examples == ("#Peppol",)
    (only,) = shelf.find("peppol").said
    assert only.text == "Set up #peppol", "where they aren't"


def test_a_topic_of_several_names_is_asked_for_by_each_of_them_in_words_too(shelf: Shelf) -> None:
    shelf.know("bram", "E-invoicing")
    shelf.know("cleo", "Peppol")
    shelf.say("01", "bram", "Bounced again #e-invoicing")
    shelf.say("02", "cleo", "Set up #peppol")
    shelf.say("03", "dirk", "Peppol in words")
    shelf.say("04", "dirk", "E invoicing in words")
    shelf.say("05", "dirk", "Invoicing by post")
    shelf.say("06", "dirk", "Why does e-invoicing bounce?", PostKind.QUESTION)
    on = Activity(Kind.WORKING_ON, "The invoicing of e-numbers")
    shelf.library.meet([OnIt(b"s", "dirk", Status(Availability.AVAILABLE, 0, None, on))])
    for names in (TopicNames({"peppol": "e-invoicing"}), TopicNames({"e-invoicing": "peppol"})):
        wanted = shelf.find("#peppol", names)
        assert {each.post for each in wanted.said} == {"01", "02", "03", "04"}
        assert [each.question.post for each in wanted.asked] == ["06"]
        assert set(wanted.talents) == {"E-invoicing", "Peppol"}
        assert {each.person for each in wanted.people[:2]} == {"bram", "cleo"}
        for text in ("e-invoicing", "e invoicing", "einvoicing", "Who knows about E-Invoicing?"):
            assert replace(shelf.find(text, names), text="#peppol") == wanted, text
    both = shelf.find("peppol e-invoicing", names)
    assert replace(both, text="#peppol") == wanted, "one topic, whatever is said of it"
    bounced = shelf.find("e invoicing bounced", names)
    assert {each.post for each in bounced.said} == {"01"}
    assert {each.post for each in shelf.find("e-invoicing").said} == {"01", "04"}, "as written"


def test_a_companion_is_found_by_what_they_struggle_with(shelf: Shelf) -> None:
    struggling = Activity(Kind.STRUGGLING_WITH, "Peppol refuses")
    shelf.library.meet([OnIt(b"s", "dirk", Status(Availability.AVAILABLE, 0, None, struggling))])
    (dirk,) = shelf.find("peppol").people
    assert dirk.companion
    assert dirk.reasons[0].sign is Sign.COMPANION


def test_who_is_on_a_job_is_named_for_it_and_the_job_is_found(shelf: Shelf) -> None:
    jobs = [Job("1", "Peppol for Acme", ("e-facturatie",)), Job("2", "Archive", ("peppol",))]
    shelf.library.meet(JobNamed(job.id.encode(), job) for job in [*jobs, Job("3", "Party")])
    shelf.library.meet(
        [Crewed(b"of bram", "bram", ("1", "2", "3")), Crewed(b"of anna", "anna", ("1",))]
    )
    found = shelf.find("peppol")
    (bram,) = found.people
    assert [(each.sign, each.about) for each in bram.reasons] == [
        (Sign.ON_JOB, ("Archive", "Peppol for Acme"))
    ]
    assert [job.name for job in found.jobs] == ["Archive", "Peppol for Acme"]
    assert found.jobs[1].people == ("anna", "bram"), "I am on it too"
    assert shelf.find("peppol acme").jobs[0].name == "Peppol for Acme"
    names = TopicNames({"peppol": "e-facturatie"})
    assert {job.name for job in shelf.find("e facturatie", names).jobs} == {
        each.name for each in jobs
    }


def test_a_job_that_rests_is_found_after_those_that_are_worked_on(shelf: Shelf) -> None:
    shelf.library.meet(
        JobNamed(f"{n}".encode(), Job(f"{n}", f"Peppol {n}")) for n in range(JOBS + 3)
    )
    shelf.library.meet([Crewed(b"of bram", "bram", ("6",))])
    found = shelf.find("peppol").jobs
    assert [job.name for job in found] == ["Peppol 6", *(f"Peppol {n}" for n in range(JOBS - 1))]


def test_posts_and_links_are_found_those_with_more_of_the_words_first(shelf: Shelf) -> None:
    shelf.say("01", "bram", "Peppol invoices #vat")
    shelf.say("02", "cleo", "Peppol alone")
    shelf.say("03", "dirk", "See this", link=GUIDE)
    shelf.say("04", "dirk", "Coffee")
    found = shelf.find("peppol invoices")
    assert [each.post for each in found.said] == ["01"]
    found = shelf.find("peppol")
    assert [each.post for each in found.said] == ["03", "02", "01"]
    assert (found.said[0].title, found.said[0].url) == (GUIDE.title, GUIDE.url)
    assert found.posts == {"01", "02", "03"}
    assert shelf.find("zeppelin") == Findings("zeppelin")


def test_so_many_posts_at_most_and_of_two_versions_the_later(shelf: Shelf) -> None:
    for number in range(SAID + 2):
        shelf.say(f"{number:02x}", "bram", f"Peppol {number}")
    shelf.say("09", "bram", "Peppol said better", version=b"later")
    said = shelf.find("peppol").said
    assert len(said) == SAID
    assert said[0].text == "Peppol said better"
    assert len({each.post for each in said}) == SAID


def test_a_question_comes_with_what_came_of_it(shelf: Shelf) -> None:
    shelf.say("01", "anna", "Why does Peppol refuse?", PostKind.QUESTION)
    shelf.say("02", "bram", "Restart it", PostKind.REPLY, of="01")
    shelf.say("03", "cleo", "The number wants ten digits", PostKind.REPLY, of="01")
    shelf.say("04", "anna", "Thanks", PostKind.REPLY, of="01")
    (asked,) = shelf.find("peppol").asked
    assert (asked.solved, asked.answers, asked.helped) == (False, 2, ())
    assert asked.best is not None
    assert asked.best.author == "bram", "the first, while nobody says which helps"
    shelf.do("dirk", "03", ReactionKind.THANK)
    assert shelf.find("peppol").asked[0].best.author == "cleo"  # type: ignore[union-attr]
    shelf.do("anna", "02", ReactionKind.THANK)
    shelf.do("dirk", "01", ReactionKind.SOLVE)
    (asked,) = shelf.find("peppol").asked
    assert not asked.solved, "only who asked can say so"
    shelf.do("anna", "01", ReactionKind.SOLVE)
    (asked,) = shelf.find("peppol").asked
    assert asked.best is not None
    assert (asked.solved, asked.best.author, asked.helped) == (True, "bram", ("bram",))
    assert shelf.find("peppol").posts == {"01", "02"}


def test_a_question_nobody_answered_has_no_best_answer(shelf: Shelf) -> None:
    shelf.say("01", "bram", "Who knows Peppol?", PostKind.QUESTION)
    (asked,) = shelf.find("peppol").asked
    assert (asked.answers, asked.best) == (0, None)


def test_a_question_that_rests_is_found_with_its_best_answer(shelf: Shelf) -> None:
    ago = RESTS_AFTER + DAY
    shelf.say("01", "bram", "Why does Peppol refuse?", PostKind.QUESTION, ago=ago)
    shelf.say("02", "cleo", "Restart it", PostKind.REPLY, of="01", ago=ago)
    shelf.say("03", "dirk", "The number wants ten digits", PostKind.REPLY, of="01", ago=ago)
    shelf.do("bram", "03", ReactionKind.THANK)
    said = Draft(PostKind.QUESTION, "Why does Peppol refuse?")
    assert Post("01", "bram", NOW - ago, said, stirred=NOW - ago).rests(NOW), (
        "nobody stirred it for eight days"
    )
    (asked,) = shelf.find("peppol").asked
    assert asked.question.post == "01"
    assert asked.best is not None
    assert (asked.solved, asked.answers, asked.best.author) == (False, 2, "dirk")


def test_where_nothing_is_asked_there_is_what_the_team_knows_about(shelf: Shelf) -> None:
    assert shelf.find("  ").examples == ()
    shelf.say("01", "bram", "On it #peppol")
    shelf.say("02", "cleo", "On it #peppol #vat")
    assert shelf.find("").examples == ("#peppol", "#vat")
    shelf.know("dirk", "Teaching", "Facilitation", "Xml")
    assert shelf.find("").examples == ("Xml", "#peppol", "Teaching", "#vat", "Facilitation")

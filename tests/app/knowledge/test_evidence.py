"""What is told of people by what was found."""

from collections.abc import Iterator

import pytest

from presencemap.app.knowledge.entries import OnIt, Talents, said
from presencemap.app.knowledge.evidence import OPEN_FOR, evidence_in
from presencemap.app.knowledge.library import Library
from presencemap.domain.availability import Availability
from presencemap.domain.expertise import Sign
from presencemap.domain.person import Person, Profile
from presencemap.domain.post import Draft, Link, Post, PostKind, ReactionKind
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.topic_names import AS_WRITTEN
from presencemap.store.search import Reaction

NOW = 10**12
ASKED = "aa"


class Team:
    """Says things in a library, and tells what these tell of whom."""

    def __init__(self) -> None:
        self.library = Library()

    def say(
        self, name: str, who: str, kind: PostKind, text: str, of: str | None = None, ago: int = 5
    ) -> None:
        links = (Link("https://a.example", "Gids"),) if kind is PostKind.LINK else ()
        post = Post(name, who, NOW - ago, Draft(kind, text, links, of))
        self.library.take([said(post, self.library.stems)])

    def do(self, who: str, post: str, kind: ReactionKind) -> None:
        name = f"{who}{post}{kind}".encode()
        self.library.take([], [Reaction(name, bytes.fromhex(post), who, kind.value)])

    def told(self, asked: str) -> set[tuple[str, Sign, bool]]:
        found = self.library.find(asked)
        evidence = evidence_in(found, self.library, AS_WRITTEN, NOW)
        return {(each.person, each.sign, each.thanked) for each in evidence}


@pytest.fixture
def team() -> Iterator[Team]:
    made = Team()
    yield made
    made.library.close()


def test_answers_are_about_what_was_asked_and_questions_tell_who_looks_for_it(team: Team) -> None:
    team.say(ASKED, "joris", PostKind.QUESTION, "Peppol geweigerd #peppol")
    team.say("bb", "amina", PostKind.REPLY, "Kijk naar het schema", ASKED)
    team.say("cc", "joris", PostKind.REPLY, "Dank", ASKED)
    assert team.told("peppol") == {
        ("joris", Sign.COMPANION, False),
        ("amina", Sign.ANSWERED, False),
    }
    (answered,) = (
        each
        for each in evidence_in(team.library.find("peppol"), team.library, AS_WRITTEN, NOW)
        if each.sign is Sign.ANSWERED
    )
    assert answered.about == ("peppol",)


def test_who_helped_solved_it_and_the_asker_looks_no_more(team: Team) -> None:
    team.say(ASKED, "joris", PostKind.QUESTION, "Peppol geweigerd")
    team.say("bb", "amina", PostKind.REPLY, "Kijk naar het schema", ASKED)
    team.say("b0", "amina", PostKind.REPLY, "En dan nog iets", ASKED)
    team.say("cc", "noor", PostKind.REPLY, "Of bel", ASKED)
    team.do("joris", "bb", ReactionKind.THANK)
    team.do("joris", ASKED, ReactionKind.SOLVE)
    team.do("lotte", "cc", ReactionKind.THANK)
    assert team.told("peppol") == {("amina", Sign.SOLVED, True), ("noor", Sign.ANSWERED, True)}


def test_an_answer_is_also_found_by_its_own_words(team: Team) -> None:
    team.say(ASKED, "joris", PostKind.QUESTION, "Wie helpt?")
    team.say("bb", "amina", PostKind.REPLY, "Het schema is 0208", ASKED)
    assert team.told("schema") == {("amina", Sign.ANSWERED, False)}


def test_what_was_asked_long_ago_is_looked_for_no_more(team: Team) -> None:
    team.say(ASKED, "joris", PostKind.QUESTION, "Peppol?", ago=OPEN_FOR)
    assert team.told("peppol") == set()


def test_work_links_talents_and_replies_to_those_tell_each_their_own(team: Team) -> None:
    team.say("01", "amina", PostKind.ACTIVITY, "Peppol opgezet")
    team.say("02", "noor", PostKind.LINK, "Over peppol")
    team.say("03", "lotte", PostKind.REPLY, "Peppol is mooi", "01")
    team.do("joris", "01", ReactionKind.THANK)
    team.library.meet([Talents(b"p", Person("bram", Profile("Bram", ("Peppol",))))])
    assert team.told("peppol") == {
        ("amina", Sign.WORKED, True),
        ("noor", Sign.LINK, False),
        ("lotte", Sign.WORKED, False),
        ("bram", Sign.TALENT, False),
    }


def test_what_people_are_on_now_tells_until_it_is_over(team: Team) -> None:
    def on(person: str, kind: Kind, until: int | None = None) -> OnIt:
        status = Status(Availability.BUSY, 0, None, Activity(kind, "Peppol"), until)
        return OnIt(person.encode(), person, status)

    team.library.meet(
        [
            on("amina", Kind.WORKING_ON),
            on("noor", Kind.STRUGGLING_WITH),
            on("lotte", Kind.WORKING_ON, until=NOW),
        ]
    )
    assert team.told("peppol") == {("amina", Sign.ON_IT, False), ("noor", Sign.COMPANION, False)}

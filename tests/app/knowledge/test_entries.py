"""What is held, as the index takes it."""

from collections.abc import Iterator

import pytest

from presencemap.app.commands import SetProfile, SetStatus
from presencemap.app.job_commands import AddJob
from presencemap.app.knowledge.entries import (
    TALENT,
    Crewed,
    JobNamed,
    OnIt,
    Talents,
    read,
    said,
    talents,
)
from presencemap.app.knowledge.sheet import Sheet
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import Follow, ReactToPost, SayPost
from presencemap.domain.availability import Availability
from presencemap.domain.person import Person, Profile
from presencemap.domain.post import Draft, Link, Post, PostKind, ReactionKind
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.stems import Stems
from presencemap.store.search import Entry, Reaction


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def sheets(desk: StoreDesk) -> list[Sheet]:
    replica = desk.team.endpoint.replica
    return [
        Sheet.of(held)
        for source in replica.shelves.days()
        for held in replica.shelves.held_in(source)
    ]


def test_a_post_that_is_held_is_read_with_its_words(desk: StoreDesk) -> None:
    post = str(desk.obey(SayPost(PostKind.QUESTION, "Wie kent facturen? #peppol")))
    desk.obey(SayPost(PostKind.REPLY, "Ik", (), post))
    entries = [read(sheet, Stems()) for sheet in sheets(desk)]
    asked, reply = sorted(
        (e for e in entries if isinstance(e, Entry)), key=lambda e: e.kind == PostKind.REPLY
    )
    me = desk.team.endpoint.me.person.id
    assert (asked.author, asked.kind, asked.post.hex(), asked.of) == (me, "question", post, None)
    assert {"factuur", "#peppol"} <= set(asked.stems.split())
    assert (reply.kind, (reply.of or b"").hex()) == ("reply", post)


def test_a_reaction_is_read_and_a_follow_is_none(desk: StoreDesk) -> None:
    post = str(desk.obey(SayPost(PostKind.QUESTION, "Wie?")))
    desk.obey(ReactToPost(post, ReactionKind.SOLVE))
    desk.obey(Follow(topic="#peppol"))
    follows = desk.team.endpoint.replica.shelves.held_in("follow")
    (follow,) = [read(Sheet.of(held), Stems()) for held in follows]
    assert follow is None
    done = [read(sheet, Stems()) for sheet in sheets(desk)]
    (reaction,) = [each for each in done if isinstance(each, Reaction)]
    assert (reaction.post.hex(), reaction.kind) == (post, "solve")


def test_what_is_damaged_is_passed_over() -> None:
    assert read(Sheet(b"n", b"p", b"rubbish"), Stems()) is None


def test_a_post_with_a_link_is_a_link_found_by_its_title_and_site() -> None:
    link = Link("https://www.peppol.example/docs", "Handleiding")
    entry = said(Post("aa", "anna", 5, Draft(PostKind.ACTIVITY, "Zie", (link,))), Stems())
    assert entry.kind == PostKind.LINK
    assert {"zie", "handleid", "peppol"} <= set(entry.stems.split())
    assert "example" not in entry.stems, "all sites end in something"


def test_a_profile_and_a_status_are_read(desk: StoreDesk) -> None:
    desk.obey(SetProfile(Profile("Anna", ("Peppol",))))
    desk.obey(SetStatus(activity=Activity(Kind.WORKING_ON, "Btw")))
    replica, me = desk.team.endpoint.replica, desk.team.endpoint.me.person.id
    (profile,) = (read(Sheet.of(held), Stems()) for held in replica.shelves.held_in("profile"))
    (status,) = (read(Sheet.of(held), Stems()) for held in replica.shelves.held_in("status"))
    assert isinstance(profile, Talents)
    assert profile.person == Person(me, Profile("Anna", ("Peppol",)))
    assert isinstance(status, OnIt)
    assert (status.person, status.text) == (me, "Btw")


def test_a_job_is_read_without_its_people_who_say_it_themselves(desk: StoreDesk) -> None:
    desk.obey(AddJob("Tender for Acme #bids"))
    replica, me = desk.team.endpoint.replica, desk.team.endpoint.me.person.id
    (named,) = (read(Sheet.of(held), Stems()) for held in replica.shelves.held_in("job"))
    (crewed,) = (read(Sheet.of(held), Stems()) for held in replica.shelves.held_in("work"))
    assert isinstance(named, JobNamed)
    assert (named.job.text, named.job.people) == ("Tender for Acme #bids", ())
    assert isinstance(crewed, Crewed)
    assert (crewed.person, crewed.jobs) == (me, (named.job.id,))


def test_who_is_on_nothing_has_no_words() -> None:
    assert OnIt(b"s", "anna", Status(Availability.AWAY, 0)).text == ""


def test_each_talent_is_an_entry() -> None:
    told = Talents(b"profile", Person("anna", Profile("Anna", ("Peppol", "Btw"))))
    first, second = talents(told, Stems())
    assert (first.name, first.kind, first.author, first.text) == (
        b"profile",
        TALENT,
        "anna",
        "Peppol",
    )
    assert second.stems == "btw"

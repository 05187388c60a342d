"""What is refused of what one says, in both languages."""

import asyncio
from functools import partial

from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    Command,
    DeclineIntroduction,
    Introduce,
    TakeBackNote,
    WriteNote,
)
from presencemap.app.job_commands import AddJob, JoinJob
from presencemap.app.knowledge.asking import sought
from presencemap.app.link_commands import RemoveLink, SaveLink
from presencemap.app.offline import StoreDesk
from presencemap.app.post_commands import EditPost, Follow, ReactToPost, SayPost
from presencemap.app.topic_commands import JoinTopics, PartTopic, RenameTopic
from presencemap.domain.job import MAX_JOBS
from presencemap.domain.post import MAX_LINKS, PostKind, ReactionKind
from tests.ui.wrong.conftest import Reading

NOBODY = "0" * 64


def refused(desk: StoreDesk, read: Reading, asked: list[tuple[Command, str]]) -> None:
    for command, part in asked:
        _, dutch = read(partial(desk.obey, command))
        assert part in dutch


def test_questions(desk: StoreDesk, read: Reading) -> None:
    assert "worstelt" in read(lambda: desk.obey(SayPost(PostKind.QUESTION, "")))[1]
    endpoint, librarian = desk.team.endpoint, desk.librarian
    _, dutch = read(lambda: asyncio.run(sought(librarian, endpoint, " ", now_ms())))
    assert "paar woorden" in dutch


def test_posts(desk: StoreDesk, read: Reading) -> None:
    mine = str(desk.obey(SayPost(PostKind.ACTIVITY, "Peppol works")))
    many = tuple(f"https://team.example/{n}" for n in range(MAX_LINKS + 1))
    refused(
        desk,
        read,
        [
            (SayPost(PostKind.ACTIVITY, " "), "Zeg iets"),
            (SayPost(PostKind.ACTIVITY, "x" * 141), "141 tekens"),
            (SayPost(PostKind.ACTIVITY, "x", many), "links"),
            (EditPost(NOBODY, "x"), "niet meer"),
            (ReactToPost(mine, ReactionKind.THANK), "van jou"),
            (ReactToPost(mine, ReactionKind.SOLVE), "wie een vraag stelde"),
            (ReactToPost(mine, ReactionKind.SOLVE, (NOBODY,)), "niet meer in het team"),
            (Follow(desk.team.endpoint.me.person.id), "toch al"),
        ],
    )
    for n in range(8):
        desk.obey(EditPost(mine, f"Peppol works {n}"))
    refused(desk, read, [(EditPost(mine, "x"), "15 minuten lang en 8 keer")])


def test_notes(desk: StoreDesk, read: Reading) -> None:
    me = desk.team.endpoint.me.person.id
    refused(
        desk,
        read,
        [
            (WriteNote(me, "x"), "Dat ben jij"),
            (WriteNote(me, " "), "Zeg iets"),
            (WriteNote(NOBODY, "x"), "niet meer in het team"),
            (Introduce(me, me, "", "x"), "niet jezelf"),
            (TakeBackNote(NOBODY), "niet van jou"),
            (DeclineIntroduction(NOBODY), "niet meer"),
        ],
    )


def test_jobs(desk: StoreDesk, read: Reading) -> None:
    many = " ".join(f"#t{n}" for n in range(9))
    refused(
        desk,
        read,
        [
            (AddJob(" "), "naam nodig"),
            (AddJob(f"Acme {many}"), "thema’s"),
            (JoinJob(NOBODY), "Die klus"),
        ],
    )
    for n in range(MAX_JOBS):
        desk.obey(AddJob(f"Job {n}"))
    refused(desk, read, [(AddJob("One more"), f"{MAX_JOBS} klussen")])


def test_topics(desk: StoreDesk, read: Reading) -> None:
    desk.obey(RenameTopic("peppol", "Peppol-BE"))
    desk.obey(JoinTopics("e-invoice", "billing"))
    refused(
        desk,
        read,
        [
            (RenameTopic("two words", "x"), "één thema"),
            (RenameTopic("peppol", "Peppol-BE"), "#Peppol-BE heet al zo"),
            (JoinTopics("e-invoice", "billing"), "al één thema"),
            (PartTopic("billing"), "#e-invoice"),
            (PartTopic("vat"), "#vat"),
        ],
    )


def test_links(desk: StoreDesk, read: Reading) -> None:
    refused(
        desk,
        read,
        [
            (SaveLink("ftp://x"), "webadres"),
            (RemoveLink("https://team.example/gone"), "niet meer bewaard"),
        ],
    )

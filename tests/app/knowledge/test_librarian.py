"""The librarian follows what a node holds, on a thread of its own."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import CancelledError
from threading import active_count
from typing import Any

import pytest

from presencemap.app.commands import SetProfile, SetStatus
from presencemap.app.job_commands import AddJob, EditJob, LeaveJob
from presencemap.app.knowledge import librarian as module
from presencemap.app.knowledge.findings import Findings
from presencemap.app.knowledge.librarian import Librarian
from presencemap.app.knowledge.library import Library
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import EditPost, ReactToPost, RetractPost, SayPost
from presencemap.app.topic_commands import JoinTopics, PartTopic
from presencemap.domain.person import Profile
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.domain.status import Activity, Kind

Play = Callable[[StoreDesk, Librarian], Awaitable[None]]


def played(anna: ProfilePaths, play: Play, told: Callable[..., Any] = lambda *_: None) -> None:
    """A librarian beside an opened store, on a loop, for as long as a play takes."""

    async def whole() -> None:
        with StoreDesk(anna) as desk:
            librarian = Librarian(desk.team.endpoint.replica, told)
            try:
                await play(desk, librarian)
            finally:
                librarian.close()

    asyncio.run(whole())


def texts(found: Findings) -> list[str]:
    return [each.text for each in found.said]


def test_it_knows_what_was_said_before_and_what_comes_goes_and_changes(anna: ProfilePaths) -> None:
    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        before = str(desk.obey(SayPost(PostKind.ACTIVITY, "Peppol before")))
        assert texts(await librarian.asked("peppol")) == ["Peppol before"]
        desk.obey(SayPost(PostKind.ACTIVITY, "Peppol after"))
        assert texts(await librarian.asked("peppol")) == ["Peppol after", "Peppol before"]
        desk.obey(EditPost(before, "Vat before"))
        assert texts(await librarian.asked("peppol")) == ["Peppol after"]
        desk.obey(RetractPost(before))
        assert texts(await librarian.asked("vat")) == []

    played(anna, play)


def test_what_topics_are_called_is_known_too_until_they_are_parted(anna: ProfilePaths) -> None:
    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        desk.obey(SayPost(PostKind.ACTIVITY, "Bounced #invoices"))
        desk.obey(JoinTopics("invoices", "peppol"))
        assert texts(await librarian.asked("peppol")) == ["Bounced #invoices"]
        desk.obey(JoinTopics("peppol", "billing"))
        assert (await librarian.asked("peppol")).topics == ("billing",)
        desk.obey(PartTopic("peppol"))
        desk.obey(PartTopic("invoices"))
        assert texts(await librarian.asked("peppol")) == []

    played(anna, play)


def test_jobs_are_known_as_they_are_joined_renamed_and_left(anna: ProfilePaths) -> None:
    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        me = desk.team.endpoint.me.person.id
        desk.obey(AddJob("Lean week #kaizen"))
        (job,) = (await librarian.asked("lean")).jobs
        assert (job.name, job.people) == ("Lean week", (me,))
        desk.obey(LeaveJob("Lean week"))
        assert [each.people for each in (await librarian.asked("kaizen")).jobs] == [()]
        desk.obey(EditJob("Lean week", "Agile week"))
        assert (await librarian.asked("lean kaizen")).jobs == ()
        assert [each.name for each in (await librarian.asked("agile")).jobs] == ["Agile week"]

    played(anna, play)


def test_a_profile_and_a_status_follow_too(anna: ProfilePaths) -> None:
    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        assert (await librarian.asked("")).examples == ()
        desk.obey(SetProfile(Profile("Anna", ("Peppol",))))
        assert (await librarian.asked("")).examples == ("Peppol",)
        desk.obey(SetProfile(Profile("Anna", ("Btw",))))
        desk.obey(SetStatus(activity=Activity(Kind.WORKING_ON, "Zeilen")))
        assert (await librarian.asked("")).examples == ("Btw",)
        assert (await librarian.asked("zeilen")).people == (), "never oneself"

    played(anna, play)


def test_a_question_of_mine_is_found_with_what_came_of_it(anna: ProfilePaths) -> None:
    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        post = str(desk.obey(SayPost(PostKind.QUESTION, "Who knows peppol?")))
        (asked,) = (await librarian.asked("peppol")).asked
        assert (asked.question.post, asked.solved, asked.answers) == (post, False, 0)
        desk.obey(ReactToPost(post, ReactionKind.SOLVE))
        (asked,) = (await librarian.asked("peppol")).asked
        assert asked.solved

    played(anna, play)


def test_memory_that_goes_back_to_the_store_takes_what_was_never_kept_along(
    anna: ProfilePaths,
) -> None:
    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        desk.obey(SayPost(PostKind.ACTIVITY, "Peppol"))
        await librarian.asked("peppol")
        desk.team.endpoint.replica.load([], {})
        assert texts(await librarian.asked("peppol")) == []
        desk.team.keeping.reload()
        assert texts(await librarian.asked("peppol")) == ["Peppol"]

    played(anna, play)


def test_no_word_of_what_was_taken_back_stays(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bytes] = []
    tidy = Library.tidy

    def tidied(library: Library) -> bool:
        done = tidy(library)
        if done:
            parts = library, library.vocabulary, library.stems, library._now
            state = repr([*map(vars, parts)])
            held.append((library.index.memory() + state.encode()).lower())
            loop.call_soon_threadsafe(clean.set)
        return done

    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        nonlocal loop
        loop = asyncio.get_running_loop()
        desk.obey(SayPost(PostKind.ACTIVITY, "Peppol"))
        desk.obey(SetStatus(activity=Activity(Kind.WORKING_ON, "Verzwegenwerk")))
        post = str(desk.obey(SayPost(PostKind.ACTIVITY, "Geheimpje #geheimthema")))
        assert texts(await librarian.asked("peppol geheimpje"))
        desk.obey(RetractPost(post))
        desk.obey(SetStatus(activity=None))
        async with asyncio.timeout(20):
            # The one may be cleared before the other is heard of.
            while not held or b"verzwegen" in held[-1]:
                await clean.wait()
                clean.clear()

    loop: asyncio.AbstractEventLoop
    clean = asyncio.Event()
    monkeypatch.setattr(module, "TIDY_AFTER", 0.0)
    monkeypatch.setattr(Library, "tidy", tidied)
    played(anna, play)
    assert b"peppol" in held[-1]
    assert b"geheim" not in held[-1]
    assert b"verzwegen" not in held[-1]


def test_of_what_is_typed_in_a_row_only_the_last_is_answered(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        desk.obey(SayPost(PostKind.ACTIVITY, "Peppol"))
        (held,) = desk.team.endpoint.replica.shelves.held_in("profile")
        for _ in range(module._READ_AT_ONCE + 1):
            librarian.put(held)
        # Nobody works yet: the two questions meet.
        first, second = librarian.typed("pep"), librarian.typed("peppol")
        librarian.open()
        found = await asyncio.wrap_future(second)
        assert (found.text, found.left > 0) == ("peppol", True), "before anything was read"
        with pytest.raises(CancelledError):
            first.result()

    played(anna, play)


def test_how_much_is_read_is_told(anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TELL_EVERY", 2)
    told: list[tuple[int, int]] = []

    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        for number in range(5):
            desk.obey(SayPost(PostKind.ACTIVITY, f"Peppol {number}"))
        assert (await librarian.asked("peppol")).left == 0
        await asyncio.sleep(0)
        assert told[-1] == (0, 7), "five posts, a profile, a status"
        assert len(told) > 1
        told.clear()
        desk.obey(SayPost(PostKind.ACTIVITY, "One more"))
        await librarian.asked("peppol")
        await asyncio.sleep(0)
        assert told == [], "one that comes is no progress"

    played(anna, play, lambda left, of: told.append((left, of)))


@pytest.mark.filterwarnings("error")
def test_a_fault_of_ours_is_the_askers_to_hear(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Findings:
        raise RuntimeError("broken")

    monkeypatch.setattr("presencemap.app.knowledge.inquiry.findings_in", broken)

    async def play(_desk: StoreDesk, librarian: Librarian) -> None:
        with pytest.raises(RuntimeError, match="broken"):
            await librarian.asked("peppol")

    played(anna, play)


def test_it_leaves_no_thread_and_no_watcher_and_answers_nobody_afterwards(
    anna: ProfilePaths,
) -> None:
    before = active_count()

    async def play(desk: StoreDesk, librarian: Librarian) -> None:
        await librarian.asked("peppol")
        assert active_count() == before + 1
        replica = desk.team.endpoint.replica
        assert replica.watchers == [librarian]
        librarian.close()
        assert replica.watchers == []
        with pytest.raises(CancelledError):
            librarian.typed("peppol").result()

    played(anna, play)
    assert active_count() == before

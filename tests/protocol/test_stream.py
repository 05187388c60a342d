"""The stream of one node: what its owner may say, and what there is to see."""

import pytest

from presencemap.domain.errors import NotFound, Refused
from presencemap.domain.post import (
    EDIT_WITHIN,
    MAX_EDITS,
    RESTS_AFTER,
    Draft,
    Link,
    PostKind,
    ReactionKind,
)
from presencemap.protocol import lines, threads
from presencemap.protocol.effects import Effect, Erase, Save
from presencemap.protocol.owner import Owner
from presencemap.protocol.record import (
    MAX_LIFE,
    RETRACT_MARGIN,
    FollowBody,
    Record,
    RetractBody,
)
from presencemap.protocol.replica import Replica
from presencemap.protocol.shelf import Held
from presencemap.protocol.stream import Stream
from tests.protocol.adds import post, reaction, retract, signed
from tests.protocol.lan import DAY, NOW
from tests.protocol.statements import ANNA, BRAM, admitted, device, log_of


@pytest.fixture
def replica() -> Replica:
    membership = log_of(*admitted(ANNA, ANNA, BRAM))
    return Replica(membership, ANNA.id, device(ANNA))


@pytest.fixture
def stream(replica: Replica) -> Stream:
    return Stream(replica)


def texts(stream: Stream) -> list[str]:
    return [each.said.text for each in stream.newest(100)]


def ask(stream: Stream, text: str, now: int = NOW) -> str:
    stream.say(Draft.said(PostKind.QUESTION, text), now)
    return stream.newest(1)[0].id


def saved(effects: list[Effect]) -> list[Record]:
    return [effect.record for effect in effects if isinstance(effect, Save)]


def bram_says(stream: Stream, replica: Replica, text: str = "from Bram", of: str = "") -> str:
    replica.take(post(text, len(replica._live) + 1, of=bytes.fromhex(of), at=NOW + 9), NOW + 9)
    return next(p.id for p in stream.newest(100) if p.said.text == text)


def test_who_solved_a_question_by_whose_help(stream: Stream, replica: Replica) -> None:
    question = ask(stream, "who knows?")
    reply = bram_says(stream, replica, "I do", question)
    stream.react(reply, ReactionKind.THANK, NOW + 10)
    stream.react(question, ReactionKind.SOLVE, NOW + 11, ("c" * 64,))
    shown = stream.one(question)
    assert shown is not None
    assert (shown.solved, shown.helped) == (True, ("c" * 64, BRAM.id))
    for nobodys in ((ANNA.id,), tuple(f"{n:064x}" for n in range(9))):
        with pytest.raises(Refused, match="at most 8 others"):
            stream.react(question, ReactionKind.SOLVE, NOW + 12, nobodys)


def test_what_a_person_asks_now(stream: Stream) -> None:
    question = ask(stream, "who knows?")
    stream.say(Draft.said(PostKind.ACTIVITY, "who else?"), NOW + 1)
    found = stream.asked(ANNA.id, "who knows?", NOW + 2)
    assert found is not None
    assert found.id == question
    for person, text in ((ANNA.id, "who else?"), (ANNA.id, "?"), (BRAM.id, "who knows?")):
        assert stream.asked(person, text, NOW + 2) is None
    assert stream.asked(ANNA.id, "who knows?", NOW + RESTS_AFTER + 1) is None, "it rests"
    stream.react(question, ReactionKind.SOLVE, NOW + 2)
    assert stream.asked(ANNA.id, "who knows?", NOW + 2) is None


def test_what_is_said_shows_the_newest_first(stream: Stream) -> None:
    link = Link.said("https://docs.example/peppol")
    stream.say(Draft.said(PostKind.LINK, "read #peppol", [link]), NOW - DAY)
    ask(stream, "who knows?")
    newest, older = stream.newest(100)
    assert (newest.said.text, newest.author, newest.at) == ("who knows?", ANNA.id, NOW)
    assert (older.said.links, older.topics, older.at) == ((link,), ("peppol",), NOW - DAY)
    assert stream.newest(1) == [newest]
    assert stream.newest(9, ["#peppol", BRAM.id]) == [older]
    assert stream.newest(9, before=newest.id) == [older]
    assert stream.newest(9, [ANNA.id], before=newest.id) == [older]
    assert stream.newest(9, before=older.id) == []
    assert stream.named(newest.id[:8]) == stream.named(newest.id) == [newest.id]
    with pytest.raises(NotFound):
        stream.newest(9, before="0" * 32)


def test_a_thread_is_found_from_any_of_its_posts(stream: Stream, replica: Replica) -> None:
    question = ask(stream, "who knows?")
    ask(stream, "something else", NOW + 1)
    reply = bram_says(stream, replica, "I do", question)
    stream.say(Draft.said(PostKind.REPLY, "thanks!", of=reply), NOW + 20)
    for start in (question, reply):
        assert [p.said.text for p in stream.thread(start)] == ["who knows?", "I do", "thanks!"]
    assert stream.thread(question)[0].replies == 1
    with pytest.raises(NotFound):
        stream.thread("0" * 32)
    with pytest.raises(NotFound):
        stream.say(Draft.said(PostKind.REPLY, "x", of="0" * 32), NOW)


def test_a_reply_outlives_what_it_is_about(stream: Stream, replica: Replica) -> None:
    question = ask(stream, "who knows?")
    reply = bram_says(stream, replica, "I do", question)
    stream.retract(question, NOW + 10)
    assert [p.said.text for p in stream.thread(reply)] == ["I do"]


def test_an_edit_takes_its_posts_place_for_15_minutes(stream: Stream, replica: Replica) -> None:
    question = ask(stream, "who knwos?")
    bram_says(stream, replica, "I do", question)
    effects = stream.edit(question, "who knows?", NOW + EDIT_WITHIN)
    assert any(isinstance(effect, Erase) for effect in effects)
    (shown, *_) = [p for p in stream.thread(question) if p.author == ANNA.id]
    assert (shown.id, shown.said.text, shown.at) == (question, "who knows?", NOW)
    assert (shown.edits, shown.replies) == (1, 1)
    assert texts(stream).count("who knwos?") == 0
    with pytest.raises(Refused, match="15 minutes"):
        stream.edit(question, "who?", NOW + EDIT_WITHIN + 1)


def test_what_one_says_in_the_same_millisecond_keeps_its_order(stream: Stream) -> None:
    said = [f"the {n}." for n in range(9)]
    for text in said:
        ask(stream, text, NOW)
    assert texts(stream) == said[::-1]


def test_an_edit_within_the_same_millisecond_is_one_later(stream: Stream, replica: Replica) -> None:
    question = ask(stream, "who knwos?")
    stream.edit(question, "who knows?", NOW)
    assert texts(stream) == ["who knows?"]


def test_an_edit_is_mine_and_of_a_few(stream: Stream, replica: Replica) -> None:
    question = ask(stream, "a 0")
    for n in range(1, MAX_EDITS + 1):
        stream.edit(question, f"a {n}", NOW + n)
    with pytest.raises(Refused, match="8 times"):
        stream.edit(question, "a 9", NOW + 9)
    assert texts(stream) == ["a 8"]
    theirs = bram_says(stream, replica)
    for act in (lambda: stream.edit(theirs, "x", NOW + 10), lambda: stream.retract(theirs, NOW)):
        with pytest.raises(Refused, match="somebody else's"):
            act()


def test_reactions(stream: Stream, replica: Replica) -> None:
    question = ask(stream, "who knows?")
    theirs = bram_says(stream, replica)
    stream.react(theirs, ReactionKind.THANK, NOW + 1)
    (first,) = saved(stream.react(theirs, ReactionKind.JOIN, NOW + 2))
    (left,) = saved(stream.react(theirs, ReactionKind.LEAVE, NOW + 3))
    assert left.rank > first.rank
    stream.react(question, ReactionKind.SOLVE, NOW + 4)
    for kind in (ReactionKind.JOIN, ReactionKind.SOLVE):
        replica.take(reaction(bytes.fromhex(question), kind, 30 + len(kind)), NOW)
    shown = {p.id: p for p in stream.newest(9)}
    assert (shown[theirs].thanked, shown[theirs].joined) == ((ANNA.id,), ())
    assert (shown[question].joined, shown[question].solved) == ((BRAM.id,), True)
    assert [p.id for p in stream.thread(question)] == [question], "a reaction is no post"
    with pytest.raises(Refused, match="Only who asked"):
        stream.react(theirs, ReactionKind.SOLVE, NOW)
    with pytest.raises(Refused, match="yours"):
        stream.react(question, ReactionKind.THANK, NOW)


def test_one_post_is_shown_until_it_is_gone(stream: Stream, replica: Replica) -> None:
    said = post("hello")
    replica.take(said, NOW)
    held = replica.find(said.hash)
    assert held is not None
    assert held.post is not None
    shown = stream.one(held.post.hex())
    assert shown is not None
    assert shown.said.text == "hello"
    replica.take(retract(said), NOW)
    assert stream.one(held.post.hex()) is None


def test_a_question_names_whose_replies_its_asker_thanked_for(
    stream: Stream, replica: Replica
) -> None:
    question = ask(stream, "who knows?")
    reply = bram_says(stream, replica, "I do", question)
    bram_says(stream, replica, "I did already", question)
    shown = stream.one(question)
    assert shown is not None
    assert (shown.helped, shown.stirred) == ((), NOW + 9)
    stream.react(reply, ReactionKind.THANK, NOW + 10)
    shown = stream.one(question)
    assert shown is not None
    assert shown.helped == (BRAM.id,)


def test_what_changed_is_told_by_id(stream: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    question = ask(stream, "who knows?")
    assert stream.news() == {question}
    monkeypatch.setattr(threads, "MANY", 0)
    ask(stream, "who else?", NOW + 1)
    assert stream.news() is None


def test_what_the_last_posts_are_on_is_known_at_once(
    stream: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "READ_AT_ONCE", 1)
    ask(stream, "a #vat question")
    ask(stream, "another #vat question", NOW + 1)
    assert [p.said.text for p in stream.newest(9, ["#vat"])] == ["another #vat question"]
    assert stream.read_on() is False
    assert len(stream.newest(9, ["#vat"])) == 2


def test_nobody_solves_anothers_question(stream: Stream, replica: Replica) -> None:
    question = ask(stream, "who knows?")
    replica.take(reaction(bytes.fromhex(question), ReactionKind.SOLVE), NOW)
    assert stream.newest(1)[0].solved is False


def test_questions_are_open_until_they_are_solved_or_rest(stream: Stream) -> None:
    first, second = ask(stream, "who knows #vat?"), ask(stream, "and #peppol?", NOW + 1)
    ask(stream, "on nothing?", NOW + 2)
    later = NOW + RESTS_AFTER + 1
    assert [post.id for post in stream.questions(9, NOW + 3)] == [second, first]
    assert [post.id for post in stream.questions(1, NOW + 3)] == [second]
    assert [post.id for post in stream.questions(9, later)] == [second]
    stream.react(second, ReactionKind.SOLVE, NOW + 4)
    assert [post.id for post in stream.questions(9, NOW + 5)] == [first]


def test_follows(stream: Stream) -> None:
    assert stream.follow("#vat", NOW, on=False) == []
    stream.follow(BRAM.id, NOW, on=True)
    stream.follow("#vat", NOW, on=True)
    assert stream.follow("#vat", NOW, on=True) == []
    assert stream.following() == {BRAM.id, "#vat"}
    stream.follow("#vat", NOW, on=False)
    assert stream.following() == {BRAM.id}
    with pytest.raises(Refused, match="own posts"):
        stream.follow(ANNA.id, NOW, on=True)


def call(replica: Replica, topic: str, name: str) -> None:
    Owner(replica, ANNA.id).call_topic(topic, name, NOW)


def test_joined_topics_have_one_stream_until_they_are_parted(
    stream: Stream, replica: Replica
) -> None:
    for at, text in enumerate(["on #vat", "on #btw", "on #sql"]):
        ask(stream, text, NOW + at)
    call(replica, "btw", "VAT")
    for topic in ("#vat", "#btw", "#VAT"):
        assert [p.said.text for p in stream.newest(9, [topic])] == ["on #btw", "on #vat"]
    call(replica, "btw", "btw")
    assert [p.said.text for p in stream.newest(9, ["#vat"])] == ["on #vat"]


def test_the_topics_that_somebody_names_are_known_each_once(
    stream: Stream, replica: Replica
) -> None:
    for text in ("on #vat", "on #btw", "on #sql"):
        ask(stream, text)
    stream.follow("#sales", NOW, on=True)
    stream.read_on()
    call(replica, "btw", "VAT")
    call(replica, "pc", "Computer")
    assert stream.topics(NOW) == ["sales", "sql", "VAT"]


def test_who_follows_one_of_the_joined_follows_them_all(stream: Stream, replica: Replica) -> None:
    stream.follow("#btw", NOW, on=True)
    call(replica, "btw", "VAT")
    replica.take(signed(FollowBody(rev=1, target="#vat", on=True)), NOW)
    assert stream.following() == {"#VAT"}
    assert stream.followers("#btw") == stream.followers("#vat") == {ANNA.id, BRAM.id}
    assert stream.followers(BRAM.id) == set()
    assert stream.follow("#vat", NOW, on=True) == [], "they are one"
    stream.follow("#vat", NOW, on=False)
    assert (stream.following(), stream.followers("#vat")) == (set(), {BRAM.id})
    call(replica, "btw", "btw")
    assert stream.following() == set(), "what isn't followed any more doesn't come back"


def test_a_retract_takes_all_versions_and_outlives_them(stream: Stream) -> None:
    question = ask(stream, "one")
    stream.edit(question, "two", NOW + 1)
    (word,) = saved(stream.retract(question, NOW + DAY))
    assert isinstance(word.body, RetractBody)
    assert len(word.body.targets) == 2
    assert word.header.at + word.header.life == NOW + 1 + MAX_LIFE + RETRACT_MARGIN
    assert texts(stream) == []


def test_what_was_said_ahead_of_the_clock_is_taken_back_too(stream: Stream) -> None:
    """Several said at once are stamped one after the other; or the clock went back since."""
    question = ask(stream, "in haste", NOW + 5_000)
    (word,) = saved(stream.retract(question, NOW))
    assert word.header.at + word.header.life > NOW + 5_000 + MAX_LIFE
    assert texts(stream) == []


def test_a_retract_of_many_versions_takes_several_records(stream: Stream, replica: Replica) -> None:
    """Two programs of one person, apart, each with eight edits of one post."""
    question = ask(stream, "one")
    (first,) = replica.threads.versions(bytes.fromhex(question))
    for n in range(1, MAX_EDITS + 1):
        stream.edit(question, f"here {n}", NOW + n)
    before = (first.record,)
    for n in range(1, MAX_EDITS + 1):
        there = post(f"there {n}", 5, author=ANNA, at=NOW + n, edits=before)
        replica._put(Held.of(there, NOW + MAX_LIFE))
        before = (*before, there)
    words = saved(stream.retract(question, NOW + DAY))
    assert len(words) == 2
    assert texts(stream) == []


def test_what_was_retracted_may_come_before_its_target(replica: Replica, stream: Stream) -> None:
    said = post("in haste")
    replica.take(retract(said), NOW)
    assert replica.take(said, NOW) == []
    assert texts(stream) == []

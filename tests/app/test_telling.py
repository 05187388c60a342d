"""What one turn tells, and in which order."""

from dataclasses import replace
from datetime import date

import pytest

from presencemap.app.notices import (
    Event,
    FloorPlansChanged,
    FollowsChanged,
    JobsChanged,
    KeyCloned,
    Noted,
    NotesChanged,
    Notice,
    PlacesChanged,
    PostsChanged,
    Removed,
    RosterChanged,
    TopicsRenamed,
)
from presencemap.app.paths import ProfilePaths
from presencemap.app.telling import Telling
from presencemap.domain.availability import Presence
from presencemap.domain.floor_plan import FloorPlan
from presencemap.domain.job import Job
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.plan import Plan
from presencemap.domain.post import Draft, PostKind
from presencemap.domain.topic_names import TopicNames
from presencemap.protocol import threads
from presencemap.protocol.effects import (
    TellCard,
    TellCloned,
    TellGone,
    TellMember,
    TellNotes,
    TellPresence,
    TellRecord,
)
from presencemap.protocol.floors import image_of
from tests.app.sights import on, texts_told
from tests.nodes import door_of, running
from tests.protocol.lan import DAY, NOW, Lan, Node

ACME = Place("1" * 32, "Acme", PlaceKind.CLIENT)


@pytest.fixture
def lan() -> Lan:
    made = Lan()
    made.team_of("Bram")
    for node in made.nodes.values():
        node.told.clear()
    return made


def told(node: Node, effects: list[object] | None = None) -> list[Notice]:
    """What a node tells of these effects; of none, what it was told to since it was last asked."""
    telling = Telling(node.endpoint, node.lan.now)
    for effect in node.told if effects is None else effects:
        telling.take(effect)  # type: ignore[arg-type]
    node.told.clear()
    return list(telling.notices())


def test_a_turn_tells_a_card_once_before_what_was_noted(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with running(anna) as (node, anna_sees, started), running(bram, door_of(started)):
        anna_sees.until(lambda w: (c := w.named("Bram Claeys")) and c.presence is Presence.ONLINE)
        node.post(on("Once")).result(5)
        anna_sees.until(lambda w: isinstance(w.told[-1], Noted) and texts_told(w))
        changed, event = anna_sees.told[-2:]
        assert isinstance(changed, RosterChanged)
        assert isinstance(event, Noted)
        assert changed.cards == (event.card,)
        assert event.event is Event.STATUS


def test_however_much_happened_a_card_is_told_once_and_events_in_their_order(lan: Lan) -> None:
    bram = lan.nodes["Bram"]
    lan.anna.says("First")
    lan.anna.says("Second")
    lan.settle()
    changed, *noted = told(bram)
    card = bram.endpoint.cards.of(lan.anna.id, lan.now)
    assert changed == RosterChanged((card,))
    assert [type(each) for each in noted] == [Noted, Noted]
    assert [(each.event, each.card) for each in noted if isinstance(each, Noted)] == [
        (Event.STATUS, card)
    ] * 2


def test_a_place_comes_with_the_whole_tree_first(lan: Lan) -> None:
    lan.anna.do(lan.anna.endpoint.owner.put_place(ACME, lan.now))
    places, roster, noted = told(lan.anna)
    assert isinstance(places, PlacesChanged)
    assert places.places.get(ACME.id) == ACME
    assert isinstance(roster, RosterChanged)
    assert isinstance(noted, Noted)
    assert (noted.event, noted.place, noted.seq) == (Event.PLACE, ACME, 2)


def test_a_plan_is_noted_until_its_day_is_over_and_then_only_gone_from_the_card(lan: Lan) -> None:
    plan = Plan(date(2027, 1, 15), "home")
    lan.anna.do(lan.anna.endpoint.owner.set_plan(plan, lan.now + 1_000, lan.now))
    roster, noted = told(lan.anna)
    assert isinstance(noted, Noted)
    assert (noted.event, noted.plan) == (Event.PLAN, plan)
    assert isinstance(roster, RosterChanged)
    assert roster.cards[0].plans == (plan,)
    lan.now += 1_000
    lan.anna.do(lan.anna.endpoint.tick(lan.now))
    [roster] = told(lan.anna)
    assert isinstance(roster, RosterChanged)
    assert roster.cards[0].plans == ()


def test_a_job_and_who_is_on_it_are_told_with_all_jobs_first(lan: Lan) -> None:
    anna, tender = lan.anna, Job("a" * 32, "Tender")
    anna.do(anna.endpoint.owner.put_job(tender, lan.now))
    anna.do(anna.endpoint.owner.work_on((tender.id,), lan.now))
    changed, job, work = told(anna)
    on_it = replace(tender, people=(anna.id,))
    assert changed == JobsChanged((on_it,))
    assert isinstance(job, Noted)
    assert isinstance(work, Noted)
    assert (job.event, job.jobs, job.card) == (Event.JOB, (on_it,), None)
    assert (work.event, work.jobs, work.person) == (Event.WORK, (on_it,), anna.id)


def test_a_job_that_was_named_again_within_a_turn_is_told_as_it_is(lan: Lan) -> None:
    anna, tender = lan.anna, Job("a" * 32, "Tender")
    for name in ("Tender", "Bid"):
        anna.do(anna.endpoint.owner.put_job(replace(tender, name=name), lan.now))
    changed, noted = told(anna)
    assert changed == JobsChanged((replace(tender, name="Bid"),))
    assert isinstance(noted, Noted)
    assert noted.jobs == (replace(tender, name="Bid"),)


def test_a_job_that_ended_is_gone_without_a_word(lan: Lan) -> None:
    anna = lan.anna
    anna.do(anna.endpoint.owner.put_job(Job("a" * 32, "Tender"), lan.now))
    told(anna)
    lan.now += 91 * DAY
    anna.do(anna.endpoint.replica.expire(lan.now))
    notices = told(anna)
    assert JobsChanged(()) in notices
    assert not [n for n in notices if isinstance(n, Noted) and n.event is Event.JOB]


def test_what_topics_are_called_is_told_whole_then_what_was_said(lan: Lan) -> None:
    anna = lan.anna
    anna.do(anna.endpoint.owner.call_topic("pc", "Computer", lan.now))
    changed, noted = told(anna)
    assert changed == TopicsRenamed(TopicNames({"pc": "Computer"}))
    assert isinstance(noted, Noted)
    assert (noted.event, noted.topic, noted.card) == (Event.TOPIC, "pc", None)
    lan.now += 91 * DAY
    anna.do(anna.endpoint.replica.expire(lan.now))
    notices = told(anna)
    assert TopicsRenamed(TopicNames()) in notices
    assert not [n for n in notices if isinstance(n, Noted) and n.event is Event.TOPIC]


def test_a_post_is_noted_by_its_id_and_tells_no_card(lan: Lan) -> None:
    stream = lan.anna.endpoint.stream
    lan.anna.do(stream.say(Draft.said(PostKind.ACTIVITY, "Moved the VAT code"), lan.now))
    [post] = stream.newest(1)
    changed, noted = told(lan.anna)
    assert changed == PostsChanged(frozenset({post.id}))
    assert isinstance(noted, Noted)
    assert (noted.event, noted.post, noted.card) == (Event.POST, post.id, None)
    lan.anna.do(stream.retract(post.id, lan.now))
    assert told(lan.anna) == [changed], "nor that notes changed"


def test_of_too_many_posts_it_is_told_that_any_may_be_another(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threads, "MANY", 0)
    lan.anna.do(lan.anna.endpoint.stream.say(Draft(PostKind.ACTIVITY, "Moved"), lan.now))
    changed, _ = told(lan.anna)
    assert changed == PostsChanged()


def test_a_note_is_noted_by_whom_it_is_for(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    cleo = lan.join("Cleo", inviter=anna)
    lan.meet()
    for node in (anna, bram, cleo):
        node.told.clear()
    anna.do(anna.endpoint.mailbox.write(bram.id, "Lunch?", lan.now))
    lan.settle()
    assert told(anna) == [NotesChanged()], "what I wrote is no news"
    changed, noted = told(bram)
    assert changed == NotesChanged()
    assert isinstance(noted, Noted)
    [note] = bram.endpoint.mailbox.notes()
    assert (noted.event, noted.person, noted.note, noted.card) == (
        Event.NOTE, anna.id, note.id, None,
    )  # fmt: skip
    assert told(cleo) == []
    lan.pass_time(2_000)
    assert NotesChanged() in told(anna), "it has come"
    assert [*cleo.endpoint.replica.shelves.held_in("receipt")]
    assert told(cleo) == []
    assert told(anna, [TellNotes()]) == [NotesChanged()]
    anna.do(anna.endpoint.mailbox.take_back(note.id, lan.now))
    assert told(anna) == [NotesChanged()]


def test_whom_i_follow_has_another_card_whom_others_follow_has_not(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    for node in (anna, bram):
        node.told.clear()
    change, follows = told(anna, anna.endpoint.stream.follow(bram.id, lan.now, on=True))
    assert follows == FollowsChanged()
    assert isinstance(change, RosterChanged)
    assert [(card.person.id, card.followed) for card in change.cards] == [(bram.id, True)]
    topic = anna.endpoint.stream.follow("#vat", lan.now, on=True)
    assert told(anna, topic) == [FollowsChanged()]
    bram.do(bram.endpoint.stream.follow(anna.id, lan.now, on=True))
    lan.settle()
    change, follows = told(anna)
    assert isinstance(change, RosterChanged)
    assert [(card.person.id, card.follows_me) for card in change.cards] == [(bram.id, True)]
    bram.do(bram.endpoint.stream.follow("#vat", lan.now, on=True))
    lan.settle()
    assert told(anna) == [], "what others follow is no news"


def test_a_new_name_tells_the_cards_of_all_who_bear_it(lan: Lan) -> None:
    other = lan.join("BRAM", inviter=lan.anna)
    lan.meet()
    lan.anna.told.clear()
    effects = [each for each in other.told if isinstance(each, TellRecord)]
    changed = told(lan.anna, [effects[0]])[0]
    assert isinstance(changed, RosterChanged)
    assert {card.person.id for card in changed.cards} == {other.id, lan.nodes["Bram"].id}


def test_presence_and_membership_are_noted_a_card_alone_is_not(lan: Lan) -> None:
    bram = lan.nodes["Bram"].id
    roster, *noted = told(lan.anna, [TellMember(bram), TellPresence(bram), TellCard(lan.anna.id)])
    assert isinstance(roster, RosterChanged)
    assert [card.person.id for card in roster.cards] == [bram, lan.anna.id]
    events = [each.event for each in noted if isinstance(each, Noted)]
    assert events == [Event.MEMBER, Event.ONLINE]


def test_of_who_is_gone_the_name_is_told_and_nothing_else(lan: Lan) -> None:
    bram = lan.nodes["Bram"].id
    lan.anna.do(lan.anna.endpoint.authority.remove([bram], lan.team, lan.now))
    roster, *noted = told(lan.anna, [TellPresence(bram), TellGone(bram, "Bram")])
    assert roster == RosterChanged((), (bram,))
    [gone] = noted
    assert isinstance(gone, Noted)
    assert gone.event is Event.GONE
    assert gone.card is not None
    assert (gone.card.person.name, gone.card.presence) == ("Bram", Presence.OFFLINE)


def test_nothing_happened_nothing_is_told(lan: Lan) -> None:
    assert told(lan.anna, []) == []


def test_my_own_removal_is_an_event_and_last_of_all_says_what_it_means(lan: Lan) -> None:
    bram = lan.nodes["Bram"]
    lan.anna.do(lan.anna.endpoint.authority.remove([bram.id], None, lan.now))
    lan.settle()
    *_, noted, last = told(bram, [e for e in bram.told if isinstance(e, TellGone)])
    assert isinstance(noted, Noted)
    assert (noted.event, noted.person) == (Event.REMOVED, bram.id)
    assert last == Removed()


def test_a_plan_is_told_and_again_when_its_picture_has_come(lan: Lan) -> None:
    anna, bram = lan.anna, lan.nodes["Bram"]
    image = image_of(b"drawn")
    plan = FloorPlan("f" * 32, 8, 6, image)
    anna.do([anna.endpoint.floors.keep(b"drawn"), *anna.endpoint.owner.put_floor_plan(plan, NOW)])
    lan.settle()
    assert told(bram) == [FloorPlansChanged((plan,))]
    lan.pass_time(1_000)
    assert told(bram) == [FloorPlansChanged((plan,), frozenset({image}))]


def test_whose_key_is_cloned_is_named_with_their_card(lan: Lan) -> None:
    bram = lan.nodes["Bram"]
    [roster, cloned] = told(lan.anna, [TellCloned(bram.id)])
    assert isinstance(roster, RosterChanged)
    assert [card.person.name for card in roster.cards] == ["Bram"]
    assert cloned == KeyCloned("Bram")
    nameless = lan.join("Nameless")
    lan.anna.do(lan.anna.endpoint.learn(list(nameless.endpoint.membership), lan.now))
    assert told(lan.anna, [TellCloned(nameless.id)])[1] == KeyCloned(nameless.id[:12])

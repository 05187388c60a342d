"""From what people say to the scene: hubs, faces, cards, and what has no room."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot
from random import Random
from types import ModuleType

import pytest

from presencemap.domain.job import Job
from presencemap.domain.roster import Card
from presencemap.domain.status import Activity, Kind
from presencemap.domain.topic_graph import Question
from presencemap.domain.topic_layout import SHOWN, STEP
from presencemap.ui.people.row_facts import RowFacts, row_facts
from presencemap.ui.topics.routing import points
from presencemap.ui.topics.scene import TopicScene
from presencemap.ui.topics.survey import CARDS, Survey, Surveyed
from tests.ui import factories as ui_factories
from tests.ui import topic_factories


def facts(cards: Sequence[Card], made: ModuleType) -> list[RowFacts]:
    return [row_facts(card, made.PLACES, None, made.NOW) for card in cards]


def saying(made: ModuleType, *texts: str, kind: Kind = Kind.WORKING_ON) -> list[Card]:
    names = made.NAMES
    return [
        made.card(n, names[n], activity=Activity(kind, text) if text else None, me=n == 0)
        for n, text in enumerate(texts)
    ]


@pytest.fixture
def surveyed() -> Surveyed:
    return Surveyed()


def scene(
    surveyed: Surveyed, made: ModuleType, cards: Sequence[Card], **more: object
) -> TopicScene:
    return surveyed.scene(Survey(facts(cards, made), now=made.NOW, **more), {})  # type: ignore[arg-type]


def test_people_gather_round_a_topic_and_one_alone_is_a_label(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    found = scene(
        surveyed,
        factories,
        saying(factories, "a #vat", "b #vat", "c #lean", ""),
        me=factories.person_id(0),
    )
    vat, lean = found.hubs
    assert (vat.name, vat.count, vat.is_label) == ("vat", 2, False)
    assert (lean.name, lean.count, lean.is_label) == ("lean", 1, True)
    assert len(found.seats) == found.people == 3
    assert found.kinds == {Kind.WORKING_ON: 3}
    assert not found.drifting
    assert [seat.me for seat in found.seats if seat.person == factories.person_id(0)] == [True]


def test_who_is_on_two_topics_sits_between_them_and_on_no_rim(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    found = scene(surveyed, factories, saying(factories, "#vat #lean", "#vat", "#lean"))
    seat = found.seat(factories.person_id(0))
    assert seat is not None
    assert seat.between
    assert set(seat.hubs) == {"vat", "lean"}
    assert len(found.seats) == 3


def test_what_is_asked_has_cards_those_near_to_my_talents_first(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    cards = saying(factories, "#vat", *(f"#t{n}" for n in range(8)), kind=Kind.STRUGGLING_WITH)
    ask = Question("q", factories.person_id(3), "how?", ("lean",), 0, (), 0)
    found = scene(
        surveyed, factories, cards, questions=(ask,), talents=("T5",), me=factories.person_id(0)
    )
    assert len(found.asked) == CARDS
    assert [asked.hub for asked in found.asked][:2] == ["lean", "t5"]
    assert "vat" not in [asked.hub for asked in found.asked], "it is mine"
    lean = found.hub("lean")
    assert lean is not None
    assert (lean.count, lean.questions) == (1, 1)


def test_the_liveliest_have_room_and_a_chosen_one_in_any_case(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    cards = topic_factories.on_topics(400, 90)
    found = scene(surveyed, factories, cards, followed=frozenset({"data"}))
    assert len(found.hubs) == SHOWN
    assert [hub.name for hub in found.hubs if hub.followed] == ["data"]
    least = min(hub.count for hub in found.hubs)
    last, _, _ = found.rest[-1]
    chosen = scene(surveyed, factories, cards, chosen=last.upper())
    assert chosen.hub(last) is not None
    assert len(chosen.hubs) == SHOWN + 1
    kept = {hub.name: hub.at for hub in chosen.hubs}
    assert sum(kept[hub.name] != hub.at for hub in found.hubs) <= 4
    assert least >= max(topic.count for topic in chosen.hubs if topic.name == last)


def test_of_2000_topics_the_liveliest_have_room_and_every_other_is_one_step_away(
    surveyed: Surveyed,
) -> None:
    cards = topic_factories.on_topics(10_000, 2_000)
    people = tuple(row_facts(card, ui_factories.PLACES, None, ui_factories.NOW) for card in cards)
    survey = Survey(people, now=ui_factories.NOW)
    found = surveyed.scene(survey, {})
    assert len(found.hubs) == SHOWN
    said = {topic.casefold() for each in people for topic in each.topics}
    drawn, listed = {hub.name for hub in found.hubs}, [name for name, _, _ in found.rest]
    assert len(drawn) + len(listed) == len(said) > 1_000, "each once, none is lost"
    assert drawn.isdisjoint(listed)
    assert min(hub.count for hub in found.hubs) >= max(count for _, _, count in found.rest)
    last = listed[-1]
    chosen = surveyed.scene(replace(survey, chosen=last), {hub.name: hub.at for hub in found.hubs})
    hub = chosen.hub(last)
    assert hub is not None
    assert len(chosen.hubs) == SHOWN + 1
    for other in chosen.hubs:
        far = hypot(hub.at[0] - other.at[0], hub.at[1] - other.at[1])
        assert other is hub or far >= hub.radius + other.radius


def test_of_one_topic_few_have_cards_while_others_are_asked_about(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    struggles = [f"no {n} #vat" for n in range(6)] + ["no #lean", "no #sso"]
    cards = saying(factories, "", *struggles, kind=Kind.STRUGGLING_WITH)
    mine = {"talents": ("VAT",), "me": factories.person_id(0)}
    found = [asked.hub for asked in scene(surveyed, factories, cards, **mine).asked]
    assert sorted(found) == ["lean", "sso", "vat", "vat", "vat"]
    asks = tuple(
        Question(f"q{n}", factories.person_id(n), "how?", ("vat",), n, (), n) for n in (1, 2, 3)
    )
    found = [a.question.post for a in scene(surveyed, factories, cards, questions=asks).asked]
    assert found == ["q3", "q2", "q1", "", ""], "what is asked in the open comes before"


def test_a_struggle_keeps_its_card_while_others_begin(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    cards = saying(factories, *(f"no #t{n}" for n in range(12)), kind=Kind.STRUGGLING_WITH)
    first = [asked.question.asker for asked in scene(surveyed, factories, cards).asked]
    other = next(n for n, card in enumerate(cards) if card.person.id not in first)
    assert cards[other].status is not None
    status = replace(cards[other].status, since=cards[other].status.since + 60_000)
    cards[other] = replace(cards[other], status=status)
    later = [asked.question.asker for asked in scene(surveyed, factories, cards).asked]
    assert sorted(later) == sorted(first)
    anew = [asked.question.asker for asked in scene(Surveyed(), factories, cards).asked]
    assert cards[other].person.id in anew, "it is the latest"


def test_a_map_of_usual_width_leaves_cells_free_and_moves_no_hub(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    cards = topic_factories.on_topics(400, 90)
    widest = scene(surveyed, factories, cards)
    shown = {hub.name: hub.at for hub in widest.hubs}
    survey = Survey(facts(cards, factories), now=factories.NOW, most=18)
    usual = surveyed.scene(survey, shown)
    assert [(hub.name, hub.at) for hub in usual.hubs] == list(shown.items())[:18]
    assert not usual.narrow
    assert not usual.drifting
    assert usual.listed == ()
    assert usual.rest[0][0] == widest.hubs[18].name
    for chosen in (widest.hubs[20].name, usual.rest[-1][0]):
        found = surveyed.scene(replace(survey, chosen=chosen), shown)
        assert [hub.name for hub in found.hubs] == [*list(shown)[:18], chosen]
        assert chosen not in [name for name, _, _ in found.rest]
    there = surveyed.scene(replace(survey, chosen=widest.hubs[20].name), shown).hubs[-1]
    assert there.at == widest.hubs[20].at, "it has a place"


def test_a_narrow_map_has_few_hubs_and_an_arrangement_of_its_own(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    cards = topic_factories.on_topics(400, 40)
    wide = scene(surveyed, factories, cards)
    shown = {hub.name: hub.at for hub in wide.hubs}
    survey = Survey(facts(cards, factories), now=factories.NOW, most=7)
    narrow = surveyed.scene(survey, shown)
    assert [hub.name for hub in narrow.hubs] == [hub.name for hub in wide.hubs][:7]
    assert len(narrow.rest) == 40 - 7
    eighth = wide.hubs[7]
    assert narrow.rest[0] == (eighth.name, eighth.title, eighth.count), "the liveliest of the rest"
    assert narrow.narrow
    assert not narrow.drifting, "nothing is led there from the wide map"
    assert narrow == Surveyed().scene(survey, {}), "the same in every narrow window"


def test_only_topics_that_i_follow(surveyed: Surveyed, factories: ModuleType) -> None:
    cards = saying(factories, "#vat", "#vat", "#Lean")
    found = scene(surveyed, factories, cards, followed=frozenset({"lean"}), only_followed=True)
    assert [hub.name for hub in found.hubs] == ["lean"]


def test_a_crowd_shows_faces_of_those_that_count_mine_and_the_chosen(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    cards = saying(factories, *["#vat"] * 40)
    cards[20] = replace(cards[20], followed=True)
    person = factories.person_id(39)
    found = scene(surveyed, factories, cards, me=factories.person_id(0), person=person)
    shown = {seat.person for seat in found.seats}
    assert {person, factories.person_id(0), factories.person_id(20)} <= shown
    assert len(shown) < 12


def test_who_asks_has_a_face_in_a_crowd(surveyed: Surveyed, factories: ModuleType) -> None:
    cards = saying(factories, *["#vat"] * 40)
    asker = factories.person_id(39)
    assert scene(surveyed, factories, cards).seat(asker) is None
    ask = Question("q", asker, "how?", ("vat",), 0)
    seat = scene(surveyed, factories, cards, questions=(ask,)).seat(asker)
    assert seat is not None
    assert seat.turn == 0, "among the first that are drawn from afar"


def test_whoever_is_chosen_moves_nobody_between_topics(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    cards = topic_factories.on_topics(40)
    before = {seat.person: seat for seat in scene(surveyed, factories, cards).seats}
    between = [person for person, seat in before.items() if seat.between]
    for person in between[1:6]:
        after = scene(surveyed, factories, cards, person=person)
        assert after.seats != tuple(before.values())
        for seat in after.seats:
            assert (seat.at, seat.lines) == (before[seat.person].at, before[seat.person].lines)


@pytest.mark.parametrize("people", [40, 120])
def test_one_change_makes_nobody_else_jump_and_at_rest_all_computers_draw_the_same(
    surveyed: Surveyed, factories: ModuleType, people: int
) -> None:
    cards, chance = [*topic_factories.on_topics(people)], Random(people)
    me = next(card.person.id for card in cards if card.me)
    before = scene(surveyed, factories, cards, me=me)
    steps = []
    for _ in range(30):
        number = chance.randrange(people)
        topics = chance.sample(topic_factories.TOPICS[:8], 2)
        said = Activity(Kind.WORKING_ON, f"On #{topics[0]} and #{topics[1]}")
        status = replace(cards[number].status, activity=said)
        cards[number] = replace(cards[number], status=status)
        survey = Survey(facts(cards, factories), now=factories.NOW, me=me)
        after = surveyed.scene(survey, {hub.name: hub.at for hub in before.hubs})
        sat = {seat.person: seat for seat in before.seats if seat.between}
        for seat in after.seats:
            was = sat.get(seat.person)
            if was is not None and set(was.hubs) == set(seat.hubs):
                steps.append(hypot(seat.at[0] - was.at[0], seat.at[1] - was.at[1]))
        before = after
    assert 0 < max(steps) <= STEP + 1e-9
    while before.drifting:
        before = surveyed.scene(survey, {hub.name: hub.at for hub in before.hubs})
    others = [replace(card, me=False) for card in cards]
    chance.shuffle(others)
    elsewhere = Surveyed().scene(Survey(facts(others, factories), now=factories.NOW), {})
    drawn = {seat.person: (seat.at, set(seat.hubs), set(seat.lines)) for seat in before.seats}
    theirs = {seat.person: (seat.at, set(seat.hubs), set(seat.lines)) for seat in elsewhere.seats}
    assert [(hub.name, hub.at) for hub in elsewhere.hubs] == [(h.name, h.at) for h in before.hubs]
    both = drawn.keys() & theirs.keys()
    assert len(both) >= len(drawn) - 2, "but for my own face"
    assert {each: drawn[each] for each in both} == {each: theirs[each] for each in both}


def test_lines_pass_under_no_hub_of_others(surveyed: Surveyed, factories: ModuleType) -> None:
    lines = under = 0
    for people in (12, 40, 200, 1_000):
        found = scene(surveyed, factories, topic_factories.on_topics(people))
        for seat in found.seats:
            for name, curve in zip(seat.hubs, seat.lines, strict=False):
                lines += 1
                others = [hub for hub in found.hubs if hub.name != name and not hub.is_label]
                under += any(
                    hypot(x - hub.at[0], y - hub.at[1]) < hub.radius - 2
                    for x, y in points(curve)
                    for hub in others
                )
    assert lines > 100
    assert under == 0


def test_it_remembers_what_was_read_and_forgets_who_went(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    people = facts(topic_factories.on_topics(60), factories)
    survey = Survey(people, now=factories.NOW)
    assert surveyed.scene(survey, {}) == surveyed.scene(survey, {})
    fewer = replace(survey, people=people[:30])
    assert surveyed.scene(fewer, {}) == Surveyed().scene(fewer, {})
    other = replace(survey, people=[*people[:29], people[40], people[41]])
    again, anew = surveyed.scene(other, {}), Surveyed().scene(other, {})
    assert replace(again, asked=()) == replace(anew, asked=()), "but for the cards that stay"


def test_while_a_team_is_learnt_nothing_is_led_anywhere(
    surveyed: Surveyed, factories: ModuleType
) -> None:
    people = facts(topic_factories.on_topics(400, 90), factories)
    few = surveyed.scene(Survey(people[:50], now=factories.NOW), {})
    shown = {hub.name: hub.at for hub in few.hubs}
    all_of_them = surveyed.scene(Survey(people, now=factories.NOW), shown)
    assert not all_of_them.drifting
    one_less = surveyed.scene(Survey(people[:-1], now=factories.NOW), {"data": (900.0, 900.0)})
    assert one_less.drifting


def test_a_job_is_a_hub_with_whoever_is_on_it(surveyed: Surveyed, factories: ModuleType) -> None:
    cards = saying(factories, "", "#vat", "#vat", "")
    ids = [factories.person_id(n) for n in range(4)]
    job = Job("a1", "Tender for Acme", ("bids",), (ids[0], ids[1], ids[3]))
    resting = Job("b2", "Move")
    found = scene(surveyed, factories, cards, jobs=(job, resting), me=ids[0])
    hub = found.hub("job:a1")
    assert hub is not None
    assert (hub.title, hub.count, hub.followed) == ("Tender for Acme", 3, True)
    assert [each.title for each in found.hubs] == ["Tender for Acme", "#vat"]
    between = found.seat(ids[1])
    assert between is not None
    assert set(between.hubs) == {"vat", "job:a1"}
    only = scene(surveyed, factories, cards, jobs=(job,), me=ids[0], only_followed=True)
    assert [each.name for each in only.hubs] == ["job:a1"]
    bids = frozenset({"bids"})
    only = scene(surveyed, factories, cards, jobs=(job,), followed=bids, only_followed=True)
    assert [each.name for each in only.hubs] == ["job:a1"], "it has a topic that I follow"
    renamed = replace(job, name="Tender")
    again = scene(surveyed, factories, cards, jobs=(renamed,))
    moved = again.hub("job:a1")
    assert moved is not None
    assert (moved.title, moved.at) == ("Tender", hub.at), "its name moves nothing"


def test_alone(surveyed: Surveyed, factories: ModuleType) -> None:
    assert scene(surveyed, factories, saying(factories, "")).alone

"""A struggle becomes a question, in one go; what is solved, nobody struggles with any more."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import SetStatus
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import (
    EditPost,
    PostCommand,
    ReactToPost,
    SayPost,
    ShowQuestion,
    ShowStream,
    ShowThread,
)
from presencemap.app.questions import asked, question_of, reacted, restated
from presencemap.domain.availability import Availability
from presencemap.domain.errors import InvalidInput, NotFound, Refused
from presencemap.domain.post import EDIT_WITHIN, Draft, Post, PostKind, ReactionKind
from presencemap.domain.status import Activity, Kind, Status
from tests.protocol.lan import Lan


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def say(desk: StoreDesk, text: str) -> str:
    return str(desk.obey(SayPost(PostKind.QUESTION, text)))


def texts(desk: StoreDesk, command: PostCommand | None = None) -> list[str]:
    found = desk.obey(command or ShowStream())
    assert isinstance(found, list)
    return [post["text"] for post in found]


def tick() -> None:
    """A post can't be changed in the millisecond in which it was said."""
    before = now_ms()
    while now_ms() == before:
        pass


STRUGGLE = Activity(Kind.STRUGGLING_WITH, "Invoices bounce #peppol")


def test_what_i_struggle_with_is_asked_in_one_go_and_once(desk: StoreDesk) -> None:
    me = desk.team.endpoint.me.person.id
    desk.obey(SetStatus(activity=STRUGGLE))
    assert desk.obey(ShowQuestion(me)) is None
    question = say(desk, "")
    assert say(desk, "") == question
    assert texts(desk) == [STRUGGLE.text]
    shown = desk.obey(ShowQuestion(me))
    assert isinstance(shown, dict)
    assert (shown["id"], shown["kind"]) == (question, "question")
    desk.obey(SetStatus(activity=replace(STRUGGLE, kind=Kind.WORKING_ON)))
    assert desk.obey(ShowQuestion(me)) is None, "it is no struggle any more"
    with pytest.raises(InvalidInput, match="Say what to ask"):
        say(desk, "")


def test_words_that_are_changed_are_changed_in_both(desk: StoreDesk) -> None:
    me, owner = desk.team.endpoint.me.person.id, desk.team.endpoint.owner
    desk.obey(SetStatus(activity=STRUGGLE, place="home"))
    other, question = say(desk, "Else?"), say(desk, "")
    tick()
    desk.obey(EditPost(other, "Something else?"))
    assert owner.status(now_ms()).activity == STRUGGLE, "that one isn't what I struggle with"
    desk.obey(EditPost(question, " Invoices bounce\non #vat "))
    status = owner.status(now_ms())
    assert (status.activity, status.place) == (
        replace(STRUGGLE, text="Invoices bounce on #vat"), "home",
    )  # fmt: skip
    shown = desk.obey(ShowQuestion(me))
    assert isinstance(shown, dict)
    assert (shown["id"], shown["text"]) == (question, "Invoices bounce on #vat")
    assert say(desk, "") == question, "it isn't asked twice"
    desk.obey(ReactToPost(question, ReactionKind.SOLVE))
    assert owner.status(now_ms()).activity is None


def test_a_status_that_is_reworded_rewords_the_question_while_it_can_be_changed(
    desk: StoreDesk,
) -> None:
    me = desk.team.endpoint.me.person.id
    desk.obey(SetStatus(activity=STRUGGLE, place="home"))
    question = say(desk, "")
    tick()
    again = replace(STRUGGLE, text="Invoices bounce on #vat")
    status = desk.obey(SetStatus(activity=again))
    assert isinstance(status, Status)
    assert (status.activity, status.question) == (again, None)
    shown = desk.obey(ShowQuestion(me))
    assert isinstance(shown, dict)
    assert (shown["id"], shown["text"], shown["edited"]) == (question, again.text, True)
    assert texts(desk) == [again.text], "it is one question"
    desk.obey(SetStatus(availability=Availability.BUSY, place="road"))
    assert texts(desk) == [again.text]
    desk.obey(ReactToPost(question, ReactionKind.SOLVE))
    assert desk.team.endpoint.owner.status(now_ms()).activity is None


def test_another_struggle_leaves_the_question_alone_and_can_be_asked(desk: StoreDesk) -> None:
    me = desk.team.endpoint.me.person.id
    desk.obey(SetStatus(activity=STRUGGLE))
    question = say(desk, "")
    desk.obey(SetStatus(activity=replace(STRUGGLE, text="#peppol test account expired")))
    assert texts(desk) == [STRUGGLE.text]
    assert desk.obey(ShowQuestion(me)) is None
    assert say(desk, "") != question
    desk.obey(SetStatus(activity=Activity(Kind.WORKING_ON, "Peppol test account expired again")))
    assert texts(desk) == ["#peppol test account expired", STRUGGLE.text]


def test_a_question_that_can_be_changed_no_more_stays_and_the_status_names_it() -> None:
    lan = Lan()
    anna, bram = lan.team_of("Bram")
    owner, status = anna.endpoint.owner, Status(Availability.AVAILABLE, lan.now, activity=STRUGGLE)

    def say_now(on: Activity | None) -> Status:
        lan.now += 1
        said = replace(owner.status(lan.now), activity=on)
        status, effects = restated(anna.endpoint, said, lan.now)
        anna.do(effects)
        lan.settle()
        return status

    def shown() -> Post | None:
        return question_of(bram.endpoint, anna.id, lan.now)

    anna.do(owner.set_status(status, lan.now))
    post, effects = asked(anna.endpoint, SayPost(PostKind.QUESTION, ""), lan.now)
    anna.do(effects)
    lan.now += EDIT_WITHIN + 1
    again = replace(STRUGGLE, text="Peppol invoices bounce on the VAT number")
    assert say_now(again).question == post
    seen = shown()
    assert seen is not None
    assert (seen.id, seen.said.text) == (post, STRUGGLE.text), "as it was asked"
    assert asked(anna.endpoint, SayPost(PostKind.QUESTION, ""), lan.now) == (post, [])
    more = replace(STRUGGLE, text="All on the VAT number bounce, of peppol and email")
    assert say_now(more).question == post, "step by step it may get far from the first words"
    assert say_now(STRUGGLE).question is None, "its own words again"
    assert shown() == seen
    say_now(again)
    anna.do(reacted(anna.endpoint, ReactToPost(post, ReactionKind.SOLVE), lan.now))
    lan.settle()
    assert (owner.status(lan.now).activity, owner.status(lan.now).question) == (None, None)
    assert say_now(again).question is None
    assert shown() is None, "solved"


def test_a_status_names_its_own_question_alone() -> None:
    lan = Lan()
    anna, bram = lan.team_of("Bram")
    anna.do(anna.endpoint.stream.say(Draft(PostKind.QUESTION, "who knows?"), lan.now))
    anna.do(anna.endpoint.stream.say(Draft(PostKind.ACTIVITY, "all well"), lan.now))
    lan.settle()
    said, asked_by_anna = anna.endpoint.stream.newest(2)
    for named in (said.id, asked_by_anna.id, "0" * 32):
        status = Status(Availability.AVAILABLE, lan.now, activity=STRUGGLE, question=named)
        bram.do(bram.endpoint.owner.set_status(status, lan.now))
        lan.now += 1
        lan.settle()
        assert question_of(anna.endpoint, bram.id, lan.now) is None


def test_addresses_in_what_i_struggle_with_are_links_of_the_question(desk: StoreDesk) -> None:
    me = desk.team.endpoint.me.person.id
    struggle = "Bounces as in https://docs.example/a #peppol"
    desk.obey(SetStatus(activity=Activity(Kind.STRUGGLING_WITH, struggle)))
    question = say(desk, "")
    view = desk.obey(ShowQuestion(me))
    assert isinstance(view, dict)
    assert (view["id"], view["text"]) == (question, struggle), "known by the words of the status"
    assert [link["url"] for link in view["links"]] == ["https://docs.example/a"]


def test_a_question_that_is_a_link_alone_says_nothing_of_the_status(desk: StoreDesk) -> None:
    desk.obey(SetStatus(activity=STRUGGLE))
    question = str(desk.obey(SayPost(PostKind.QUESTION, "", ("https://a.example",))))
    desk.obey(EditPost(question, ""))
    assert desk.team.endpoint.owner.status(now_ms()).activity == STRUGGLE


def test_what_is_asked_stays_when_the_status_ends(desk: StoreDesk) -> None:
    desk.obey(SetStatus(activity=STRUGGLE, until=now_ms() + 60_000))
    question, later = say(desk, ""), now_ms() + 61_000
    desk.team.keeping.commit(desk.team.endpoint.owner.end_status(later))
    assert desk.team.endpoint.owner.status(later).activity is None
    reply = desk.obey(SayPost(PostKind.REPLY, "Use the sandbox", (), question))
    assert texts(desk, ShowThread(str(reply))) == [STRUGGLE.text, "Use the sandbox"]


def test_what_is_solved_nobody_struggles_with_any_more(desk: StoreDesk) -> None:
    until = now_ms() + 3_600_000
    desk.obey(SetStatus(activity=STRUGGLE, place="home", until=until))
    other, question = say(desk, "another"), say(desk, "")
    desk.obey(ReactToPost(other, ReactionKind.SOLVE))
    assert desk.team.endpoint.owner.status(now_ms()).activity == STRUGGLE
    desk.obey(ReactToPost(question, ReactionKind.SOLVE))
    status = desk.team.endpoint.owner.status(now_ms())
    assert (status.activity, status.place, status.until) == (None, "home", until)
    desk.obey(SetStatus(activity=STRUGGLE, place=None, until=until))
    desk.obey(ReactToPost(say(desk, ""), ReactionKind.SOLVE))
    assert desk.team.endpoint.owner.status(now_ms()).until is None, "nothing is left to end"


def test_who_solved_it_with_an_answer_is_thanked_for_the_last_one() -> None:
    lan = Lan()
    anna, bram = lan.team_of("Bram")
    stream = anna.endpoint.stream
    anna.do(stream.say(Draft(PostKind.QUESTION, "who knows?"), lan.now))
    (question,) = stream.newest(1)
    lan.settle()
    for text in ("I may", "I do"):
        bram.do(bram.endpoint.stream.say(Draft(PostKind.REPLY, text, of=question.id), lan.now))
        lan.now += 1
        lan.settle()
    solve = ReactToPost(question.id, ReactionKind.SOLVE, (bram.id,))
    for _ in range(2):
        anna.do(reacted(anna.endpoint, solve, lan.now))
    asked, *answers = stream.thread(question.id)
    assert (asked.solved, asked.helped) == (True, (bram.id,))
    assert [(post.said.text, post.thanked) for post in answers] == [
        ("I may", ()),
        ("I do", (anna.id,)),
    ]


def test_a_question_is_solved_by_the_help_of_colleagues(bram: ProfilePaths) -> None:
    with StoreDesk(bram) as desk:
        question = say(desk, "who knows?")
        cards = {c.me: c.person.id for c in desk.team.endpoint.cards.all(now_ms())}
        desk.obey(ReactToPost(question, ReactionKind.SOLVE, (cards[False][:8],)))
        (shown,) = desk.team.endpoint.stream.newest(1)
        assert (shown.solved, shown.helped) == (True, (cards[False],))
        with pytest.raises(NotFound, match="Nobody is called “Zoë”"):
            desk.obey(ReactToPost(question, ReactionKind.SOLVE, ("Zoë",)))
        with pytest.raises(Refused, match="others"):
            desk.obey(ReactToPost(question, ReactionKind.SOLVE, ("bram",)))

"""Posts asked for by command: ids completed, the stream chosen, what can't be done refused."""

from collections.abc import Iterator

import pytest

from presencemap.app import posts
from presencemap.app.clock import now_ms
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import (
    EditPost,
    Follow,
    PostCommand,
    ReactToPost,
    RetractPost,
    SayPost,
    ShowFollows,
    ShowOpenQuestions,
    ShowPosts,
    ShowSaid,
    ShowStream,
    ShowThread,
)
from presencemap.domain.errors import Ambiguous, InvalidInput, NotFound, Refused
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.protocol.stream import Stream


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def say(desk: StoreDesk, text: str, **given: object) -> str:
    answer = desk.obey(SayPost(PostKind.QUESTION, text, **given))  # type: ignore[arg-type]
    assert isinstance(answer, str)
    return answer


def texts(desk: StoreDesk, command: PostCommand | None = None) -> list[str]:
    found = desk.obey(command or ShowStream())
    assert isinstance(found, list)
    return [post["text"] for post in found]


def test_a_post_is_said_changed_answered_and_taken_back(desk: StoreDesk) -> None:
    question = say(desk, "who knwos #peppol?", links=("docs.example/x",))
    desk.obey(EditPost(question[:6], "who knows #peppol?"))
    reply = desk.obey(SayPost(PostKind.REPLY, "I do", (), question[:8]))
    desk.obey(ReactToPost(question, ReactionKind.SOLVE))
    assert texts(desk, ShowThread(str(reply))) == ["who knows #peppol?", "I do"]
    found = desk.obey(ShowStream())
    assert isinstance(found, list)
    shown = next(post for post in found if post["id"] == question)
    assert (shown["me"], shown["solved"], shown["edited"], shown["replies"]) == (True,) * 3 + (1,)
    assert shown["links"] == [{"url": "https://docs.example/x", "title": ""}]
    assert shown["topics"] == ["peppol"]
    desk.obey(RetractPost(question))
    assert texts(desk) == ["I do"]


def test_links_have_titles_given_by_who_sends_them(desk: StoreDesk) -> None:
    say(desk, "see", links=("a.example", "b.example"), titles=("The rule",))
    found = desk.obey(ShowStream())
    assert isinstance(found, list)
    assert [link["title"] for link in found[0]["links"]] == ["The rule", ""]


def test_addresses_in_the_words_are_links_and_are_not_counted(desk: StoreDesk) -> None:
    address = "https://docs.example/" + "x" * 60
    say(desk, "y" * 130 + f" ({address}), https://a.example", links=("https://a.example",))
    desk.obey(SayPost(PostKind.ACTIVITY, address))
    bare, asked = desk.obey(ShowStream())  # type: ignore[misc]
    assert asked["text"] == "y" * 130 + " ,"
    assert [link["url"] for link in asked["links"]] == ["https://a.example", address]
    assert (bare["kind"], bare["text"]) == ("link", "")
    assert [link["url"] for link in bare["links"]] == [address]


def test_an_id_must_fit_one(desk: StoreDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    question = say(desk, "who?")
    for text in (question[:3], "zzzz", ""):
        with pytest.raises(NotFound):
            desk.obey(RetractPost(text))
    monkeypatch.setattr(Stream, "named", lambda _self, start: [start + "1", start + "2"])
    with pytest.raises(Ambiguous, match="more of the id"):
        desk.obey(RetractPost(question[:5]))


def test_the_stream_is_of_what_i_follow(desk: StoreDesk) -> None:
    say(desk, "mine")
    desk.obey(Follow(topic="#VAT"))
    assert texts(desk) == ["mine"]
    assert desk.team.endpoint.stream.following() == {"#vat"}
    desk.obey(Follow(topic="#vat", on=False))
    assert desk.team.endpoint.stream.following() == frozenset()
    for topic in ("two words", "#a #b", "", "#" + "x" * 65):
        with pytest.raises(InvalidInput):
            desk.obey(Follow(topic=topic))
    with pytest.raises(Refused):
        desk.obey(Follow(person=desk.team.endpoint.me.person.id))


def test_the_stream_may_be_of_one_topic(desk: StoreDesk) -> None:
    say(desk, "on #vat")
    say(desk, "on #peppol and #vat")
    say(desk, "on nothing")
    assert texts(desk, ShowStream(topic="#VAT")) == ["on #peppol and #vat", "on #vat"]
    assert texts(desk, ShowStream(everybody=True, topic="#peppol")) == ["on #peppol and #vat"]
    assert len(texts(desk, ShowStream(topic="vat"))) == 2, "as a window's panel asks"
    with pytest.raises(InvalidInput):
        desk.obey(ShowStream(topic="#vat #sql"))


def test_posts_are_shown_by_their_ids_while_they_are_there(desk: StoreDesk) -> None:
    first, second = (say(desk, f"the {n}.") for n in (1, 2))
    desk.obey(RetractPost(first))
    assert texts(desk, ShowPosts((first, second, "ab" * 16))) == ["the 2."]


def test_of_one_person_the_newest_few_are_shown(desk: StoreDesk) -> None:
    me = desk.team.endpoint.me.person.id
    said = [say(desk, f"the {n}.") for n in range(posts.SAID + 2)]
    desk.obey(RetractPost(said[-1]))
    newest = [f"the {n}." for n in range(posts.SAID, 0, -1)]
    assert texts(desk, ShowSaid(me)) == newest, "what was taken back makes room"
    assert texts(desk, ShowSaid("ab" * 32)) == []


def test_the_stream_goes_on_before_a_post(desk: StoreDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posts, "SHOWN", 2)
    first, second, third = (say(desk, f"the {n}.") for n in (1, 2, 3))
    assert texts(desk) == ["the 3.", "the 2."]
    assert texts(desk, ShowStream(before=second)) == ["the 1."]
    assert texts(desk, ShowStream(everybody=True, before=third[:8])) == ["the 2.", "the 1."]
    assert texts(desk, ShowStream(before=first)) == []


def test_what_a_post_is_about_comes_with_it(desk: StoreDesk) -> None:
    question = say(desk, "who?")
    desk.obey(SayPost(PostKind.RESHARE, "you?", (), question))
    found = desk.obey(ShowStream())
    assert isinstance(found, list)
    (about,) = [post["about"] for post in found if post["kind"] == "reshare"]
    assert (about["id"], about["text"], "about" in about) == (question, "who?", False)
    desk.obey(RetractPost(question))
    assert [post["about"] for post in desk.obey(ShowStream())] == [None]  # type: ignore[attr-defined]


def test_open_questions_on_a_topic_are_shown_by_whomever(desk: StoreDesk) -> None:
    question = say(desk, "who knows #peppol?")
    say(desk, "on nothing?")
    assert texts(desk, ShowOpenQuestions()) == ["who knows #peppol?"]
    desk.obey(ReactToPost(question, ReactionKind.SOLVE))
    assert texts(desk, ShowOpenQuestions()) == []


def test_follows_are_shown_both_ways(desk: StoreDesk) -> None:
    desk.obey(Follow(topic="#vat"))
    assert desk.obey(ShowFollows(("#VAT",))) == {
        "people": [],
        "topics": ["vat"],
        "followers": [],
        "by_topic": {"#VAT": []},
    }


def test_what_was_said_is_there_after_a_restart(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        question = say(desk, "who?")
    with StoreDesk(anna) as again:
        assert texts(again) == ["who?"]
        assert again.team.endpoint.stream.thread(question)[0].at <= now_ms()

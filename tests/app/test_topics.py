"""Topics renamed, joined and parted by command, and what gathers by them."""

from collections.abc import Iterator

import pytest

from presencemap.app.commands import Command, SetSharing
from presencemap.app.link_commands import SaveLink, ShowLinks
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import Follow, SayPost, ShowFollows, ShowStream
from presencemap.app.topic_commands import JoinTopics, PartTopic, RenameTopic, ShowTopics
from presencemap.app.views import Json
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import InvalidInput, Refused
from presencemap.domain.post import PostKind


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def done(desk: StoreDesk, command: Command) -> Json:
    answer = desk.obey(command)
    assert isinstance(answer, dict)
    return answer


def listed(desk: StoreDesk, command: Command) -> list[Json]:
    answer = desk.obey(command)
    assert isinstance(answer, list)
    return answer


def test_a_topic_is_called_otherwise_and_back(desk: StoreDesk) -> None:
    assert listed(desk, ShowTopics()) == []
    computer = {"name": "Computer", "joined": ["pc"]}
    assert done(desk, RenameTopic("#PC", "Computer")) == computer
    assert done(desk, RenameTopic("pc", "COMPUTER")) == {**computer, "name": "COMPUTER"}
    assert done(desk, RenameTopic("computer", "pc")) == {"name": "pc", "joined": ["computer"]}
    assert done(desk, RenameTopic("computer", "Computer")) == computer, "as it was written"
    assert listed(desk, ShowTopics()) == [computer]
    assert done(desk, PartTopic("pc")) == {"name": "pc", "joined": []}
    assert listed(desk, ShowTopics()) == [{"name": "Computer", "joined": []}]


def test_all_that_was_joined_goes_along_and_each_is_parted_alone(desk: StoreDesk) -> None:
    for topic, whole in (("a", "b"), ("c", "d"), ("b", "d")):
        done(desk, JoinTopics(topic, whole))
    assert listed(desk, ShowTopics()) == [{"name": "d", "joined": ["a", "b", "c"]}]
    assert done(desk, RenameTopic("a", "C"))["joined"] == ["a", "b", "d"]
    assert done(desk, PartTopic("b")) == {"name": "b", "joined": ["a"]}, "as it was joined"
    assert listed(desk, ShowTopics())[0] == {"name": "C", "joined": ["d"]}


def test_the_name_of_another_topic_joins_with_what_that_is_called(desk: StoreDesk) -> None:
    done(desk, RenameTopic("e-facturatie", "Peppol"))
    assert done(desk, RenameTopic("invoices", "E-Facturatie"))["name"] == "Peppol"
    done(desk, PartTopic("invoices"))
    done(desk, RenameTopic("invoices", "Invoices"))
    assert done(desk, RenameTopic("bills", "invoices"))["name"] == "invoices"


def test_what_can_not_be_is_refused(desk: StoreDesk) -> None:
    done(desk, JoinTopics("pc", "computer"))
    for command, why in (
        (RenameTopic("two words", "x"), "one topic"),
        (RenameTopic("pc", "1"), "one topic"),
        (RenameTopic("pc", "computer"), "called so already"),
        (JoinTopics("computer", "PC"), "one topic already"),
        (JoinTopics("x", "X"), "one topic already"),
        (PartTopic("computer"), "#computer is what #pc are called"),
        (PartTopic("x"), "neither renamed nor joined"),
    ):
        with pytest.raises(InvalidInput, match=why):
            desk.obey(command)
    desk.obey(SetSharing(Sharing.PAUSED))
    for command in (RenameTopic("a", "b"), JoinTopics("a", "b"), PartTopic("pc")):
        with pytest.raises(Refused, match="paused"):
            desk.obey(command)


def test_stream_follows_and_links_see_one_topic(desk: StoreDesk) -> None:
    desk.obey(Follow(topic="e-facturatie"))
    for text in ("First #e-facturatie", "Then #peppol"):
        desk.obey(SayPost(PostKind.ACTIVITY, text))
    desk.obey(SaveLink("docs.example/a", "Guide", ("peppol",)))
    done(desk, JoinTopics("e-facturatie", "peppol"))
    posts = listed(desk, ShowStream(topic="peppol"))
    assert [post["text"] for post in posts] == ["Then #peppol", "First #e-facturatie"]
    assert [post["topics"] for post in posts] == [["peppol"], ["peppol"]]
    assert done(desk, ShowFollows())["topics"] == ["peppol"]
    [fit] = listed(desk, ShowLinks(about="Stuck on #E-facturatie"))[:1]
    assert fit["because"]["topics"] == ["peppol"]
    [listed_one] = listed(desk, ShowLinks("guide"))
    assert listed_one["topics"] == ["peppol"]
    for words in ("e-facturatie", "#e-facturatie", "peppol"):
        for about in (None, ""):
            [found, *_] = listed(desk, ShowLinks(words, about))
            assert found["title"] == "Guide", (words, about)
    desk.obey(Follow(topic="peppol", on=False))
    assert done(desk, ShowFollows())["topics"] == []


def test_what_i_shared_is_offered_by_what_its_topic_is_called_now(desk: StoreDesk) -> None:
    desk.obey(SayPost(PostKind.LINK, "Rules #e-facturatie", ("https://docs.example/rules",)))
    desk.obey(SaveLink("https://docs.example/guide", "Guide to #e-facturatie"))
    about = "Bills bounce #Peppol"
    assert not any(link["because"]["topics"] for link in listed(desk, ShowLinks(about=about)))
    done(desk, RenameTopic("e-facturatie", "Peppol"))
    offered = listed(desk, ShowLinks(about=about))
    assert {(link["title"], link["shared"]) for link in offered} == {
        ("Rules #e-facturatie", True),
        ("Guide to #e-facturatie", False),
    }
    for link in offered:
        assert (link["because"]["topics"], link["topics"]) == (["Peppol"], ["Peppol"])

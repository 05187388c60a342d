"""The digest: what happened while I was away, folded once it is seen."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.post_commands import Follow, ShowDigest
from presencemap.domain.digest import NewsKind
from presencemap.domain.errors import Refused
from presencemap.ui.stream.digest_card import DigestCard


@pytest.fixture
def card(stage: Any, factories: ModuleType, qtbot: QtBot) -> DigestCard:
    stage.node.answers[ShowDigest] = factories.digest()
    made = DigestCard(stage.team, stage.preferences)
    qtbot.addWidget(made)
    made.resize(560, 200)
    with qtbot.waitSignal(made.resized):
        made.look()
    return made


def test_each_line_says_who_did_what_and_it_ends(card: DigestCard, stage: Any) -> None:
    assert stage.node.posted == [ShowDigest(stage.now - 86_400_000)]
    assert card.isVisible()
    assert not card.since.isVisible(), "nobody was away who comes for the first time"
    assert card.lines == [
        "Amina and Lotte replied to you",
        "Joris asked something you know about",
        "Sara and Wout will be in Antwerpen today, like you",
        "Lotte introduced you to Yasmine on #sso",
        "Lotte, Fien and others started to follow you",
    ]
    assert card.foot.text() == ("11 other post(s) in the stream. 1 need(s) an answer from you.")


def test_who_was_there_before_is_told_since_when(
    stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.preferences.stream_seen = stage.now - 3_600_000
    stage.node.answers[ShowDigest] = factories.digest()
    card = DigestCard(stage.team, stage.preferences)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.resized):
        card.look()
    assert card.since.isVisible()
    assert card.since.text().startswith("since ")


def test_a_line_leads_to_its_post(card: DigestCard, qtbot: QtBot) -> None:
    assert card.acts[0].accessibleName() == "Look: Amina and Lotte replied to you"
    with qtbot.waitSignal(card.post_wanted) as wanted:
        card.acts[0].click()
    assert wanted.args == [f"{9:032x}"]


def test_where_we_are_together_is_shown_and_an_introduction_opened(
    card: DigestCard, factories: ModuleType, qtbot: QtBot
) -> None:
    assert [act.text() for act in card.acts] == ["Look", "Look", "Show", "Open", "Follow back"]
    with qtbot.waitSignal(card.place_wanted) as place:
        card.acts[2].click()
    assert place.args == ["zurenborg"]
    with qtbot.waitSignal(card.notes_wanted) as notes:
        card.acts[3].click()
    assert notes.args == [factories.person_id(2)]


def test_who_follows_me_is_followed_back(
    card: DigestCard, stage: Any, factories: ModuleType
) -> None:
    card.acts[4].click()
    assert stage.node.posted[1:] == [Follow(factories.person_id(n)) for n in (2, 3, 4)]
    assert not card.acts[4].isEnabled()


def test_caught_up_folds_it_and_is_remembered(card: DigestCard, stage: Any, qtbot: QtBot) -> None:
    card.done.click()
    assert card.isHidden()
    again = DigestCard(stage.team, stage.preferences)
    qtbot.addWidget(again)
    stage.node.answers[ShowDigest] = {"lines": [], "others": 0, "waiting": 0}
    with qtbot.waitSignal(again.resized):
        again.look()
    assert stage.node.posted[-1] == ShowDigest(stage.now)
    assert again.isHidden()
    assert again.foot.text() == "Nothing needs an answer from you."


def test_who_looks_again_soon_was_not_away(card: DigestCard, stage: Any) -> None:
    card.look()
    assert len(stage.node.posted) == 1


def test_what_failed_is_asked_again(stage: Any, factories: ModuleType, qtbot: QtBot) -> None:
    stage.node.error = Refused("no")
    made = DigestCard(stage.team, stage.preferences)
    qtbot.addWidget(made)
    made.look()
    qtbot.waitUntil(lambda: made._asked is None)
    stage.node.error = None
    stage.node.answers[ShowDigest] = factories.digest()
    with qtbot.waitSignal(made.resized):
        made.look()


def test_every_kind_has_words(card: DigestCard, factories: ModuleType) -> None:
    joris, amina = factories.person_id(1), factories.person_id(5)
    line = {"people": [joris], "topic": "vat", "other": amina, "town": ""}
    for kind in NewsKind:
        said = card._words({**line, "kind": kind, "place": "acme", "post": "aa"})
        assert said.startswith("Joris ")
        assert "  " not in said
    met = {**line, "kind": "together", "place": "acme"}
    assert card._words(met) == "Joris will be at Acme, Gent today, like you"
    told = {**line, "kind": "introduced", "topic": "", "place": ""}
    assert card._words(told) == "Joris introduced you to Amina"

"""Who vouched for whom, in one quiet line."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.domain.roster import Card
from presencemap.ui.person.trust_line import TrustLine
from presencemap.ui.theme import Appearance


@pytest.fixture
def line(look: Appearance, qtbot: QtBot) -> TrustLine:
    made = TrustLine()
    qtbot.addWidget(made)
    return made


def said(line: TrustLine, card: Card, voucher: Card | None = None) -> str:
    line.show_card(card, voucher)
    (label,) = line.findChildren(QLabel)
    return "" if line.isHidden() else label.text()


def test_it_says_whether_words_were_compared_or_who_let_them_in(
    line: TrustLine, factories: ModuleType
) -> None:
    me, joris, lotte = factories.team(12).cards[:3]
    joris = replace(joris, verified=False)
    assert said(line, joris) == "Not verified"
    assert said(line, joris, lotte) == "Not verified, vouched for by Lotte Maes"
    assert said(line, joris, me) == "Not verified, invited by you"
    assert said(line, replace(joris, verified=True), lotte) == "Verified: you compared words"


def test_where_there_is_something_to_find_out_that_is_said_instead(
    line: TrustLine, factories: ModuleType
) -> None:
    me, joris, lotte = factories.team(12).cards[:3]
    assert said(line, me, lotte) == ""
    assert said(line, replace(joris, cloned=True), lotte) == ""
    assert said(line, replace(joris, same_name_as=(lotte.person.id,)), lotte) == ""

"""The text of an activity."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from presencemap.domain.topic import topic_spans
from presencemap.ui.controls import TextBox
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def box(look: Appearance, qtbot: QtBot) -> TextBox:
    made = TextBox()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no topic", []),
        ("see #peppol now", ["#peppol"]),
        ("#één and #a-b-", ["#één", "#a-b"]),
        ("C# and a#b and &#35; and #1", []),
    ],
)
def test_topics_are_found_as_the_domain_finds_them(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in topic_spans(text)] == found


def test_topics_take_the_accent_also_behind_an_emoji(box: TextBox, look: Appearance) -> None:
    box.set_text("\N{ROCKET} go #peppol now")
    (span,) = box.editor.document().firstBlock().layout().formats()
    assert (span.start, span.length) == (6, 7)
    assert span.format.foreground().color() == look.theme.colour("accent")
    look.set_mode(Mode.DARK)
    (span,) = box.editor.document().firstBlock().layout().formats()
    assert span.format.foreground().color() == look.theme.colour("accent")


def test_links_may_be_left_out_of_the_count(look: Appearance, qtbot: QtBot) -> None:
    box = TextBox(without_links=True)
    qtbot.addWidget(box)
    box.set_text("see https://docs.example/x")
    assert box.ring.left == 137


def test_it_counts_what_would_be_shared(box: TextBox) -> None:
    box.set_text("  a   b  ")
    assert box.ring.left == 137
    assert box.editor.accessibleName() == "What are you on, 137 character(s) left"
    box.set_text("x" * 150)
    assert box.ring.left == -10
    assert "10 character(s) too many" in box.editor.accessibleName()


def test_20_10_and_0_left_are_announced(
    box: TextBox, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[str] = []

    def keep(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", keep)
    box.set_text("x" * 119)
    assert said == []
    for _ in range(21):
        qtbot.keyClicks(box.editor, "y")
    assert [words.split()[0] for words in said] == ["20", "10", "0"]


def test_tab_leaves_the_field(box: TextBox) -> None:
    assert box.editor.tabChangesFocus()

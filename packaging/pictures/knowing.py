"""Where knowledge finds its way: Ask, notes, links and introductions, the stream, On what."""

from collections.abc import Callable
from dataclasses import replace

from matrix import TEAMS
from PySide6.QtCore import QPoint

from pictures.stage import Stage
from presencemap.app.notices import (
    Reading,
    RosterChanged,
)
from presencemap.ui.dialog import Dialog
from presencemap.ui.notes.introduce_dialog import IntroduceDialog
from presencemap.ui.screen import Screen
from presencemap.ui.stream.segments import Tab


def ask(stage: Stage) -> None:
    """Draw: who knows about something; nothing asked, nothing found, not all read."""
    window, page = stage.shell.window, stage.shell.ask
    window.resize(1280, 800)
    window.show()
    window.panes.show_screen(Screen.ASK)
    for name, width in (("", 1280), ("narrow-", 720), ("small-", 480)):
        window.resize(width, 800)
        page.field.setText("")
        stage.grab(window, f"{name}ask-empty")
        page.field.setText("peppol invoices rejected on VAT number")
        stage.grab(window, f"{name}ask")
    page.people.anyone.click()
    stage.grab(window, "small-ask-anyone")
    page.area.verticalScrollBar().setValue(2000)
    stage.grab(window, "small-ask-below")
    window.resize(1280, 800)
    stage.grab(window, "ask-anyone")
    stage.team.take(Reading(88_000, 100_000))
    page.field.setText("nothing of this")
    stage.grab(window, "ask-nothing")
    page.people.free.click()
    window.panes.show_map()
    window.hide()


def notes(stage: Stage) -> None:
    """Draw: notes."""
    window = stage.shell.window
    window.resize(1280, 800)
    window.show()
    for name, person in (("", 1), ("-none", 4), ("-introduced", 3)):
        window.open_person(stage.people.cards[person].person.id)
        window.card.acts.note.click()
        stage.settle()
        stage.grab(window, f"notes{name}")
    window.resize(480, 760)
    stage.settle()
    stage.grab(window, "notes-narrow")
    window.resize(1280, 800)
    window.panes.show_map()
    window.open_person(stage.people.cards[1].person.id)
    window.card.acts.introduce.click()
    [asking] = window.findChildren(IntroduceDialog)
    asking.other.setCurrentIndex(0)
    stage.settle()
    stage.grab(asking, "introduce")
    asking.close()
    window.card.close_card()
    window.hide()


def helping(stage: Stage) -> None:
    """Draw: a link and an introduction for a colleague, and what can be undone."""
    window = stage.shell.window
    window.resize(1280, 800)
    window.show()
    window.open_person(stage.people.cards[1].person.id)
    for name, act in (
        ("link", window.card.acts.link),
        ("introduce", window.card.acts.introduce),
    ):
        act.click()
        stage.settle()
        dialog = next(d for d in window.findChildren(Dialog) if d.isVisible())
        if isinstance(dialog, IntroduceDialog):
            dialog.other.setCurrentIndex(0)
        stage.settle()
        stage.grab(dialog, f"help-{name}")
        dialog.submit()
        stage.settle()
        stage.grab(window, f"help-{name}-sent")
        stage.shell.helping.bar.finish()
    window.resize(480, 800)
    window.card.acts.link.click()
    stage.settle()
    dialog = next(d for d in window.findChildren(Dialog) if d.isVisible())
    dialog.submit()
    stage.settle()
    stage.grab(window, "help-narrow")
    stage.shell.helping.bar.finish()
    window.resize(1280, 800)
    window.card.close_card()
    window.panes.show_map()
    hover = window.map.hover.card
    hover.show_card(stage.people.cards[1], stage.people.places, stage.made.NOW)
    hover.place_beside(QPoint(400, 300))
    stage.grab(window, "help-hover")
    hover.hide()
    window.top.links_wanted.emit()
    stage.settle()
    dialog = next(d for d in window.findChildren(Dialog) if d.isVisible())
    stage.grab(dialog, "help-links")
    dialog.close()
    window.hide()


def stream(stage: Stage) -> None:
    """Draw: stream."""
    window, page = stage.shell.window, stage.shell.stream
    followed = stage.made.follows()["people"]
    cards = (replace(c, followed=c.person.id in followed) for c in stage.people.cards)
    stage.team.take(RosterChanged(tuple(cards)))
    window.resize(1280, 800)
    window.show()
    window.panes.show_screen(Screen.STREAM)
    stage.settle()
    stage.grab(window, "stream")
    for tab in (Tab.TOPICS, Tab.SUGGESTED, Tab.PEOPLE):
        stage.shell.beside.chips[tab].click()
        stage.grab(window, f"stream-{tab.name.lower()}")
    question = page.feed.rows[2]
    for width in (1280, 480):
        window.resize(width, 800)
        bar = page.list.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        stage.grab(window, f"stream-question-{width}")
    window.resize(1280, 800)
    for wanted in (page.link_wanted, page.introduction_wanted):
        wanted.emit(question.matter)
        stage.settle()
        dialog = next(d for d in window.findChildren(Dialog) if d.isVisible())
        stage.grab(dialog, f"stream-{type(dialog).__name__.removesuffix('Dialog').lower()}")
        dialog.close()
    page.open_thread(question)
    stage.grab(window, "stream-thread")
    window.resize(480, 760)
    stage.grab(window, "stream-thread-narrow")
    page.talk.close_thread()
    stage.grab(window, "stream-narrow")
    for tab in Tab:
        stage.shell.beside.segments.bar.choose(tab.name)
        stage.shell.beside.segments.chosen.emit(tab)
        stage.grab(window, f"stream-narrow-{tab.name.lower()}")
    window.resize(360, 800)
    stage.grab(window, "stream-narrowest")
    window.resize(480, 800)
    window.panes.show_aside(aside=False)
    page.show_topic("peppol")
    stage.grab(window, "stream-topic-narrow")
    window.resize(1280, 800)
    stage.grab(window, "stream-topic")
    window.panes.show_map()
    window.hide()
    stage.team.take(RosterChanged(stage.people.cards))


def topics(stage: Stage) -> None:
    """Draw: the map On what, for teams of 1 to 10,000, with a topic, a card, and narrow."""
    for people in TEAMS:
        stage.gallery.draw(people, stage.grab, stage.settle)


ACTS: dict[str, Callable[[Stage], None]] = {
    "ask": ask,
    "notes": notes,
    "helping": helping,
    "stream": stream,
    "topics": topics,
}

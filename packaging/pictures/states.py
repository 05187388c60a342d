"""What the window says of the network, of sharing, of keys and of what ended."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect

from pictures.stage import Stage
from presencemap.app.notices import (
    CatchingUp,
    NetworkChanged,
    RosterChanged,
    SharingChanged,
    WaitingChanged,
)
from presencemap.domain.availability import Presence, Reach, Sharing
from presencemap.domain.person import Person, Profile
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind
from presencemap.ui.farewell import Farewell
from presencemap.ui.members.leave_dialog import LeaveDialog
from presencemap.ui.people.showing import Show


def sharing(stage: Stage) -> None:
    """Draw: a place that is picked, catching up, paused, off the network."""
    window, team = stage.shell.window, stage.team
    for name, width in (("", 1280), ("narrow-", 720)):
        window.resize(width, 800)
        window.show()
        stage.settle()
        window.map.select_place("acme")
        window.map.place_selected.emit("acme")
        team.take(SharingChanged(Sharing.ON))
        team.take(CatchingUp(1240))
        stage.grab(window, f"{name}catching-up")
        window.map.cleared.emit()
        team.take(CatchingUp(0))
        team.take(SharingChanged(Sharing.PAUSED))
        stage.grab(window, f"{name}paused")
        window.top.open_sharing()
        stage.grab(window.top.sharing_menu, f"{name}paused-menu")
        window.top.sharing_menu.hide()
        team.take(SharingChanged(Sharing.OFF_NETWORK))
        stage.grab(window, f"{name}off-network")
    composer = stage.shell.composer
    composer.open_at(QRect())
    stage.grab(composer, "composer-off-network")
    composer.hide()
    team.take(SharingChanged(Sharing.ON))
    window.hide()


def cut_off(stage: Stage) -> None:
    """Draw: no network, and removed from the team."""
    window, team = stage.shell.window, stage.team
    known = [replace(c, presence=Presence.OFFLINE, reach=Reach.NONE) for c in stage.people.cards]
    team.take(RosterChanged((stage.people.cards[0], *known[1:])))
    for name, width in (("", 1280), ("narrow-", 720)):
        window.resize(width, 800)
        window.show()
        team.take(NetworkChanged(connected=False, since=stage.made.NOW - 47 * 60_000))
        team.take(WaitingChanged(statuses=1, notes=1))
        stage.grab(window, f"{name}no-network")
        team.take(WaitingChanged())
        team.take(NetworkChanged(connected=True))
        team.removed = True
        team.changed.emit()
        stage.grab(window, f"{name}removed")
        team.removed = False
        team.changed.emit()
    team.take(RosterChanged(tuple(stage.people.cards)))
    window.hide()


def nobody_needs_me(stage: Stage) -> None:
    """Draw: the list of those who struggle while nobody does."""
    window, cards = stage.shell.window, stage.people.cards
    calm = [
        replace(card, status=replace(card.status, activity=Activity(Kind.WORKING_ON, "the budget")))
        for card in cards
        if card.status is not None
    ]
    stage.team.take(RosterChanged(tuple(calm)))
    for name, width in (("", 1280), ("small-", 480)):
        window.resize(width, 800)
        window.show()
        window.panes.show_list()
        window.people.filters.chips[Show.STRUGGLING].click()
        stage.grab(window, f"{name}nobody-needs-me")
    window.people.clear_filter()
    stage.team.take(RosterChanged(tuple(cards)))
    window.hide()


def ended(stage: Stage) -> None:
    """Draw: my until passed a while ago."""
    window, team, me = stage.shell.window, stage.team, stage.people.me
    assert me.status is not None
    end = stage.made.NOW - 12 * 60_000
    said = replace(me.status, until=end)
    team.clock = lambda: end - 60_000
    team.take(RosterChanged((replace(me, status=said),)))
    team.clock = lambda: stage.made.NOW
    team.changed.emit()
    for name, width in (("", 1280), ("narrow-", 720), ("small-", 480)):
        window.resize(width, 800)
        window.show()
        stage.grab(window, f"{name}ended")
    window.ended.close_button.click()
    team.take(RosterChanged((me,)))
    window.hide()


def keys(stage: Stage) -> None:
    """Draw: a known name under another key, and who is seen through another's computer."""
    window, cards = stage.shell.window, stage.people.cards
    known, relay = cards[1], cards[2]
    named = Profile(known.person.name, (), ())
    other = replace(cards[3], person=Person("f" * 64, named), same_name_as=(known.person.id,))
    relayed = replace(cards[4], reach=Reach.RELAYED, through=(relay.person,))
    shown = (replace(known, verified=True), replace(other, new_key=True), relayed)
    stage.team.take(RosterChanged(shown))
    for name, width, height in (("", 1280, 800), ("narrow-", 720, 640)):
        window.resize(width, height)
        window.show()
        for word, card in (("new-key", other), ("relayed", relayed)):
            window.open_person(card.person.id)
            stage.grab(window, f"{name}{word}")
        window.card.close_card()
    stage.team.take(RosterChanged(tuple(cards), (other.person.id,)))
    window.hide()


def parting(stage: Stage) -> None:
    """Draw: what is said before and after leaving, and who was removed reads."""
    window, team = stage.shell.window, stage.team
    window.show()
    for removed in (False, True):
        team.removed = removed
        dialog = LeaveDialog(team, window)
        dialog.show()
        stage.grab(dialog, "dialog-anew" if removed else "dialog-leave")
        dialog.close()
    team.removed = False
    farewell = Farewell(team.name)
    farewell.show()
    stage.grab(farewell, "farewell")
    farewell.hide()
    window.hide()


def prompts(stage: Stage) -> None:
    """Draw: what I am asked about what I am, and was, on."""
    window, me, now = stage.shell.window, stage.people.me, stage.made.NOW
    window.resize(1280, 800)
    window.show()
    assert me.status is not None
    window.prompts.remember(on=True)
    on = Activity(Kind.WORKING_ON, "Acme invoicing: reading the test log #peppol")
    for name, left, later in (("still", 8, 0), ("how", 60, 7 * 24 * 60)):
        said = replace(me.status, activity=on, until=now + left * MINUTE, since=now - 60 * MINUTE)
        stage.team.take(RosterChanged((replace(me, status=said),)))
        stage.team.clock = partial(int, now + later * MINUTE)
        stage.team.changed.emit()
        stage.grab(window, f"prompt-{name}")
        window.resize(480, 800)
        stage.grab(window, f"prompt-{name}-narrow")
        window.resize(1280, 800)
    window.prompts.close_button.click()
    stage.team.clock = lambda: now
    stage.team.take(RosterChanged((me,)))
    window.hide()


ACTS: dict[str, Callable[[Stage], None]] = {
    "sharing": sharing,
    "cut-off": cut_off,
    "nobody-needs-me": nobody_needs_me,
    "ended": ended,
    "keys": keys,
    "parting": parting,
    "prompts": prompts,
}

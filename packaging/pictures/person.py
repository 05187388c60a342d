"""A page of one colleague: as it is, of who is last known, of who asks for quiet, of me; narrow."""

from collections.abc import Callable
from dataclasses import replace

from pictures.stage import Stage
from presencemap.app.notices import RosterChanged
from presencemap.domain.person import Profile


def person(stage: Stage) -> None:
    """Draw: the page of a colleague."""
    window, made, node = stage.shell.window, stage.made, stage.nodes[0]
    cards = stage.people.cards
    ids = [card.person.id for card in cards]
    node.answers["ShowQuestion"] = made.question(1, joined=[ids[2], ids[6]], replies=1)
    node.answers["ShowInviter"] = ids[5]
    asked = "Anyone with a Noorderdok badge on Thursday? I need half an hour at the gate"
    node.answers["ShowSaid"] = [
        made.post(31, 1, "Could a test invoice be a teaching case? #onboarding", 1500, replies=1),
        made.post(32, 1, "Acme interface inventory done, list is in the wiki", 4000, thanks=3),
        made.post(33, 1, asked, 5800, kind="question", solved=True, helped=[ids[6]]),
    ]
    window.resize(1280, 800)
    window.show()
    window.open_person(ids[1])
    stage.grab(window, "person-card-more")
    window.card.page_requested.emit(ids[1])
    # What is answered comes after what is known.
    stage.settle()
    stage.settle()
    stage.grab(window, "person")
    for width in (1000, 720, 480, 360):
        window.resize(width, 800)
        stage.grab(window, f"person-{width}")
    scroll = window.visits.page.area.verticalScrollBar()
    scroll.setValue(scroll.maximum())
    stage.grab(window, "person-360-end")
    window.resize(1280, 800)
    node.answers["ShowSaid"] = []
    for name, number in (("quiet", 4), ("stale", 8), ("me", 0)):
        window.open_person(ids[number])
        stage.grab(window, f"person-{name}")
    card = cards[3]
    bare = replace(card.person, profile=Profile(card.person.name))
    stage.team.take(RosterChanged((replace(card, person=bare, status=None),)))
    window.open_person(ids[3])
    stage.grab(window, "person-empty")
    stage.team.take(RosterChanged((card,)))
    window.visits.leave()
    window.card.close_card()
    window.hide()


ACTS: dict[str, Callable[[Stage], None]] = {"person": person}

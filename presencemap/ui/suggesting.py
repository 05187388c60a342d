"""What I could do for a colleague, found on this computer: who could help, what I have on it.

Asks the node when a card wants it, and words the reasons. What is done then, `helping` does.
"""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from presencemap.app.link_commands import ShowLinks
from presencemap.app.views import Json
from presencemap.ui.ask.helpers import named
from presencemap.ui.helping import Helping
from presencemap.ui.links.send_dialog import LinkDraft
from presencemap.ui.links.wording import title_of, when
from presencemap.ui.people.person_card import PersonCard
from presencemap.ui.people.suggestions import MOST, Helper, Offer
from presencemap.ui.team import Team

if TYPE_CHECKING:
    # Here, as in `team`: a window that nobody asks needs none of it.
    from presencemap.app.knowledge.findings import Findings

_WORDS: Final = 2
"""So many words in common stand for a topic."""


class Suggesting(QObject):
    """For one card."""

    def __init__(self, team: Team, card: PersonCard, helping: Helping) -> None:
        super().__init__(card)
        self._team, self._card, self._helping = team, card, helping
        self._of = ("", "")
        self._helpers: list[Helper] = []
        self._link: Json | None = None
        suggestions = card.suggestions
        suggestions.wanted.connect(self._find)
        suggestions.introduce_wanted.connect(self._introduce)
        suggestions.send_wanted.connect(self._send)
        team.roster.names_changed.connect(self._find_anew)

    @Slot(str, str)
    def _find(self, person: str, about: str) -> None:
        """Both are shown as they come, unless the card is about another; a failure is nothing."""
        self._of = (person, about)
        self._helpers, self._link = [], None
        self._team.search(about, partial(self._people_came, self._of), lambda _: None)
        self._team.ask(ShowLinks(about=about), partial(self._links_came, self._of))

    @Slot()
    def _find_anew(self) -> None:
        """A topic is called otherwise, or is one with another."""
        if self._card.person == self._of[0] != "":
            self._find(*self._of)

    def _people_came(self, of: tuple[str, str], found: "Findings") -> None:
        if of == self._of:
            self._helpers = named(self._team.roster, found.people, *of)[:MOST]
            self._show(*of)

    def _links_came(self, of: tuple[str, str], links: list[Json]) -> None:
        if of == self._of:
            self._link = next((link for link in links if _fits(link)), None)
            self._show(*of)

    def _show(self, person: str, about: str) -> None:
        offer = self._worded(self._link) if self._link is not None else None
        self._card.suggestions.show_found(person, about, self._helpers, offer)

    def _worded(self, link: Json) -> Offer:
        topics = [f"#{topic}" for topic in link["because"]["topics"]]
        on = topics[0] if topics else ", ".join(f"“{w}”" for w in link["because"]["words"][:_WORDS])
        words = (
            self.tr("You shared this on {topic} {when}: send it?")
            if link["shared"]
            else self.tr("You kept this on {topic} {when}: send it?")
        )
        why = words.format(topic=on, when=when(link["at"], self._team.clock()))
        return Offer(link["url"], title_of(link), why)

    @Slot(str)
    def _introduce(self, other: str) -> None:
        self._helping.introduce(self._card.person, other=other)

    @Slot(str)
    def _send(self, url: str) -> None:
        if self._link is not None and self._link["url"] == url:
            self._helping.send_link(self._card.person, LinkDraft(self._link))


def _fits(link: Json) -> bool:
    because = link["because"]
    return bool(because["topics"]) or len(because["words"]) >= _WORDS

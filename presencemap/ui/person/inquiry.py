"""What a page asks of the node: what they said last, who let them in, who is on the same.

Kept true while it is shown; what is answered of somebody else by then is nothing, and what nobody
answers isn't shown.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from presencemap.app.commands import ShowInviter
from presencemap.app.post_commands import ShowSaid
from presencemap.app.views import Json
from presencemap.domain.roster import Card
from presencemap.ui.ask.helpers import named
from presencemap.ui.person.alike import MOST
from presencemap.ui.person.person_page import PersonPage
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.team import Team
from presencemap.ui.turns import TURN, Turns

if TYPE_CHECKING:
    # Here, as in `team`: a window that nobody asks needs none of it.
    from presencemap.app.knowledge.findings import Findings
    from presencemap.domain.expertise import Expert
    from presencemap.ui.people.suggestions import Helper

_TOPICS: Final = 3
"""Of what they said last, where they say nothing now."""


class Inquiry(QObject):
    """For one page."""

    def __init__(self, team: Team, page: PersonPage) -> None:
        super().__init__(page)
        self._team, self._page = team, page
        self._person = self._about = ""
        self._said: list[Json] | None = None
        self._found: tuple[Expert, ...] = ()
        self._alike: list[Helper] = []
        self._asking = Turns(self, few=0, after=TURN)
        page.filled.connect(self._look)
        page.closed.connect(self._look)
        team.posts_changed.connect(self._ask_posts)
        team.roster.updated.connect(self._show_alike)
        team.jobs_changed.connect(self._show_jobs)

    @Slot()
    def _look(self) -> None:
        """The page is about another one, or they are on something else."""
        card = self._team.roster.card(self._page.person)
        if self._page.person != self._person:
            self._person, self._about, self._said = self._page.person, "", None
            self._forget()
            self._asking.begin_later(self._ask())
        self._show_jobs()
        if card is not None and self._said is not None:
            self._show_posts(card)
            self._find(card)

    def _ask(self) -> Iterator[None]:
        """After it is shown: each answer takes a turn, too."""
        yield
        self._ask_posts()
        yield
        card = self._team.roster.card(self._person)
        if card is not None and not card.me and not card.verified:
            came = partial(self._voucher_came, self._person)
            self._team.ask(ShowInviter(self._person), came)

    def _forget(self) -> None:
        self._found, self._alike = (), []
        self._page.alike.show_people(())

    @Slot()
    def _show_jobs(self) -> None:
        self._page.jobs.show_jobs(self._team.jobs_of(self._person))

    @Slot()
    def _ask_posts(self) -> None:
        """Who said something new isn't told: five posts of one person are soon asked for."""
        if self._person:
            came = partial(self._posts_came, self._person)
            self._team.ask(ShowSaid(self._person), came, lambda _: None)

    def _posts_came(self, person: str, said: list[Json]) -> None:
        card = self._team.roster.card(person)
        if person == self._person and card is not None:
            if said != self._said:
                self._said = said
                self._show_posts(card)
            self._find(card)

    def _voucher_came(self, person: str, inviter: str | None) -> None:
        if person == self._person:
            self._page.show_voucher(inviter or "")

    def _show_posts(self, card: Card) -> None:
        """What they are on stands above already."""
        now = self._now_on(card)
        posts = [PostFacts.read(view) for view in self._said or () if view["text"] != now]
        self._page.show_posts(posts)

    def _now_on(self, card: Card) -> str:
        activity = self._page.activity_of(card, self._team.clock())
        return activity.text if activity is not None else ""

    def _find(self, card: Card) -> None:
        """Who is on what they are on; on what they spoke of last where they are on nothing."""
        topics = [topic for view in self._said or () for topic in view["topics"]]
        spoken = " ".join(f"#{topic}" for topic in list(dict.fromkeys(topics))[:_TOPICS])
        about = self._now_on(card) or spoken
        if about == self._about:
            return
        self._about = about
        self._forget()
        if about:
            came = partial(self._people_came, (self._person, about))
            self._team.search(about, came, lambda _: None)

    def _people_came(self, of: tuple[str, str], found: "Findings") -> None:
        if of == (self._person, self._about):
            self._found = found.people
            self._show_alike()

    @Slot()
    def _show_alike(self) -> None:
        if not self._found:
            return
        alike = named(self._team.roster, self._found, self._person, self._about)[:MOST]
        if alike != self._alike:
            self._alike = alike
            self._page.alike.show_people(alike)

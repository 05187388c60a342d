"""The topic or job that is chosen on the map, beside it: its panel in the place of the list.

Owns when the panel is there, what it is told, and what is asked of the node for it. Knows neither
dialogs nor the person card.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from presencemap.app.job_commands import JoinJob, LeaveJob
from presencemap.app.post_commands import Follow, ReactToPost, ShowStream
from presencemap.app.views import Json
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.job import Job
from presencemap.domain.post import ReactionKind
from presencemap.domain.text import fold
from presencemap.domain.topic_graph import Topic, job_topic
from presencemap.ui.ground import Ground
from presencemap.ui.lens import Lens
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.topics.about import about, shared_links
from presencemap.ui.topics.panel import TopicPanel


class TopicDesk(QObject):
    """`told` with a sentence about what failed."""

    told = Signal(str)

    def __init__(self, team: Team, ground: Ground, people: PeoplePanel) -> None:
        super().__init__(ground)
        self._team, self._ground, self._people = team, ground, people
        self._opener = ContactOpener(self)
        self._posts: list[Json] = []
        self._chosen = ""
        # Of the window from the start: without a parent, what it hears of itself would keep it.
        self.panel = TopicPanel(people)
        self.panel.hide()
        self.panel.closed.connect(self.leave)
        self.panel.follow_wanted.connect(self._follow)
        self.panel.crew_wanted.connect(self._join_crew)
        self.panel.topic_wanted.connect(ground.topics.choose_topic)
        self.panel.job_wanted.connect(lambda job: ground.topics.choose_topic(job_topic(job)))
        self.panel.join_wanted.connect(self._join)
        self.panel.link_wanted.connect(self._open)
        ground.topics.more.list.also = self._joined
        ground.topics.topic_changed.connect(self._choose)
        ground.topics.surveyed.connect(self._refresh)
        ground.looked.connect(self._looked)
        team.posts_changed.connect(self._ask)
        team.roster.names_changed.connect(self._renamed)
        team.jobs_changed.connect(self._refresh)

    @Slot()
    def leave(self) -> None:
        """No topic is chosen any more; the list has the keyboard."""
        self._ground.topics.choose_topic(None)
        self._people.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _joined(self, topic: str) -> tuple[str, ...]:
        return self._team.roster.names.joined(topic)

    @Slot(str)
    def _choose(self, topic: str) -> None:
        self._chosen, self._posts = topic, []
        self._ask()
        self._refresh()
        self._people.cover(self.panel if topic else None)

    @Slot()
    def _renamed(self) -> None:
        """The topic that was chosen stays so by what it is called now; undone, as it was before."""
        chosen = self._chosen
        if chosen:
            self._ground.topics.choose_topic(self._team.roster.names.name(chosen))
            self._chosen = chosen

    @Slot(Lens)
    def _looked(self, lens: Lens) -> None:
        """The list is Where's; a topic stays chosen for when one comes back."""
        chosen = lens is Lens.WHAT and self._ground.topics.topic
        self._people.cover(self.panel if chosen else None)

    @Slot()
    def _ask(self) -> None:
        topic = self._ground.topics.topic
        if topic and topic not in self._jobs():
            self._team.ask(ShowStream(topic=topic), self._take)

    def _take(self, posts: list[Json]) -> None:
        self._posts = posts
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """As it is now: what nobody is on has a panel too."""
        scene, name = self._ground.topics.scene, self._ground.topics.topic
        if not name:
            return
        chosen, jobs = scene.chosen, self._jobs()
        if chosen is None or fold(chosen.name) != fold(name):
            chosen = Topic(name)
        # Word of who joined is here before the next survey.
        chosen = replace(chosen, job=jobs.get(name))
        roster, me = self._team.roster, self._team.me
        cards = roster.cards()
        facts = {card.person.id: told for card in cards if (told := roster.facts(card.person.id))}
        followed = any(fold(each) == fold(name) for each in self._ground.asking.followed)
        self.panel.show_about(
            about(
                chosen,
                facts,
                cards,
                followed=followed,
                shared=dict(scene.shared),
                links=shared_links(self._posts, self._team.clock()),
                jobs=jobs.values(),
                me=me.person.id if me is not None else "",
                now=self._team.clock(),
                joined=roster.names.joined(name),
            )
        )

    @Slot(str, bool)
    def _follow(self, topic: str, on: bool) -> None:  # noqa: FBT001 - a slot
        self._team.ask(Follow(topic=topic, on=on), failed=self._failed)

    def _jobs(self) -> dict[str, Job]:
        """All of them, as they are named among the topics."""
        return {job_topic(job.id): job for job in self._team.jobs}

    @Slot(str, bool)
    def _join_crew(self, job: str, on: bool) -> None:  # noqa: FBT001 - a slot
        self._team.ask(JoinJob(job) if on else LeaveJob(job), failed=self._failed)

    @Slot(str, bool)
    def _join(self, post: str, on: bool) -> None:  # noqa: FBT001 - a slot
        kind = ReactionKind.JOIN if on else ReactionKind.LEAVE
        self._team.ask(ReactToPost(post, kind), failed=self._failed)

    @Slot(str)
    def _open(self, url: str) -> None:
        self._opener.open(ContactWay(ContactKind.WEB, url))

    def _failed(self, error: Exception) -> None:
        self.told.emit(sentence(error))

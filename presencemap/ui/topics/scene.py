"""What the topic map shows: hubs, faces on their rims and between them, questions.

Pure values, in lengths of the plane at 100 %. Knows no painter, no widget and no clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import cos, sin

from presencemap.domain.status import Kind
from presencemap.domain.topic_graph import Question, Topic
from presencemap.domain.topic_layout import FEW, SHOWN, Point
from presencemap.ui.people.row_facts import RowFacts

Rest = tuple[str, str, int]
"""A topic without a place: its name, its title, and how many are on it."""

Curve = tuple[Point, Point, Point, Point]
"""A cubic one on the plane: its start, its two controls, its end."""

BOX = (0.96, 0.74)
"""Of its radius, half the width and half the height of a job."""
LABEL = 34.0
"""The room round the middle of a topic that isn't a hub."""
LABEL_FACE = 24.0
"""How far above its middle the one face of such a topic is at least."""


@dataclass(frozen=True, slots=True)
class Hub:
    """A topic in its place, with ``count`` people on it; ``job``: the name of the job it is."""

    name: str
    at: Point
    radius: float
    count: int
    questions: int
    warmth: float = 1.0
    followed: bool = False
    job: str = ""

    @property
    def title(self) -> str:
        """What it is called: ``#peppol``, or the job's name."""
        return self.job or f"#{self.name}"

    def reach(self, way: float) -> float:
        """How far its rim is from its middle, in a direction (radians): a job's is a box."""
        if not self.job:
            return self.radius
        wide, high = BOX
        beside, above = abs(cos(way)) / wide, abs(sin(way)) / high
        return self.radius * min(1.05, 1 / max(beside, above))

    @property
    def is_label(self) -> bool:
        """Whether it is a name alone: one person is no gathering."""
        return self.count < 2


@dataclass(frozen=True, slots=True)
class Seat:
    """A face, on the rim of its hub or between several.

    ``at``: on a rim the hub's middle, as what shows decides which place (`faces`). ``turn``: its
    number there; from afar only the first are drawn. ``lines``: curves to the rims of its hubs.
    """

    facts: RowFacts
    at: Point
    hubs: tuple[str, ...]
    turn: int
    me: bool = False
    lines: tuple[Curve, ...] = ()

    @property
    def person(self) -> str:
        """The id of the person."""
        return self.facts.id

    @property
    def between(self) -> bool:
        """Whether lines lead to its hubs."""
        return len(self.hubs) > 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with a card of its own; ``name`` and ``initials``: of who asks."""

    question: Question
    hub: str
    name: str
    initials: str


@dataclass(frozen=True, slots=True)
class TopicScene:
    """``topics``: of the hubs, in their order, at most ``most`` and one that is chosen.

    ``rest``: those not laid out, the liveliest first. ``listed``: what is asked, the latest first,
    where the map is too narrow to show it.
    ``chosen``: the topic that is, ``shared``: others that people of it are on too, and how many.
    ``kinds``: how many people of each, ``people``: how many at all are on a topic.
    ``alone``: only I am in the team; ``drifting``: hubs or faces still go to their places.
    """

    topics: tuple[Topic, ...] = ()
    hubs: tuple[Hub, ...] = ()
    seats: tuple[Seat, ...] = ()
    asked: tuple[Asked, ...] = ()
    rest: tuple[Rest, ...] = ()
    listed: tuple[Asked, ...] = ()
    chosen: Topic | None = None
    shared: tuple[tuple[str, int], ...] = ()
    kinds: Mapping[Kind, int] = field(default_factory=dict)
    people: int = 0
    alone: bool = False
    drifting: bool = False
    most: int = SHOWN

    @property
    def narrow(self) -> bool:
        """Whether the map has an arrangement of its own, for the few that it shows."""
        return self.most <= FEW

    def hub(self, name: str | None) -> Hub | None:
        """The hub or label of a topic."""
        return next((hub for hub in self.hubs if hub.name == name), None)

    def seat(self, person: str | None) -> Seat | None:
        """Where a person's face is."""
        return next((seat for seat in self.seats if seat.person == person), None)

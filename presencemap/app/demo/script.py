"""The script of the demo: who plays, where, and what each says through the day.

Read from resources/demo/script.json, written by hand. Seconds are the demo's: a day's worth of
moves in some minutes. Owns the shape and its rules; plays nothing.
"""

import json
from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from presencemap.app.resources import resource
from presencemap.domain.availability import Availability
from presencemap.domain.contact import ContactWay, parse_contact
from presencemap.domain.person import Profile, profile_said
from presencemap.domain.place import HOME, ROAD, PlaceKind
from presencemap.domain.post import Draft, Link, PostKind, ReactionKind
from presencemap.domain.status import MAX_GUESTS, MAX_TEXT, Kind

ON_THE_ROAD_FOR = 45
"""Seconds at least between two sites: nobody teleports."""
_SATURDAY = 5


class Shape(BaseModel):
    """Closed: a slip of the pen in the script is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Scene(Shape):
    """A place of the script; ``within`` names the one around it, which comes before it."""

    name: str
    kind: PlaceKind
    town: str = ""
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    capacity: int | None = None


class Drawing(Shape):
    """A floor's plan: a picture in resources/demo, and where each room and desk is on it."""

    floor: str
    picture: str
    shapes: dict[str, tuple[tuple[int, int], ...]]


class Line(Shape):
    """What a person says ``at`` so many seconds; what isn't named stays."""

    at: Annotated[int, Field(ge=0)] = 0
    availability: Availability | None = None
    kind: Kind = Kind.WORKING_ON
    text: Annotated[str, Field(max_length=MAX_TEXT)] | None = None
    place: str | None = None
    guests: Annotated[int, Field(ge=0, le=MAX_GUESTS)] = 0
    minutes: Annotated[int, Field(ge=5, le=600)] = 120
    """Until when: so many minutes from then."""


class Outlook(Shape):
    """What a person plans: so many working days ``ahead``, for so many ``days`` if they are out.

    ``place`` is one of the script's; ``town`` any other.
    """

    ahead: Annotated[int, Field(ge=0, le=10)]
    days: Annotated[int, Field(ge=1, le=14)] = 1
    place: str | None = None
    town: str = ""
    text: Annotated[str, Field(max_length=MAX_TEXT)] = ""
    out: bool = False

    def span(self, today: date) -> tuple[date, ...]:
        """Its days; the first is no Saturday or Sunday, unless it is today."""
        first, left = today, self.ahead
        while left:
            first += timedelta(days=1)
            left -= first.weekday() < _SATURDAY
        return tuple(first + timedelta(days=n) for n in range(self.days))


class Said(Shape):
    """What somebody says in the stream, or does with what was said.

    So many minutes ``ago``, before the curtain rises, or ``at`` so many seconds of the play.
    ``key`` names it for those after it.
    """

    by: str
    kind: PostKind | ReactionKind
    key: str = ""
    ago: Annotated[int, Field(ge=0)] | None = None
    at: Annotated[int, Field(ge=0)] | None = None
    to: str = ""
    text: str = ""
    links: tuple[tuple[str, str], ...] = ()
    """Addresses with their titles."""

    @property
    def draft(self) -> Draft:
        """As a post that is about no other."""
        assert isinstance(self.kind, PostKind)
        links = [Link.said(url, title) for url, title in self.links]
        return Draft.said(self.kind, self.text, links)


class Part(Shape):
    """A person, what they said before the curtain rose, their day, and the days to come."""

    name: str
    talents: tuple[str, ...]
    contacts: tuple[str, ...]
    said_ago: Annotated[int, Field(ge=0, le=240)]
    """Minutes since they said their first line."""
    first: Line
    day: tuple[Line, ...]
    week: tuple[Outlook, ...] = ()
    jobs: tuple[str, ...] = ()
    """The jobs that they are on, each as one would type it."""

    @property
    def profile(self) -> Profile:
        """The profile, checked like one that a person typed."""
        return profile_said(self.name, self.talents, self.ways)

    @property
    def ways(self) -> tuple[ContactWay, ...]:
        """The contact ways."""
        return tuple(map(parse_contact, self.contacts))


class Kept(Shape):
    """A link that whoever watches keeps."""

    url: str
    title: str


class Script(Shape):
    """The whole play. ``me`` is whoever watches."""

    team: str
    links: tuple[Kept, ...] = ()
    scenes: tuple[Scene, ...]
    plans: tuple[Drawing, ...] = ()
    me: Part
    cast: tuple[Part, ...]
    posts: tuple[Said, ...] = ()
    """Those of before, then those of the play in their order."""
    follows: dict[str, tuple[str, ...]] = {}
    """By whom, and whom: names, and ``#topics``."""
    joined: dict[str, str] = {}
    """Topics that are part of another one."""

    def said_before(self, name: str) -> tuple[Said, ...]:
        """What a person said before the curtain rose, the oldest first."""
        before = [post for post in self.posts if post.by == name and post.ago is not None]
        return tuple(sorted(before, key=lambda post: -(post.ago or 0)))

    def said_live(self) -> tuple[Said, ...]:
        """What is said in the play."""
        return tuple(post for post in self.posts if post.at is not None)

    @classmethod
    def load(cls) -> Self:
        """The script in resources/demo."""
        return cls.model_validate(json.loads(resource("demo", "script.json").read_text("utf-8")))

    @model_validator(mode="after")
    def _plausible(self) -> Self:
        sites = {HOME.id: HOME.id, ROAD.id: ROAD.id}
        for scene in self.scenes:
            sites[scene.name] = sites[scene.within] if scene.within else scene.name
        for part in (self.me, *self.cast):
            _check(part, sites)
        names = {part.name for part in (self.me, *self.cast)}
        _check_posts(self.posts, names)
        followed = {each for some in self.follows.values() for each in some if each[0] != "#"}
        if strangers := {*self.follows, *followed} - names:
            raise ValueError(f"nobody knows {sorted(strangers)}")
        return self


def _check(part: Part, sites: dict[str, str]) -> None:
    """Known places, rising times, and a while on the road between two sites."""
    here, since = part.first.place, 0
    for line in (part.first, *part.day):
        if line.place is None:
            continue
        if line.place not in sites or (here is not None and here not in sites):
            raise ValueError(f"{part.name}: nobody knows {line.place!r}")
        moved = here is not None and sites[line.place] != sites[here]
        if moved and ROAD.id not in (line.place, here):
            raise ValueError(f"{part.name} teleports from {here!r} to {line.place!r}")
        if moved and here == ROAD.id and line.at - since < ON_THE_ROAD_FOR:
            raise ValueError(f"{part.name} arrives at {line.place!r} too soon")
        here, since = line.place, line.at if line.place != here else since
    for outlook in part.week:
        if outlook.place is not None and outlook.place not in sites:
            raise ValueError(f"{part.name}: nobody knows {outlook.place!r}")
        if bool(outlook.place) + bool(outlook.town) + outlook.out > 1:
            raise ValueError(f"{part.name} plans to be in two places")
    times = [line.at for line in part.day]
    if times != sorted(times):
        raise ValueError(f"{part.name}: the day isn't in order")


def _check_posts(posts: tuple[Said, ...], names: set[str]) -> None:
    """Known people, each post said once, in the play in its order, and about what was said."""
    said: set[str] = set()
    at = 0
    for post in posts:
        if post.by not in names or (post.ago is None) is (post.at is None):
            raise ValueError(f"{post.by!r} says {post.text!r} when?")
        if (post.to and post.to not in said) or (post.at or at) < at:
            raise ValueError(f"{post.by} is too early with {post.text!r} on {post.to!r}")
        if post.to and post.at is None:
            raise ValueError(f"{post.by}: what others said before isn't known to {post.text!r}")
        at = post.at or at
        said.add(post.key)

"""A company of 200 invented people and 3,000 posts, of whom it is known who knows what.

Made out of the hand-written sentences beside it, the same each time; see README.md.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, Final

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.person import Person, Profile
from presencemap.domain.post import Draft, Link, Post, PostKind, ReactionKind
from presencemap.domain.roster import Card
from presencemap.domain.status import Activity, Kind, Status

HERE: Final = Path(__file__).parent
NOW: Final = 1_800_000_000_000
DAY: Final = 86_400_000
PEOPLE, POSTS = 200, 3_000
DUTCH_PART = 0.6
TAGGED = 0.55
_NAMES = """
Aïsha Amina Anke Bart Bilal Bram Carla Céline Dirk Elif Emma Fatima Femke Geert Hassan Ilse Jan Joke
Joris Katrien Koen Lara Lotte Maarten Mehmet Mies Nadia Noor Omar Petra Pieter Rik Roos Sara Sofie
Tom Wim Yasmine Zoë Zeynep
"""
FIRST = _NAMES.split()
LAST = ("Bakker", "De Smedt", "El Idrissi", "Jansen", "Maes")
CLIENTS = ("Acme", "de gemeente Gent", "Boreas", "Cormoran", "het ziekenhuis", "Delta", "Kobalt")
SMALL_TALK = {
    "nl": (
        "Trein heeft vertraging, ik sluit later aan",
        "Wie gaat er mee lunchen om kwart over twaalf?",
        "Soep is op, broodjes zijn er nog",
        "Vandaag de hele dag bij {client}",
        "Mailbox weer leeg, nu koffie",
        "Weekstart voorbereiden met het team",
        "Jaargesprekken ingepland voor december",
        "Notulen van het overleg bij {client} uitwerken",
        "Bezig met de planning van volgende maand",
        "Fijne bijeenkomst gehad bij {client}",
        "Presentatie voor {client} afmaken",
        "De printer op twee doet het weer",
        "Kick-off met {client} was levendig",
        "Kaartjes voor het concert over, wie wil?",
        "Sleutels gevonden in zaal drie",
        "Kwartaalcijfers staan klaar voor het overleg",
    ),
    "en": (
        "Train is late, joining after ten",
        "Anyone for lunch at quarter past twelve?",
        "Soup is gone, sandwiches are left",
        "All day at {client} today",
        "Inbox empty, coffee next",
        "Preparing the weekly start with the team",
        "Yearly talks planned for December",
        "Minutes of the meeting at {client}",
        "Planning next month",
        "Good session at {client}",
        "Finishing the slides for {client}",
        "The printer on two works again",
        "Kick-off with {client} was lively",
        "Spare tickets for the concert",
        "Keys found in room three",
        "Quarterly figures are ready for the meeting",
    ),
}
ME_TOO = {
    "nl": ("Zelfde probleem hier, ik volg mee", "Geen idee, maar ben benieuwd"),
    "en": ("Same here, following", "No idea, curious though"),
}


@dataclass
class Company:
    """Who is there, what was said and done, and what is asked of whom."""

    cards: dict[str, Card]
    posts: list[Post] = field(default_factory=list)
    reactions: list[tuple[str, str, ReactionKind]] = field(default_factory=list)
    """(author, post, kind)."""
    experts: dict[str, frozenset[str]] = field(default_factory=dict)
    """Of each theme."""
    on: dict[str, str] = field(default_factory=dict)
    """The theme whose words each who is on something says."""
    otherwise: set[str] = field(default_factory=set)
    """Those of them who mean something else by these."""


@dataclass(frozen=True)
class Question:
    """What somebody types, and who should be named."""

    text: str
    theme: str
    held_out: bool
    relevant: frozenset[str]


def questions(company: Company) -> list[Question]:
    """All forty."""
    parts = tomllib.loads((HERE / "questions.toml").read_text("utf-8"))
    return [
        Question(text, theme, part == "held_out", company.experts[theme])
        for part, themes in parts.items()
        for theme, texts in themes.items()
        for text in texts
    ]


def company(seed: int = 53) -> Company:
    """The company, the same for the same seed."""
    return _Making(Random(seed)).made()


class _Making:
    """Deals out roles theme by theme, and lets everybody speak their part."""

    def __init__(self, random: Random) -> None:
        self.random = random
        names = [f"{first} {last}" for first, last in product(FIRST, LAST)]
        random.shuffle(names)
        self.people = [blake2b(name.encode(), digest_size=32).hexdigest() for name in names]
        self.language = {p: "nl" if random.random() < DUTCH_PART else "en" for p in self.people}
        self.names = dict(zip(self.people, names, strict=True))
        self.talents: dict[str, list[str]] = {person: [] for person in self.people}
        self.on: dict[str, Activity] = {}
        self.company = Company({})
        self.free = list(self.people)

    def made(self) -> Company:
        for each in ("themes_1.toml", "themes_2.toml"):
            for name, theme in tomllib.loads((HERE / each).read_text("utf-8")).items():
                self.theme(name, theme)
        while len(self.company.posts) < POSTS:
            who = self.random.choice(self.people)
            line = self.random.choice(SMALL_TALK[self.language[who]])
            self.say(who, PostKind.ACTIVITY, self.filled(line), self.some_time())
        for person in self.people:
            status = Status(Availability.AVAILABLE, NOW - DAY // 24, None, self.on.get(person))
            profile = Profile(self.names[person], tuple(self.talents[person]))
            known = Card(Person(person, profile), Presence.ONLINE, status=status)
            self.company.cards[person] = known
        self.company.posts.sort(key=lambda post: post.at)
        return self.company

    def theme(self, name: str, theme: dict[str, Any]) -> None:
        experts = self.experts()
        others = [p for p in self.people if p not in experts]
        self.random.shuffle(others)
        dabblers, askers, idle, mentions = others[:3], others[3:7], others[7:9], others[9:12]
        self.company.experts[name] = frozenset(experts)
        loud, _quiet, linker, busy = experts
        for person in (loud, linker, busy, *idle):
            self.talents[person].append(self.random.choice(theme["talents"][self.language[person]]))
        for person in (*experts, *dabblers):
            for _ in range(8 if person is busy else 5 if person in experts else 4):
                self.say(
                    person, PostKind.ACTIVITY, self.line(person, "work", theme), self.some_time()
                )
        for person in (linker, linker, linker, loud, busy):
            self.share(person, theme)
        for person in mentions:
            for _ in range(3):
                self.say(
                    person,
                    PostKind.ACTIVITY,
                    self.line(person, "mention", theme, 0),
                    self.some_time(),
                )
        for asker in askers:
            for _ in range(4):
                self.question(asker, theme, experts, dabblers)
        for person, kind, often in (
            *((p, Kind.WORKING_ON, 0.35) for p in experts),
            *((p, Kind.WORKING_ON, 0.2) for p in dabblers),
            *((p, Kind.STRUGGLING_WITH, 0.3) for p in askers),
            *((p, Kind.WORKING_ON, 0.2) for p in mentions),
        ):
            if self.random.random() < often:
                part = "mention" if person in mentions else "work"
                self.on[person] = Activity(kind, self.line(person, part, theme))
                self.company.on[person] = name
                self.company.otherwise -= {person}
                if part == "mention":
                    self.company.otherwise.add(person)

    def experts(self) -> list[str]:
        """Four who are experts of nothing else; two write Dutch, one English, one either."""
        chosen: list[str] = []
        for wanted in ("nl", "nl", "en", None):
            person = next(p for p in self.free if wanted in (None, self.language[p]))
            self.free.remove(person)
            chosen.append(person)
        self.random.shuffle(chosen)
        return chosen

    def question(
        self, asker: str, theme: dict[str, Any], experts: list[str], dabblers: list[str]
    ) -> None:
        number = self.random.randrange(len(theme["asks"]["nl"]))
        at = self.some_time()
        text = self.tagged(asker, theme["asks"][self.language[asker]][number][0], theme)
        asked = self.say(asker, PostKind.QUESTION, text, at)
        answering = self.random.sample(experts, self.random.choice((1, 2, 2, 3)))
        said = []
        for who in answering:
            line = self.random.choice(theme["asks"][self.language[who]][number][1:])
            said.append(self.say(who, PostKind.REPLY, line, self.soon(at), of=asked.id))
        for who in dabblers[: self.random.choice((0, 0, 1))]:
            line = self.random.choice(ME_TOO[self.language[who]])
            self.say(who, PostKind.REPLY, line, self.soon(at), of=asked.id)
        if self.random.random() < 0.6:
            self.did(asker, self.random.choice(said), ReactionKind.THANK)
            self.did(asker, asked, ReactionKind.SOLVE)
        if self.random.random() < 0.2:
            self.did(self.random.choice(self.people), self.random.choice(said), ReactionKind.THANK)

    def line(self, person: str, part: str, theme: dict[str, Any], tagged: float = TAGGED) -> str:
        line = self.filled(self.random.choice(theme[part][self.language[person]]))
        return self.tagged(person, line, theme, tagged)

    def tagged(self, person: str, line: str, theme: dict[str, Any], often: float = TAGGED) -> str:
        tags = theme["tags"][self.language[person]]
        longer = f"{line} #{self.random.choice(tags)}"
        return longer if self.random.random() < often else line

    def filled(self, line: str) -> str:
        return line.replace("{client}", self.random.choice(CLIENTS))

    def share(self, person: str, theme: dict[str, Any]) -> None:
        title = self.random.choice(theme["links"][self.language[person]])
        said = {"nl": "De moeite waard", "en": "Worth a read"}[self.language[person]]
        link = Link(f"https://read.example/{len(self.company.posts)}", title)
        self.say(person, PostKind.LINK, self.tagged(person, said, theme), self.some_time(), (link,))

    def say(
        self,
        who: str,
        kind: PostKind,
        text: str,
        at: int,
        links: tuple[Link, ...] = (),
        of: str | None = None,
    ) -> Post:
        name = blake2b(str(len(self.company.posts)).encode(), digest_size=16).hexdigest()
        said = Post(name, who, at, Draft(kind, text, links, of))
        self.company.posts.append(said)
        return said

    def did(self, who: str, post: Post, kind: ReactionKind) -> None:
        self.company.reactions.append((who, post.id, kind))

    def some_time(self) -> int:
        return NOW - self.random.randrange(DAY, 85 * DAY)

    def soon(self, at: int) -> int:
        return min(at + self.random.randrange(DAY // 24, DAY), NOW - DAY // 2)


def copies(made: Company, times: int, posts_each: int) -> Iterator[Company]:
    """The same company again and again, of other people: a bigger one, to measure its speed.

    Each post gets an invented word beside its own, one of 74,088: so many words are in real use.
    """
    random = Random(times)
    for number in range(times):

        def other(name: str, number: int = number) -> str:
            return f"{number:04x}{name[4:]}"

        cards = {
            other(p): replace(card, person=replace(card.person, id=other(p)))
            for p, card in made.cards.items()
        }
        kept = made.posts[:posts_each]
        posts = [
            replace(
                post,
                id=other(post.id),
                author=other(post.author),
                said=replace(
                    post.said,
                    text=f"{post.said.text} {_invented(random)}",
                    of=post.said.of and other(post.said.of),
                ),
            )
            for post in kept
        ]
        reactions = [(other(who), other(post), kind) for who, post, kind in made.reactions]
        yield Company(cards, posts, reactions)


def _invented(random: Random) -> str:
    """A word of three syllables."""
    return "".join(random.choice("bdfgklmnprstvz") + random.choice("aeo") for _ in range(3))

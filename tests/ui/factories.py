"""Invented colleagues, places and a moment for tests and galleries of the interface.

`team(n)` gives me and n colleagues, with a spread of states; every name is made up.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from presencemap.app.doctor.facts import Answer, Colleague, Facts, Network
from presencemap.app.doctor.findings import Report, judged, reached
from presencemap.app.knowledge.findings import Asked, Findings, Said
from presencemap.domain.availability import Availability, Presence, Reach
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.expertise import Expert, Reason, Sign
from presencemap.domain.job import Job
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.plan import Plan, day_of
from presencemap.domain.roster import MINUTE, Card
from presencemap.domain.status import Activity, Kind, Status
from presencemap.net.sounding import Sounding
from presencemap.protocol.address import Outcome

NOW = 1_795_512_240_000  # a Tuesday morning, 09:24 UTC
NAMES = [
    "Joris De Smedt",
    "Lotte Maes",
    "Fien Dhondt",
    "Nele Van Acker",
    "Amina El Idrissi",
    "Sara Willems",
    "Yasmine Haddad",
    "Hugo Wijnen",
    "Bram Claeys",
    "Wout Mertens",
    "Koen Baert",
    "Pieter Goossens",
    "Marijke de Vries",
    "Sanne Bakker",
    "Daan Visser",
    "Femke Jansen",
    "Ruben Peeters",
    "Thijs van den Berg",
    "Ilse Vandenbroucke",
    "Noor Bakker",
    "Tom Hermans",
    "Kaat Theunis",
    "Lies Janssens",
    "Ömer Yıldız",
    "Zoë Lambrecht",
    "Jan-Willem ter Horst",
    "Annelies Vanderstraeten-Goethals",
    "Bas Mulder",
    "Eline Dewitte",
    "Gert-Jan Smits",
    "Hanne Wouters",
    "Iris Bosman",
    "Jef Cools",
    "Klaas Dijkstra",
    "Mieke Simons",
    "Niels Kuipers",
    "Oona Segers",
    "Paul Verbeke",
    "Roos Timmermans",
    "Stijn Lauwers",
    "Tine Aerts",
    "Vera Hoekstra",
    "Willem Raes",
]
PLACES = PlaceTree(
    (
        Place("gent", "Gent office", PlaceKind.OFFICE, None, 51.05, 3.72, "Gent"),
        Place("d4", "Desk D4", PlaceKind.DESK, "gent"),
        Place("acme", "Acme", PlaceKind.CLIENT, None, 51.04, 3.74, "Gent"),
        Place("acme312", "Room 3.12", PlaceKind.ROOM, "acme"),
        Place("utrecht", "Utrecht office", PlaceKind.OFFICE, None, 52.09, 5.12, "Utrecht"),
        Place("rabelink", "Rabelink Bank", PlaceKind.CLIENT, None, 52.37, 4.9, "Amsterdam"),
        Place("kompas", "Kompas", PlaceKind.CLIENT, None, 50.94, 4.04, "Aalst"),
        Place("zurenborg", "Zurenborg", PlaceKind.OFFICE, None, 51.2, 4.43, "Antwerpen"),
        Place("hof", "Bureau Hofkwartier", PlaceKind.CLIENT, None, 52.08, 4.3, "Den Haag"),
        Place("philotron", "Philotron", PlaceKind.CLIENT, None, 51.44, 5.48, "Eindhoven"),
        Place("reie", "De Reie", PlaceKind.CLIENT, None, 51.21, 3.22, "Brugge"),
        Place("limbos", "Limbos", PlaceKind.CLIENT, None, 50.93, 5.34, "Hasselt"),
    )
)
_SITES = [
    "acme312",
    "gent",
    "zurenborg",
    "gent",
    "acme",
    "kompas",
    "utrecht",
    "rabelink",
    "home",
    "d4",
    "road",
    "reie",
    "limbos",
]
_TEXTS = (
    (Kind.STRUGGLING_WITH, "Peppol invoices bounce on the customer’s VAT number format #peppol"),
    (Kind.WORKING_ON, "Cut-over plan with Acme finance"),
    (Kind.THINKING_ABOUT, "How do we teach data literacy without a course? #learning"),
    (Kind.WORKING_ON, "Writing the Kompas report, back at two"),
    (Kind.WORKING_ON, "Peppol access point test bench #peppol #invoicing"),
    (Kind.WORKING_ON, "Interview guide for port planners"),
    (Kind.STRUGGLING_WITH, "Getting 30 dockers into one retrospective"),
    None,
)
_TALENTS = ("Facilitation", "Integration", "Java", "Patience", "EDI", "Rail freight", "Lean", "SQL")


@dataclass(frozen=True)
class Team:
    """What the window shows: the cards (mine first), the places, the moment in ms."""

    cards: tuple[Card, ...]
    places: PlaceTree = PLACES
    now: int = NOW

    @property
    def me(self) -> Card:
        return self.cards[0]


def person_id(number: int) -> str:
    """A person's id: 64 hex digits, well spread over the eight tints."""
    return f"{(number * 2_654_435_761 + 7) % 2**32:08x}" + f"{number:056x}"


def person(number: int, name: str) -> Person:
    """A person with talents and up to four contact ways."""
    mail = name.lower().split()[0] + "@team.example"
    ways = (
        ContactWay(ContactKind.TEAMS, mail),
        ContactWay(ContactKind.PHONE, f"+32955501{number:02d}"),
        ContactWay(ContactKind.MAIL, mail),
        ContactWay(ContactKind.WEB, "https://team.example/people"),
    )
    talents = tuple(dict.fromkeys(_TALENTS[(number * k) % len(_TALENTS)] for k in (1, 3, 5)))
    return Person(person_id(number), Profile(name, talents, ways[: 1 + number % 4]))


def card(
    number: int,
    name: str,
    *,
    availability: Availability = Availability.AVAILABLE,
    presence: Presence = Presence.ONLINE,
    place: str | None = "gent",
    activity: Activity | None = None,
    seen: int = 0,
    since: int = 14 * MINUTE,
    until: int | None = 180 * MINUTE,
    me: bool = False,
) -> Card:
    """A card; `seen` and `since` are ages and `until` a length, all in ms from NOW."""
    status = Status(
        availability, NOW - since, place, activity, None if until is None else NOW + until
    )
    reach = Reach.DIRECT if presence is Presence.ONLINE else Reach.NONE
    return Card(person(number, name), presence, reach, NOW - seen, status, me)


def team(colleagues: int = 12) -> Team:
    """Me at Acme, and that many colleagues (at most 43), number 8 last known, 12 offline."""
    cards = [card(0, "Sofie Vermeulen", place="acme", me=True)]
    states = list(Availability)
    for number, name in enumerate(NAMES[:colleagues], start=1):
        said = _TEXTS[(number - 1) % len(_TEXTS)]
        stale, gone = number % 14 == 8, number % 14 == 12
        cards.append(
            card(
                number,
                name,
                availability=states[(number // 2) % 4] if number > 1 else states[0],
                presence=Presence.OFFLINE if stale or gone else Presence.ONLINE,
                place="hof" if stale else _SITES[(number - 1) % len(_SITES)],
                activity=Activity(*said) if said else None,
                seen=2 * 60 * MINUTE if stale else 50 * 60 * MINUTE if gone else 20_000,
                since=(number * 7 % 50) * MINUTE,
            )
        )
    return Team(tuple(cards))


TODAY = day_of(NOW)


def day(ahead: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(days=ahead)


def planned_team(colleagues: int = 12) -> Team:
    """The same, and where they will be: most tomorrow, some later, some out of office."""
    found = team(colleagues)
    towns = (Place.in_town("Utrecht", 52.09, 5.12).id, Place.in_town("Gent", 51.05, 3.72).id)
    weeks: tuple[tuple[Plan, ...], ...] = (
        (Plan(day(1), "utrecht"), Plan(day(2), out=True), Plan(day(3), out=True)),
        (Plan(day(0), "gent", "Until two"), Plan(day(1), "utrecht", "Workshop #peppol")),
        (Plan(day(1), "acme312"), Plan(day(2), towns[1], "Anywhere near the station")),
        tuple(Plan(day(n), text="Skiing", out=True) for n in range(1, 6)),
        (Plan(day(1), "home", "Writing"), Plan(day(3), "zurenborg")),
        (),
        (Plan(day(1), towns[0]), Plan(day(4), "rabelink")),
        (Plan(day(1), text="Not sure yet"), Plan(day(2), "road")),
    )
    cards = (
        replace(card, plans=weeks[number % len(weeks)]) for number, card in enumerate(found.cards)
    )
    return replace(found, cards=tuple(cards))


def jobs() -> tuple[Job, ...]:
    """What the team of ``team`` works on: two jobs with people, one that rests."""
    tender = tuple(person_id(n) for n in (0, 1, 3, 5, 6, 9))
    return (
        Job("a1" * 16, "Peppol at Acme", ("peppol", "invoicing"), (person_id(1), person_id(2))),
        Job("b2" * 16, "Tender Rabelink", ("bids", "pricing"), tender),
        Job("c3" * 16, "Move to the Kompas building"),
    )


def question(asker: int, **changed: Any) -> dict[str, Any]:
    """A question as the node answers it."""
    said = {
        "id": "a" * 32,
        "person": person_id(asker),
        "name": "",
        "me": False,
        "kind": "question",
        "text": "",
        "topics": [],
        "links": [],
        "reply_to": None,
        "edited": False,
        "thanks": 0,
        "thanked": False,
        "joined": [],
        "solved": False,
        "helped": [],
        "rests": False,
        "replies": 0,
        "about": None,
        "at": "2026-11-23T08:00:00.000Z",
    }
    return said | changed


WORDS = ["acacia", "banjo", "kiwi", "tulip", "robot", "zebra", "mango", "fjord"]


def member(number: int, name: str, **changed: Any) -> dict[str, Any]:
    """A member as the node answers it."""
    said = {
        "person": person_id(number),
        "name": name,
        "me": False,
        "steward": False,
        "admitted": True,
        "invited_by": "Sofie Vermeulen",
        "verified": False,
        "cloned": False,
        "may_remove": True,
        "may_appoint": not changed.get("steward"),
    }
    return said | changed


def members() -> list[dict[str, Any]]:
    """Me, who founded the team, and four colleagues."""
    nothing = {"may_remove": False, "may_appoint": False}
    return [
        member(0, "Sofie Vermeulen", me=True, steward=True, invited_by=None) | nothing,
        *(
            member(number, name, verified=number == 2, steward=number == 2, admitted=number != 3)
            for number, name in enumerate(NAMES[:4], start=1)
        ),
    ]


def note(number: int, person: int, text: str, ago: int = 0, came: str = "") -> dict[str, Any]:
    """One with a colleague; mine where it says how far it `came`."""
    written = datetime.fromtimestamp(NOW / 1000 - ago, UTC)
    return {
        "id": f"{number:08x}" * 4,
        "person": person_id(person),
        "name": NAMES[person - 1],
        "mine": bool(came),
        "text": text,
        "introduces": None,
        "delivery": came or None,
        "at": written.isoformat(),
    }


def introduction(number: int, by: int, to: int, *declined: int) -> dict[str, Any]:
    """A note that brings me together with another colleague, on a topic."""
    told = {
        "person": person_id(to),
        "name": NAMES[to - 1],
        "topic": "peppol",
        "declined_by": [person_id(each) for each in declined],
    }
    return note(number, by, "Ten minutes together?", 50_000) | {"introduces": told}


def notes() -> list[dict[str, Any]]:
    """Two conversations, the newest by the second colleague."""
    return [
        note(1, 1, "Can you look at the Acme mapping tomorrow?", 90_000, "delivered"),
        note(2, 1, "Yes, before ten. Is Bram joining?", 86_000),
        note(3, 1, "He is: I asked him to bring the VAT table of the customer.", 4_000, "carried"),
        introduction(6, 3, 4),
        note(7, 1, "Rule 7 says why: https://docs.peppol.example/poacc/billing/3.0/rules", 2_000),
        note(4, 2, "The Peppol test bench is free at three, if you want it.", 600),
        note(5, 1, "And I put the <b>access point</b> log on the share.", 300, "waiting"),
    ]


def link(title: str, url: str, ago: int = 0, **changed: Any) -> dict[str, Any]:
    """A link of mine as the node answers it, kept so many days ago."""
    kept = datetime.fromtimestamp(NOW / 1000, UTC) - timedelta(days=ago)
    said = {
        "url": f"https://{url}",
        "title": title,
        "host": url.partition("/")[0],
        "topics": [],
        "at": kept.isoformat(),
        "shared": False,
        "because": {"topics": [], "words": []},
    }
    return said | changed


def links() -> list[dict[str, Any]]:
    """Some of mine, those first that fit what Joris is on."""
    return [
        link(
            "Peppol BIS Billing 3.0: the rules that make invoices bounce",
            "docs.peppol.example/poacc/billing/3.0/rules",
            160,
            topics=["peppol", "invoicing"],
            shared=True,
            because={"topics": ["peppol"], "words": ["invoices", "bounce"]},
        ),
        link(
            "VAT numbers by country, with a regular expression for each",
            "vat.example/formats",
            20,
            topics=["vat"],
            because={"topics": [], "words": ["number", "format"]},
        ),
        link("Facilitating with silence", "liberating.example/1-2-4-all", 3, topics=["learning"]),
        link("", "wiki.team.example/onboarding?page=2", 1),
        link("Lunch in Gent", "eat.example/gent", 60),
        link("How we write decisions", "wiki.team.example/decisions", 90, topics=["writing"]),
    ]


def invites() -> list[dict[str, Any]]:
    """One that lets people in, one that let in more than it was meant for."""
    open_one = {
        "id": "ab" * 16,
        "label": "New colleagues in May",
        "by": "Sofie Vermeulen",
        "mine": True,
        "expires": "2027-01-22T09:12:00.000Z",
        "uses": 50,
        "used": 4,
        "overshoot": 0,
        "open": True,
        "may_withdraw": True,
    }
    full = {"id": "cd" * 16, "label": "", "mine": False, "by": "Bram", "uses": 1, "used": 3}
    return [open_one, {**open_one, **full, "overshoot": 2, "open": False}]


def report(people: Team, outcome: Outcome = Outcome.TIMEOUT) -> Report:
    """What the doctor finds: the door answers with that outcome, all else is well."""
    colleagues = []
    for number, each in enumerate(people.cards[1:], start=1):
        there = each.presence is Presence.ONLINE
        relayed = there and number % 4 == 3
        colleagues.append(
            Colleague(
                each.person.id,
                each.person.name,
                each.presence,
                Reach.RELAYED if relayed else each.reach,
                through=NAMES[0] if relayed else "",
                address="" if relayed else f"10.{20 + 10 * (number % 3)}.8.{number}",
                delay=2 + number if there and not relayed else None,
                skew=-400 if there and not relayed else None,
                last_heard=each.last_seen,
                verified=number % 3 == 1,
                goodbye=number % 14 == 8,
            )
        )
    colleagues.sort(key=lambda each: not reached(each))
    return judged(
        Facts(
            at=people.now,
            door=47_800,
            networks=(
                Network("wlan0", "10.20.8.5", 22, used=True),
                Network("tun0", "10.99.0.5", 24, used=False),
            ),
            sounding=Sounding(looped=("10.20.8.5",), team=3, hosts=12),
            asked=1,
            answers=(Answer(NAMES[0], outcome, "10.20.8.5"),),
            colleagues=tuple(colleagues),
        )
    )


def post(number: int, person: int, text: str, ago: int = 0, **given: Any) -> dict[str, Any]:
    """A post as ``stream --json`` has it; by a person's number, so many minutes ago."""
    at = datetime.fromtimestamp((NOW - ago * MINUTE) / 1000, UTC)
    return {
        "id": f"{number:032x}",
        "person": person_id(person),
        "name": "Sofie Vermeulen" if person == 0 else NAMES[person - 1],
        "me": person == 0,
        "kind": "activity",
        "text": text,
        "topics": [],
        "links": [],
        "reply_to": None,
        "edited": False,
        "thanks": 0,
        "thanked": False,
        "joined": [],
        "solved": False,
        "helped": [],
        "rests": False,
        "replies": 0,
        "about": None,
        "at": at.isoformat().replace("+00:00", "Z"),
        **given,
    }


def posts() -> list[dict[str, Any]]:
    """A stream of a morning, the newest first."""
    rule = {"url": "https://docs.peppol.example/vat", "title": "VAT identifiers in BIS Billing 3.0"}
    bench = {"url": "https://wiki.lerend.example/bench", "title": "Peppol test bench, how to"}
    asked = post(
        1,
        1,
        "Peppol invoices bounce on the customer’s VAT number format #peppol #invoicing",
        14,
        kind="question",
        replies=3,
        joined=[person_id(2)],
    )
    shared = post(
        3,
        5,
        "Test bench runs. Free to try your invoices on it until Friday #peppol",
        60,
        links=[bench],
        thanks=2,
    )
    return [
        post(9, 0, "Reading the Acme test log with #peppol eyes", 4),
        post(
            8,
            2,
            "Same in Utrecht. The rule text is here:",
            9,
            kind="reply",
            reply_to=asked["id"],
            about=asked,
            links=[rule],
        ),
        asked,
        post(
            2,
            3,
            "Water levels as a story for mayors, not a chart. Who tells stories? #reports",
            32,
            kind="question",
            replies=1,
        ),
        post(
            4,
            20,
            "Who bills by Peppol, try it",
            45,
            kind="reshare",
            reply_to=shared["id"],
            about=shared,
        ),
        shared,
        post(
            5,
            6,
            "Interviewgids voor havenplanners: wie leest mee? #havens",
            190,
            kind="question",
            solved=True,
            helped=[person_id(4)],
            replies=2,
            edited=True,
        ),
        post(6, 4, "Kompas-rapport is de deur uit", 1500),
    ]


def thread() -> list[dict[str, Any]]:
    """What was said on the question of that stream."""
    asked = next(each for each in posts() if each["kind"] == "question")
    rule = {"url": "https://docs.peppol.example/vat", "title": "VAT identifiers in BIS Billing 3.0"}
    about = {"kind": "reply", "reply_to": asked["id"], "about": asked}
    return [
        asked,
        post(21, 5, "Leading zero. Belgian numbers need ten digits, scheme 0208.", 11, **about),
        post(8, 2, "Same in Utrecht. The rule text is here:", 9, **about, links=[rule], thanks=1),
        post(22, 0, "Acme stores them without the prefix, I can ask for an export.", 6, **about),
    ]


def findings(text: str) -> Findings:
    """What a search finds in that team: of anything but "nothing" the same."""
    day = 24 * 60 * MINUTE
    if not text.strip():
        return Findings(text, examples=("Peppol", "#onboarding", "Facilitation", "#vat", "Xml"))
    if "nothing" in text:
        return Findings(text)

    def said(number: int, by: int, kind: str, days: float, text: str, *link: str) -> Said:
        return Said(f"{number:032x}", person_id(by), kind, NOW - int(days * day), text, *link)

    def expert(number: int, *reasons: Reason) -> Expert:
        return Expert(person_id(number), reasons)

    people = (
        expert(
            5,
            Reason(Sign.SOLVED, 2, ("invoicing",), 2),
            Reason(Sign.TALENT, 2, ("Peppol", "Testing")),
            Reason(Sign.ON_IT, 1, ("Test bench for #peppol",)),
        ),
        expert(6, Reason(Sign.ANSWERED, 3, ("peppol", "vat"), 1), Reason(Sign.TALENT, 1, ("Xml",))),
        Expert(
            person_id(1),
            (Reason(Sign.TALENT, 1, ("Integration",)), Reason(Sign.COMPANION, 1)),
            companion=True,
        ),
        expert(
            2,
            Reason(Sign.ON_JOB, 1, ("Peppol at Acme",)),
            Reason(Sign.LINK, 3, ("invoicing",)),
            Reason(Sign.WORKED, 4, ("peppol",)),
        ),
        expert(11, Reason(Sign.WORKED, 2, ("vat",))),
    )
    schema = "Schema and rules", "https://docs.peppol.example/rules"
    return Findings(
        text,
        topics=("peppol", "invoicing"),
        talents=("Peppol", "Integration"),
        people=people,
        jobs=jobs()[:1],
        said=(
            said(1, 2, "link", 3, "The rules that our invoices are checked by #peppol", *schema),
            said(2, 5, "activity", 0.1, "Test bench for #peppol runs, ask me for an account"),
            said(3, 6, "reply", 40, "The VAT number wants its country before it, BE0… #invoicing"),
        ),
        asked=(
            Asked(
                said(
                    4,
                    1,
                    "question",
                    0.01,
                    "Peppol bounces on the VAT number, who has seen this?",
                ),
                True,
                4,
                said(5, 5, "reply", 0.005, "Twice the prefix: take BE out of the field"),
                (person_id(5),),
            ),
            Asked(said(6, 3, "question", 5, "VAT checks in the Acme portal?"), False, 0),
        ),
    )


def follows() -> dict[str, Any]:
    """Whom and what I follow, who follows me, and who follows a topic."""
    return {
        "people": [person_id(1), person_id(5)],
        "topics": ["peppol"],
        "followers": [person_id(2), person_id(5)],
        "by_topic": {"#peppol": [person_id(1), person_id(5)]},
    }


def digest() -> dict[str, Any]:
    """What happened while I was away."""

    def line(kind: str, *people: int, post: int = 0, **more: str) -> dict[str, Any]:
        ids, of = [person_id(n) for n in people], f"{post:032x}" if post else ""
        said = {"kind": kind, "people": ids, "post": of, "waits": kind == "answered"}
        return {**said, "topic": "", "other": "", "place": "", "town": "", **more}

    return {
        "lines": [
            line("answered", 5, 2, post=9),
            line("known", 1, post=1),
            line("together", 6, 10, place="zurenborg", town="Antwerpen"),
            line("introduced", 2, other=person_id(7), topic="sso"),
            line("follower", 2, 3, 4),
        ],
        "others": 11,
        "waiting": 1,
    }

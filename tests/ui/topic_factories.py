"""Invented people on topics, and what is asked, for tests and galleries of the topic map.

`on_topics(n)` gives me and n - 1 others, spread as people are: few topics have many, many have few.
"""

import random
from dataclasses import replace
from typing import Any

from presencemap.app.views import moment
from presencemap.domain.availability import Availability
from presencemap.domain.roster import MINUTE, Card
from presencemap.domain.status import Activity, Kind
from tests.ui import factories as made

_WORDS = (
    "data learning peppol invoicing care reports facilitation sso onboarding archive privacy ports "
    "rail planning budget security testing api design lean sprint hiring maps energy water health"
)
TOPICS = tuple(_WORDS.split(" "))
_SAID = (
    "Test bench for the access point",
    "Interview guide for planners",
    "Which column is the truth?",
    "Cut-over plan with finance",
    "Reading what others wrote about it",
    "First draft, comments welcome",
    "Sketches for Thursday",
    "Migration, batch 3 of 7",
)
_KINDS = (*[Kind.WORKING_ON] * 5, Kind.STRUGGLING_WITH, *[Kind.THINKING_ABOUT] * 2)
_STATES = (*[Availability.AVAILABLE] * 3, *Availability)


def on_topics(people: int, topics: int = 0) -> tuple[Card, ...]:
    """Everybody's cards, mine first; ``topics``: how many there are, 0 for as many as fit."""
    chance = random.Random(people)
    count = topics or max(2, min(len(TOPICS), people // 4))
    names = [*TOPICS, *(f"topic-{number}" for number in range(count))][:count]
    weights = [1 / (place + 1) ** 0.8 for place in range(count)]
    cards = []
    for number in range(people):
        several = chance.choice((0, 1, 1, 1, 1, 2, 2)) if number else 1
        on = dict.fromkeys(chance.choices(names, weights, k=several))
        text = " ".join([chance.choice(_SAID), *(f"#{name}" for name in on)])
        first, last = made.NAMES[number % 43], made.NAMES[(number + number // 43) % 43]
        name = "Sofie Vermeulen" if number == 0 else f"{first.split()[0]} {last.split()[-1]}"
        card = made.card(
            number,
            name,
            availability=chance.choice(_STATES),
            activity=Activity(chance.choice(_KINDS), text),
            since=chance.randrange(300) * MINUTE,
            me=number == 0,
        )
        cards.append(replace(card, followed=number % 9 == 1))
    return tuple(cards)


def asked(number: int, asker: int, text: str, *joined: int, ago: int = 30) -> dict[str, Any]:
    """An open question as the node answers it; people by their numbers, ``ago`` in minutes."""
    words = [word.strip("?.,") for word in text.split()]
    return {
        "id": f"{number:032x}",
        "person": made.person_id(asker),
        "name": "",
        "me": asker == 0,
        "kind": "question",
        "text": text,
        "topics": [word[1:].lower() for word in words if word[0] == "#"],
        "links": [],
        "reply_to": None,
        "joined": [made.person_id(each) for each in joined],
        "solved": False,
        "at": moment(made.NOW - ago * MINUTE),
    }


def questions() -> list[dict[str, Any]]:
    """What three colleagues ask."""
    return [
        asked(1, 3, "Why do invoices bounce on the VAT number format? #peppol", 5, 6, ago=14),
        asked(2, 8, "Single sign-on between Teams and ward tablets? #learning", 9, ago=50),
        asked(3, 11, "Which consent text do people actually read? #data", 12, 13, 14, ago=90),
    ]


def links() -> list[dict[str, Any]]:
    """What was said on a topic: two of the posts give a link."""
    found = []
    for number, title in enumerate(("VAT identifiers in BIS Billing 3.0", "", "A test bench")):
        post = asked(20 + number, 4 + number, "Read this #peppol", ago=60 * (number + 1))
        url = f"https://docs.example/{number}"
        post |= {"kind": "link", "name": made.NAMES[3 + number], "replies": 0}
        post["links"] = [{"url": url, "title": title}] if title else []
        found.append(post)
    return found

"""What the topic map says in words: counts, and what a screen reader hears.

Owns the map's sentences, translated. Knows no widget and no pixels.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale

from presencemap.domain.topic_graph import Question
from presencemap.ui.map.phrases import colleagues
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.painting.kind import kind_word
from presencemap.ui.topics.scene import Asked, Hub, Seat, TopicScene

translate = QCoreApplication.translate


class _Card(Protocol):
    @property
    def key(self) -> str: ...

    @property
    def asked(self) -> Asked: ...


def people(count: int) -> str:
    """A number of people on a topic."""
    if count == 1:
        return translate("TopicMap", "1 person")
    return translate("TopicMap", "{count} people").format(count=QLocale().toString(count))


def joined(count: int) -> str:
    """How many joined a question; "" for nobody."""
    if count == 0:
        return ""
    if count == 1:
        return translate("TopicMap", "1 joined")
    return translate("TopicMap", "{count} joined").format(count=count)


def open_questions(count: int) -> str:
    """How much is asked; "" for nothing."""
    if count == 0:
        return ""
    if count == 1:
        return translate("TopicMap", "1 open question")
    return translate("TopicMap", "{count} open questions").format(count=count)


def topics(count: int) -> str:
    """A number of topics."""
    if count == 1:
        return translate("TopicMap", "1 topic")
    return translate("TopicMap", "{count} topics").format(count=count)


def map_name(scene: TopicScene) -> str:
    """The map as a whole."""
    return translate("TopicMap", "Map, On what, {colleagues}, {topics}").format(
        colleagues=colleagues(scene.people), topics=topics(len(scene.hubs) + len(scene.rest))
    )


def topic_name(title: str) -> str:
    """A topic or a job, for a screen reader."""
    if title[0] != "#":
        return translate("TopicMap", "Job {name}").format(name=title)
    return translate("TopicMap", "Topic {name}").format(name=title[1:])


def summary(count: int, shared: Sequence[tuple[str, int]], joined: Sequence[str] = ()) -> str:
    """How many are on a topic now, with which it shares most, and which others are part of it."""
    also = ", ".join(f"#{key}" for key in joined)
    part = translate("TopicMap", "Also called {topics}.").format(topics=also) if joined else ""
    if not count:
        return " ".join(filter(None, [translate("TopicMap", "Nobody is on it now."), part]))
    now = translate("TopicMap", "{people} now.").format(people=people(count))
    if shared:
        name, most = shared[0]
        words = translate("TopicMap", "{now} Shares {people} with #{topic}.")
        now = words.format(now=now, people=people(most), topic=name)
    return " ".join(filter(None, [now, part]))


def knows(talents: Sequence[str]) -> str:
    """For which talents somebody is named."""
    return translate("TopicMap", "Knows {talents}").format(talents=", ".join(talents))


def link_name(title: str, meta: str) -> str:
    """A link that was shared."""
    return translate("TopicMap", "Open {title}, shared by {meta}").format(title=title, meta=meta)


def question_words(question: Question, name: str) -> str:
    """Who asks what, and how many joined."""
    words = f"{asks(question, name)}: {question.text}"
    return ", ".join(filter(None, [words, joined(len(question.joined))]))


def hub_name(hub: Hub) -> str:
    """A topic: "Topic peppol, 3 people, 1 open question"."""
    name = topic_name(hub.title)
    return ", ".join(filter(None, [name, people(hub.count), open_questions(hub.questions)]))


def on_topic(name: str) -> str:
    """What a question is about."""
    return translate("TopicMap", "on {topics}").format(topics=f"#{name}")


def asks(question: Question, name: str) -> str:
    """Who asks, or struggles: the first name of a colleague."""
    first = name.split(" ", 1)[0]
    if question.post:
        return translate("TopicMap", "{name} asks").format(name=first)
    return translate("TopicMap", "{name} is struggling").format(name=first)


def question_name(asked: Asked) -> str:
    """A question's card."""
    return question_words(asked.question, asked.name)


def seat_name(seat: Seat, titles: Mapping[str, str]) -> str:
    """A person: "Joris De Smedt, available, struggling with: ..., on peppol, invoicing"."""
    facts = seat.facts
    said = f"{kind_word(facts.kind).lower()}: {facts.line}" if facts.kind is not None else ""
    hubs = ", ".join(titles[name].removeprefix("#") for name in seat.hubs)
    on = translate("TopicMap", "on {topics}").format(topics=hubs)
    word = availability_word(facts.availability).lower()
    return ", ".join(filter(None, [facts.name, word, said, on]))


def spoken(scene: TopicScene, cards: Sequence[_Card]) -> Iterator[tuple[str, str]]:
    """The key and the name of all that can be opened: each topic, then its people, its questions.

    ``#topic``, a person's id, or a card's own key.
    """
    titles = {hub.name: hub.title for hub in scene.hubs}
    for hub in scene.hubs:
        yield f"#{hub.name}", hub_name(hub)
        for seat in scene.seats:
            if seat.hubs[0] == hub.name:
                yield seat.person, seat_name(seat, titles)
        for card in cards:
            if card.asked.hub == hub.name:
                yield card.key, question_name(card.asked)

"""What is asked about topics, done on an opened team: renaming, joining, parting, listing.

Anyone may; that two who do so at once come to the same names is the protocol's care.
"""

from typing import assert_never

from presencemap.app.naming import topic_named, topic_written
from presencemap.app.topic_commands import (
    JoinTopics,
    PartTopic,
    RenameTopic,
    ShowTopics,
    TopicCommand,
)
from presencemap.app.views import topic_view
from presencemap.domain.errors import InvalidInput
from presencemap.domain.topic import merged
from presencemap.domain.wrong import Wrong
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint


def obeyed(endpoint: Endpoint, command: TopicCommand, now: int) -> tuple[object, list[Effect]]:
    """(answer, effects) of a command about topics.

    Raises:
        InvalidInput: it can't be done as asked; nothing was changed.
    """
    names = endpoint.replica.glossary.names
    match command:
        case ShowTopics(every=every):
            shown = endpoint.stream.topics(now) if every else names.renamed()
            return [topic_view(name, names) for name in shown], []
        case RenameTopic(topic=topic, name=name):
            effects = _renamed(endpoint, topic_named(topic), topic_written(name), now)
        case JoinTopics(topic=topic, whole=whole):
            other = topic_named(whole)
            if names.key(topic_named(topic)) == names.key(other):
                raise InvalidInput(
                    f"#{topic_named(topic)} and #{other} are one topic already.",
                    Wrong.TOPICS_ONE,
                    topic=topic_named(topic),
                    other=other,
                )
            effects = _renamed(endpoint, topic_named(topic), names.name(other), now)
        case PartTopic(topic=topic):
            effects = _parted(endpoint, topic_named(topic), now)
        case _:
            assert_never(command)
    return topic_view(topic_named(command.topic), endpoint.replica.glossary.names), effects


def _renamed(endpoint: Endpoint, topic: str, name: str, now: int) -> list[Effect]:
    """A topic with all that was joined with it is called so, written like that."""
    names, call = endpoint.replica.glossary.names, endpoint.owner.call_topic
    if names.name(topic) == name:
        raise InvalidInput(f"#{name} is called so already.", Wrong.TOPIC_CALLED_SO, topic=name)
    key, own = names.key(topic), merged(name)
    alone = own in names.said and names.keys(own) == {own}
    effects: list[Effect] = []
    if names.name(own) != name and (alone or own in names.keys(topic)):
        # It stands for itself from now on, and is written so.
        effects += call(own, name, now)
    if own != key:
        effects += call(key, name, now)
    return effects


def _parted(endpoint: Endpoint, topic: str, now: int) -> list[Effect]:
    names = endpoint.replica.glossary.names
    if names.key(topic) == topic:
        joined = ", ".join(f"#{key}" for key in names.joined(topic))
        if joined:
            own = names.name(topic)
            raise InvalidInput(
                f"#{own} is what {joined} are called; part one of those.",
                Wrong.TOPIC_STANDS_FOR,
                topic=own,
                joined=joined,
            )
        raise InvalidInput(
            f"#{topic} was neither renamed nor joined; see: presencemap topic list",
            Wrong.TOPIC_ALONE,
            topic=topic,
        )
    return endpoint.owner.call_topic(topic, topic, now)

"""What a person can ask of the node about topics, as immutable values; part of ``Command``.

A topic is written with its ``#`` or without, in any spelling; answers are as in ``topic list
--json``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenameTopic:
    """Call a topic otherwise for everyone; by another topic's name it is joined with that one."""

    topic: str
    name: str


@dataclass(frozen=True, slots=True)
class JoinTopics:
    """Have everyone see a topic, and all that was joined with it, as part of a whole."""

    topic: str
    whole: str


@dataclass(frozen=True, slots=True)
class PartTopic:
    """Take back that a topic was renamed or joined: it is one of its own again. Answers it."""

    topic: str


@dataclass(frozen=True, slots=True)
class ShowTopics:
    """Answers the topics that were renamed, or that others were joined with.

    ``every``: instead, all that somebody names.
    """

    every: bool = False


TopicCommand = RenameTopic | JoinTopics | PartTopic | ShowTopics
"""The commands about topics: ``topic rename``, ``join``, ``part`` and ``list``."""

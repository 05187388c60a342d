"""The commands about topics: ``topic rename``, ``join``, ``part`` and ``list``."""

from argparse import Namespace
from typing import Any

from presencemap.app import control
from presencemap.app.paths import ProfilePaths
from presencemap.app.topic_commands import JoinTopics, PartTopic, RenameTopic, ShowTopics
from presencemap.cli.answers import ask, print_rows


def topic_rename(arguments: Namespace, paths: ProfilePaths) -> None:
    """``topic rename``."""
    topic = ask(paths, control.asked(RenameTopic(arguments.topic, arguments.name)))
    print(f"Changed for everyone: {topic_line(topic)}")


def topic_join(arguments: Namespace, paths: ProfilePaths) -> None:
    """``topic join``."""
    topic = ask(paths, control.asked(JoinTopics(arguments.topic, arguments.into)))
    print(f"Changed for everyone: {topic_line(topic)}")


def topic_part(arguments: Namespace, paths: ProfilePaths) -> None:
    """``topic part``."""
    topic = ask(paths, control.asked(PartTopic(arguments.topic)))
    print(f"A topic of its own again, for everyone: {topic_line(topic)}")


def topic_list(arguments: Namespace, paths: ProfilePaths) -> None:
    """``topic list``."""
    topics = ask(paths, control.asked(ShowTopics(every=arguments.all)), from_store=True)
    print_rows(topics, topic_line, as_json=arguments.json)


def topic_line(topic: dict[str, Any]) -> str:
    """One line of ``topic list``: the name, and what is part of it."""
    joined = " ".join(f"#{key}" for key in topic["joined"])
    return f"#{topic['name']}: {joined}" if joined else f"#{topic['name']}"

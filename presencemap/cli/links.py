"""The commands about saved links: ``link save``, ``link list``, ``link remove``."""

from argparse import Namespace
from typing import Any

from presencemap.app import control
from presencemap.app.link_commands import RemoveLink, SaveLink, ShowLinks
from presencemap.app.paths import ProfilePaths
from presencemap.cli.answers import ask, print_json


def link_save(arguments: Namespace, paths: ProfilePaths) -> None:
    """``link save``."""
    wanted = SaveLink(" ".join(arguments.url), arguments.title, tuple(arguments.topic))
    saved = ask(paths, control.asked(wanted), from_store=True)
    print(f"Saved, for you alone: {link_line(saved)}")


def link_list(arguments: Namespace, paths: ProfilePaths) -> None:
    """``link list``."""
    found = ask(paths, control.asked(ShowLinks(" ".join(arguments.words))), from_store=True)
    if arguments.json:
        return print_json(
            [{k: link[k] for k in ("url", "title", "topics", "at")} for link in found]
        )
    for each in found:
        print(link_line(each))
    return None


def link_remove(arguments: Namespace, paths: ProfilePaths) -> None:
    """``link remove``."""
    wanted = RemoveLink(" ".join(arguments.link))
    gone = ask(paths, control.asked(wanted), from_store=True)
    print(f"Erased: {gone['url']}")


def link_line(link: dict[str, Any]) -> str:
    """A link as a person reads it."""
    topics = [
        f"#{topic}" for topic in link["topics"] if f"#{topic}" not in link["title"].casefold()
    ]
    return "  ".join(filter(None, [link["url"], link["title"], " ".join(topics)]))

"""The commands about what colleagues know: ``experts``, ``search``."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any, Final

from presencemap.app import control
from presencemap.app.clock import now_ms
from presencemap.app.paths import ProfilePaths
from presencemap.cli.answers import check_team, print_json
from presencemap.cli.jobs import job_line
from presencemap.cli.phrases import person_line
from presencemap.cli.posts import post_lines
from presencemap.domain.errors import NodeNotRunning

FOUND_WITHIN: Final = 60.0
_AT_MOST: Final = 3
"""Of what a reason is about, so many are named."""


def experts(arguments: Namespace, paths: ProfilePaths) -> None:
    """``experts``: who knows about something, with the reasons."""
    _tell(arguments, _found(paths, "experts", arguments.words), expert_lines)


def search(arguments: Namespace, paths: ProfilePaths) -> None:
    """``search``: what was asked and said about something, and jobs."""
    _tell(arguments, _found(paths, "search", arguments.words), found_lines)


def found_lines(found: dict[str, Any]) -> list[str]:
    """A post, or a job, that was found."""
    return [f"job {job_line(found)}"] if found["kind"] == "job" else post_lines(found)


def expert_lines(expert: dict[str, Any]) -> list[str]:
    """The person as in ``who``, the reasons below."""
    reasons = [reason_line(reason) for reason in expert["reasons"]]
    together = ["could take it on together with you"] if expert["companion"] else []
    return [person_line(expert), *(f"    {line}" for line in (*reasons, *together))]


def reason_line(reason: dict[str, Any]) -> str:
    """Why somebody is named, in words."""
    count, about = reason["count"], reason["about"][:_AT_MOST]
    topics = f" on {', '.join(f'#{topic}' for topic in about)}" if about else ""
    times = f"{count} times" if count > 1 else "once"
    match reason["sign"]:
        case "talent":
            return f"listed {', '.join(about)}"
        case "solved":
            line = f"helped to solve {count} question{'s' * (count > 1)}{topics}"
        case "answered":
            line = f"answered {count} question{'s' * (count > 1)}{topics}"
        case "on_it":
            return f"on it now: {about[0]}"
        case "on_job":
            return f"works on {', '.join(about)}"
        case "link":
            line = f"shared {count} link{'s' * (count > 1)}{topics}"
        case "companion":
            return "looks for the same"
        case _:
            line = f"wrote about it {times}{topics}"
    thanked = reason["thanked"]
    return f"{line}, thanked for {thanked}" if thanked else line


def _tell(
    arguments: Namespace,
    found: list[dict[str, Any]],
    lines_of: Callable[[dict[str, Any]], list[str]],
) -> None:
    if arguments.json:
        print_json(found)
        return
    for each in found:
        print("\n".join(lines_of(each)))
    if not found:
        print("Nobody has said anything about that. Ask all of them: presencemap ask “...”")


def _found(paths: ProfilePaths, ask: str, words: str) -> Any:
    """From the running node; without one, from the own store."""
    try:
        return control.ask(paths.control, {"ask": ask, "words": words}, FOUND_WITHIN)
    except NodeNotRunning:
        # Here, since who finds a node needs none of it.
        import asyncio  # noqa: PLC0415

        from presencemap.app.knowledge.asking import named, sought  # noqa: PLC0415
        from presencemap.app.offline import StoreDesk  # noqa: PLC0415

    check_team(paths)
    found = named if ask == "experts" else sought
    with StoreDesk(paths) as desk:
        return asyncio.run(found(desk.librarian, desk.team.endpoint, words, now_ms()))

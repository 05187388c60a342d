"""The commands about oneself: ``set``, ``profile``, ``sharing``, ``precision`` and ``home``."""

from argparse import Namespace
from datetime import datetime
from typing import Any

from presencemap.app import control
from presencemap.app.commands import (
    SetHome,
    SetPrecision,
    SetProfile,
    SetSharing,
    SetStatus,
)
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import SayPost
from presencemap.cli import phrases
from presencemap.cli.answers import ask, print_json
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.contact import ContactKind, contact_way, parse_contact
from presencemap.domain.errors import InvalidInput
from presencemap.domain.person import profile_said
from presencemap.domain.post import PostKind
from presencemap.domain.precision import Precision
from presencemap.domain.status import Activity, Kind
from presencemap.domain.until import parse_clock, parse_duration


def set_status(arguments: Namespace, paths: ProfilePaths) -> None:
    """``set``: what isn't named stays as it is."""
    changes: dict[str, Any] = {}
    if arguments.clear:
        changes |= {"activity": None, "place": None, "until": None}
    if arguments.text is not None:
        kind = Kind((arguments.kind or Kind.WORKING_ON).replace("-", "_"))
        changes["activity"] = Activity.said(kind, arguments.text)
    elif arguments.kind:
        raise InvalidInput("--kind goes with a text: presencemap set TEXT --kind ...")
    where = {"place": arguments.place, "guests": arguments.guests}
    changes |= {name: said for name, said in where.items() if said is not None}
    if arguments.availability:
        changes["availability"] = Availability(arguments.availability.replace("-", "_"))
    if arguments.ask and (not arguments.text or arguments.kind != "struggling-with"):
        raise InvalidInput("--ask goes with what you struggle with: --kind struggling-with.")
    ends = _ends(arguments)
    if ends is not None:
        changes["until"] = ends
    if not changes:
        raise InvalidInput("Say something: a text, --place, --availability, --until or --clear.")
    answer = ask(paths, control.asked(SetStatus(**changes)))
    print(f"Shared with your whole team: {_shared(answer)}.")
    if arguments.ask:
        question = ask(paths, control.asked(SayPost(PostKind.QUESTION, "")))
        print(f"Asked in the stream: {question[:8]}.")


def sharing(arguments: Namespace, paths: ProfilePaths) -> None:
    """``sharing``."""
    if arguments.mode is None:
        print(ask(paths, {"ask": "sharing"}, from_store=True).replace("_", "-"))
        return
    chosen = Sharing(arguments.mode.replace("-", "_"))
    ask(paths, control.asked(SetSharing(chosen)), from_store=True)
    print(phrases.SHARING[chosen.value])


def precision(arguments: Namespace, paths: ProfilePaths) -> None:
    """``precision``."""
    if arguments.precision is None:
        print(ask(paths, {"ask": "precision"}, from_store=True))
        return
    chosen = Precision(arguments.precision)
    ask(paths, control.asked(SetPrecision(chosen)), from_store=True)
    print(phrases.PRECISION[chosen.value])


def home(arguments: Namespace, paths: ProfilePaths) -> None:
    """``home``."""
    if arguments.town is None and not arguments.off:
        print(ask(paths, {"ask": "home"}, from_store=True) or "off")
        return
    town = ask(paths, control.asked(SetHome(arguments.town or "")), from_store=True)
    print(phrases.HOME_IN.format(town=town) if town else phrases.HOME_OFF)


def profile_set(arguments: Namespace, paths: ProfilePaths) -> None:
    """``profile set``: what isn't named stays as it is."""
    if arguments.name is arguments.talent is arguments.contact is None:
        raise InvalidInput("Say what to change: --name, --talent or --contact.")
    now = ask(paths, {"ask": "profile"})
    contacts = tuple(contact_way(ContactKind(c["kind"]), c["address"]) for c in now["contacts"])
    profile = profile_said(
        now["name"] if arguments.name is None else arguments.name,
        tuple(now["talents"] if arguments.talent is None else arguments.talent),
        contacts if arguments.contact is None else tuple(map(parse_contact, arguments.contact)),
    )
    ask(paths, control.asked(SetProfile(profile)))
    print("Your colleagues see your new profile.")


def profile_show(arguments: Namespace, paths: ProfilePaths) -> None:
    """``profile show``."""
    profile = ask(paths, {"ask": "profile", "name": arguments.person}, from_store=True)
    if arguments.json:
        return print_json(profile)
    print(profile["name"])
    if profile["talents"]:
        print(f"Knows about: {', '.join(profile['talents'])}")
    for way in profile["contacts"]:
        print(f"{way['kind']}: {way['address']}")
    return None


def _ends(arguments: Namespace) -> int | None:
    """The end that was asked for, in ms."""
    now = datetime.now().astimezone()
    if arguments.duration is not None:
        end = now + parse_duration(arguments.duration)
    elif arguments.until is not None:
        end = parse_clock(arguments.until, now)
    else:
        return None
    return round(end.timestamp() * 1000)


def _shared(status: dict[str, Any]) -> str:
    parts = [phrases.AVAILABILITY[status["availability"]]]
    if status["place"]:
        parts.append("your place")
    if status["activity"]:
        on = status["activity"]
        parts.append(f"{phrases.KIND[on['kind']]}: {on['text']}")
    if status["until"]:
        end = datetime.fromtimestamp(status["until"] / 1000).astimezone()
        parts.append(phrases.until_words(end))
    return ", ".join(parts)

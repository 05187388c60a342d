"""What each command does: ask the running node, or, where the contract allows, the own store."""

import json
from argparse import Namespace
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from presencemap.app import control
from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    AddPeer,
    AddPlace,
    AppointSteward,
    CreateInvite,
    LeaveTeam,
    RemoveMember,
    RemovePeer,
    SetProfile,
    SetSharing,
    SetStatus,
    ShowInvites,
    ShowLog,
    ShowMembers,
    ShowWords,
    VerifyMember,
    WithdrawInvite,
)
from presencemap.app.paths import ProfilePaths
from presencemap.cli import phrases, posts
from presencemap.cli.passphrase import passphrase
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.contact import ContactKind, contact_way, parse_contact
from presencemap.domain.errors import (
    EnvironmentFault,
    InvalidInput,
    NodeNotRunning,
    NoTeam,
    Refused,
)
from presencemap.domain.person import profile_said
from presencemap.domain.place import PlaceKind
from presencemap.domain.status import Activity, Kind
from presencemap.domain.until import parse_clock, parse_duration

REMOVED: Final = (
    "Whoever hears of it tells them nothing more from then on; what they have seen, they keep."
)
EXAMINED_WITHIN: Final = 30.0
LEFT_WITHIN: Final = 10.0
JOINED: Final = "Start the app (presencemap) or a node (presencemap node) to be seen."


def team_create(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team create``."""
    from presencemap.app.entry import create_team  # noqa: PLC0415

    secret = _backup_secret(arguments.backup) if arguments.backup else ""
    create_team(paths, arguments.name, profile_said(arguments.as_name, (), ()), now_ms())
    if arguments.backup:
        _back_up(paths, arguments.backup, secret)
    print(f"The team {arguments.name} is yours. Invite colleagues: presencemap team invite")


def team_backup(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team backup``: the root key, sealed into a file."""
    _check_team(paths)
    _back_up(paths, arguments.file, _backup_secret(arguments.file))


def team_restore(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team restore``: the root key out of such a file."""
    from presencemap.app.backup import restore  # noqa: PLC0415

    profile = profile_said(arguments.as_name, (), ()) if arguments.as_name else None
    name = restore(paths, arguments.file, passphrase(new=False), profile, now_ms())
    print(f"This profile has the root key of {name} now. Start Presence Map again to use it.")


def team_invite(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team invite``: the link alone, for scripts to take; or a link taken back."""
    if arguments.withdraw is not None:
        _ask(paths, control.asked(WithdrawInvite(arguments.withdraw)), from_store=True)
        print("The invite is withdrawn: whoever hears of it lets nobody in by it any more.")
        return
    hints = tuple(arguments.hint)
    command = CreateInvite(arguments.days, arguments.uses, arguments.label, hints)
    print(_ask(paths, control.asked(command), from_store=True))


def team_join(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team join``."""
    from presencemap.app.entry import join_team  # noqa: PLC0415

    profile = profile_said(arguments.as_name, (), ())
    join_team(paths, arguments.link, profile, now_ms())
    print(f"Welcome, {profile.name}. {JOINED}")


def team_members(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team members``."""
    members = _ask(paths, control.asked(ShowMembers()), from_store=True)
    if arguments.json:
        return _print_json(members)
    for member in members:
        notes = [
            "you" if member["me"] else "",
            "steward" if member["steward"] else "",
            "" if member["admitted"] else "not met yet by a member",
            f"invited by {member['invited_by']}" if member["invited_by"] else "",
        ]
        said = ", ".join(filter(None, notes))
        print(f"{member['person'][:12]}  {member['name'] or '(no name yet)'}  {said}".rstrip())
    return None


def team_invites(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team invites``."""
    invites = _ask(paths, control.asked(ShowInvites()), from_store=True)
    if arguments.json:
        return _print_json(invites)
    for invite in invites:
        print(phrases.invite_line(invite))
    return None


def team_steward(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team steward``."""
    name = _ask(paths, control.asked(AppointSteward(arguments.person)), from_store=True)
    print(f"{name} is a steward now: they can remove members and withdraw invites.")


def team_leave(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team leave``: told to who is here, then the profile has no team."""
    from presencemap.app.entry import has_team  # noqa: PLC0415
    from presencemap.app.lock import free_within  # noqa: PLC0415

    _ask(paths, control.asked(LeaveTeam(arguments.unheard)), from_store=arguments.unheard)
    # The node that ran tells its peers, ends, and lets the profile forget its team.
    if not free_within(paths, LEFT_WITHIN) or has_team(paths):
        raise EnvironmentFault(
            "You have left, and it was told. Quit Presence Map: then this profile has no team."
        )
    print("You have left the team. This profile has none now; what colleagues saw, they keep.")


def team_verify(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team verify``: the words to read to each other; with them, the person is verified."""
    if arguments.words:
        command = VerifyMember(arguments.person, " ".join(arguments.words))
        name = _ask(paths, control.asked(command), from_store=True)
        print(f"{name} is verified on this computer.")
        return None
    found = _ask(paths, control.asked(ShowWords(arguments.person)), from_store=True)
    if arguments.json:
        return _print_json(found)
    print(" ".join(found["words"]))
    print(f"Call {found['name'] or 'them'}: the same words must stand there. Then give them here:")
    print(f"  presencemap team verify {found['person'][:12]} WORD ...")
    return None


def team_remove(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team remove``."""
    command = RemoveMember(arguments.person, arguments.with_invited)
    names = _ask(paths, control.asked(command), from_store=True)
    print(f"Removed from the team: {names}. {REMOVED}")


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
    if arguments.place is not None:
        changes["place"] = arguments.place
    if arguments.availability:
        changes["availability"] = Availability(arguments.availability.replace("-", "_"))
    ends = _ends(arguments)
    if ends is not None:
        changes["until"] = ends
    if not changes:
        raise InvalidInput("Say something: a text, --place, --availability, --until or --clear.")
    answer = _ask(paths, control.asked(SetStatus(**changes)))
    print(f"Shared with your whole team: {_shared(answer)}.")


def profile_set(arguments: Namespace, paths: ProfilePaths) -> None:
    """``profile set``: what isn't named stays as it is."""
    now = _ask(paths, {"ask": "profile"})
    contacts = tuple(contact_way(ContactKind(c["kind"]), c["address"]) for c in now["contacts"])
    profile = profile_said(
        now["name"] if arguments.name is None else arguments.name,
        tuple(now["talents"] if arguments.talent is None else arguments.talent),
        contacts if arguments.contact is None else tuple(map(parse_contact, arguments.contact)),
    )
    _ask(paths, control.asked(SetProfile(profile)))
    print("Your colleagues see your new profile.")


def profile_show(arguments: Namespace, paths: ProfilePaths) -> None:
    """``profile show``."""
    profile = _ask(paths, {"ask": "profile", "name": arguments.person}, from_store=True)
    if arguments.json:
        return _print_json(profile)
    print(profile["name"])
    if profile["talents"]:
        print(f"Knows about: {', '.join(profile['talents'])}")
    for way in profile["contacts"]:
        print(f"{way['kind']}: {way['address']}")
    return None


def place_add(arguments: Namespace, paths: ProfilePaths) -> None:
    """``place add``."""
    lat, lon, town = arguments.lat, arguments.lon, ""
    if arguments.near is not None:
        if lat is not None or lon is not None:
            raise InvalidInput("Use --near TOWN, or --lat with --lon, not both.")
        # Here, since only this command needs the towns and they take some 50 ms to load.
        from presencemap.app.gazetteer import Gazetteer  # noqa: PLC0415

        found = Gazetteer.load().resolve(arguments.near)
        lat, lon, town = found.lat, found.lon, found.name
    default = PlaceKind.ROOM if arguments.parent else PlaceKind.OFFICE
    kind = PlaceKind(arguments.kind) if arguments.kind else default
    command = AddPlace(arguments.name, kind, arguments.parent, lat, lon, town)
    place = _ask(paths, control.asked(command))
    where = f", {town} ({lat:.2f}, {lon:.2f})" if town else ""
    print(f"{place['id']}  {place['name']}{where}")


def place_list(arguments: Namespace, paths: ProfilePaths) -> None:
    """``place list``."""
    places = _ask(paths, {"ask": "places"}, from_store=True)
    if arguments.json:
        return _print_json(places)
    for place in places:
        spot = f"  {place['lat']:.4f}, {place['lon']:.4f}" if place["lat"] is not None else ""
        print(f"{place['id'][:12]:12}  {', '.join(place['path'])} ({place['kind']}){spot}")
    return None


def who(arguments: Namespace, paths: ProfilePaths) -> None:
    """``who``."""
    request = {
        "ask": "who",
        "name": arguments.name,
        "place": arguments.place,
        "topic": arguments.topic,
    }
    people = _ask(paths, request, from_store=True)
    if arguments.json:
        return _print_json(people)
    for person in people:
        print(phrases.person_line(person))
    return None


def watch(arguments: Namespace, paths: ProfilePaths) -> None:
    """``watch``: until the node stops or the reader leaves."""
    try:
        for event in control.watch(paths.control):
            line = _json_text(event) if arguments.json else phrases.event_line(event)
            print(line, flush=True)
    except NodeNotRunning:
        _check_team(paths)
        raise


def doctor(arguments: Namespace, paths: ProfilePaths) -> int:
    """``doctor``: exits 1 where something is to be mended."""
    request = {"ask": "doctor", "name": arguments.person}
    try:
        found = control.ask(paths.control, request, EXAMINED_WITHIN)
    except NodeNotRunning:
        found = _examined(paths, arguments.person)
    if arguments.json:
        _print_json(found)
    elif arguments.person:
        print("\n".join(phrases.colleague_lines(found)))
    else:
        print("\n".join(phrases.report_lines(found)))
    return int(not found["reached" if arguments.person else "well"])


def sharing(arguments: Namespace, paths: ProfilePaths) -> None:
    """``sharing``."""
    if arguments.mode is None:
        print(_ask(paths, {"ask": "sharing"}, from_store=True).replace("_", "-"))
        return
    chosen = Sharing(arguments.mode.replace("-", "_"))
    _ask(paths, control.asked(SetSharing(chosen)), from_store=True)
    print(phrases.SHARING[chosen.value])


def peer_add(arguments: Namespace, paths: ProfilePaths) -> None:
    """``peer add``."""
    _ask(paths, control.asked(AddPeer(arguments.address)))
    print(f"{arguments.address} is dialled from now on.")


def peer_remove(arguments: Namespace, paths: ProfilePaths) -> None:
    """``peer remove``."""
    _ask(paths, control.asked(RemovePeer(arguments.address)))
    print(f"{arguments.address} is dialled no more.")


def peer_list(arguments: Namespace, paths: ProfilePaths) -> None:
    """``peer list``."""
    peers = _ask(paths, {"ask": "peers"}, from_store=True)
    if arguments.json:
        return _print_json(peers)
    for peer in peers:
        answers = f"{peer['person']} answers" if peer["person"] else "nobody answers"
        print(f"{peer['address']}  {answers}{'' if peer['by_hand'] else ', found'}")
    return None


def about_posts(arguments: Namespace, paths: ProfilePaths) -> None:
    """``post``, ``ask``, ``stream`` and the like."""
    request = control.asked(posts.command_of(arguments))
    answer = _ask(paths, request, from_store=arguments.action in posts.FROM_STORE)
    if getattr(arguments, "json", False):
        return _print_json(answer)
    for line in posts.told(arguments, answer):
        print(line)
    return None


ACTIONS: Final[dict[str, Callable[[Namespace, ProfilePaths], int | None]]] = {
    action.__name__: action
    for action in (
        team_backup,
        team_create,
        team_invite,
        team_join,
        team_leave,
        team_members,
        team_invites,
        team_remove,
        team_restore,
        team_steward,
        team_verify,
        set_status,
        profile_set,
        profile_show,
        place_add,
        place_list,
        who,
        watch,
        doctor,
        sharing,
        peer_add,
        peer_remove,
        peer_list,
    )
}
ACTIONS.update(dict.fromkeys(posts.ACTIONS, about_posts))


def _ask(paths: ProfilePaths, request: dict[str, Any], *, from_store: bool = False) -> Any:
    """The running node's answer; without one the own store's, where that is enough."""
    try:
        return control.ask(paths.control, request)
    except NodeNotRunning as error:
        no_node = error
    # Here, since who finds a node needs none of the protocol, which takes longer than the question.
    from presencemap.app.offline import StoreDesk  # noqa: PLC0415
    from presencemap.app.requests import answered  # noqa: PLC0415

    _check_team(paths)
    if not from_store:
        raise no_node
    with StoreDesk(paths) as desk:
        # Through JSON, as from a node, so that both ways give the same.
        return json.loads(_json_text(answered(desk, request, now_ms())))


def _examined(paths: ProfilePaths, person: str | None) -> Any:
    """What can be found out without a node."""
    import asyncio  # noqa: PLC0415 - few commands need it

    from presencemap.app.doctor.view import diagnosis  # noqa: PLC0415
    from presencemap.app.offline import StoreDesk  # noqa: PLC0415

    _check_team(paths)
    with StoreDesk(paths) as desk:
        report = asyncio.run(desk.examine())
    return diagnosis(report, person)


def _backup_secret(file: Path) -> str:
    """The passphrase for a new file; asked for only where it can be of use."""
    if file.exists():
        raise Refused(f"{file} is there already; name another file. Nothing was done.")
    return passphrase(new=True)


def _back_up(paths: ProfilePaths, file: Path, secret: str) -> None:
    from presencemap.app.backup import back_up  # noqa: PLC0415

    back_up(paths, file, _ask(paths, control.asked(ShowLog()), from_store=True), secret)
    print(f"The root key is in {file}. Keep it elsewhere; without the passphrase it opens nothing.")


def _check_team(paths: ProfilePaths) -> None:
    """Without a team, a node is not what is missing."""
    from presencemap.app.entry import has_team  # noqa: PLC0415

    if not has_team(paths):
        raise NoTeam(
            "This profile has no team yet: presencemap team create NAME --as ME, "
            "or presencemap team join LINK --as ME"
        )


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
        soon = end - datetime.now().astimezone() < timedelta(hours=20)
        parts.append(f"until {end:%H:%M}" if soon else f"until {end:%d %b %H:%M}")
    return ", ".join(parts)


def _print_json(value: Any) -> None:
    print(_json_text(value))


def _json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)

"""The commands about the team: ``team create``, ``join``, ``members``, ``remove`` and the like."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from presencemap.app import control
from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    AppointSteward,
    ChooseMapServer,
    CreateInvite,
    LeaveTeam,
    RemoveMember,
    ShowInvites,
    ShowLog,
    ShowMembers,
    ShowWords,
    VerifyMember,
    WithdrawInvite,
)
from presencemap.app.paths import ProfilePaths
from presencemap.cli import phrases
from presencemap.cli.answers import ask, check_team, print_json, print_rows
from presencemap.cli.passphrase import passphrase
from presencemap.domain.errors import EnvironmentFault, InvalidInput, Refused
from presencemap.domain.person import profile_said
from presencemap.domain.team import Inviters

REMOVED: Final = (
    "Whoever hears of it tells them nothing more from then on; what they have seen, they keep."
)
MAP_CHOSEN: Final = (
    "The team uses that map server: each app asks its owner before it fetches anything from there."
)
LEFT_WITHIN: Final = 10.0
JOINED: Final = "Start the app (presencemap) or a node (presencemap node) to be seen."


def team_create(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team create``."""
    from presencemap.app.entry import create_team  # noqa: PLC0415

    secret = _backup_secret(arguments.backup) if arguments.backup else ""
    profile = profile_said(arguments.as_name, (), ())
    inviters = Inviters(arguments.inviters)
    create_team(paths, arguments.name, profile, now_ms(), inviters=inviters)
    if arguments.backup:
        _back_up(paths, arguments.backup, secret)
    print(f"The team {arguments.name} is yours. Invite colleagues: presencemap team invite")


def team_backup(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team backup``: the root key, sealed into a file."""
    check_team(paths)
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
        ask(paths, control.asked(WithdrawInvite(arguments.withdraw)), from_store=True)
        print("The invite is withdrawn: whoever hears of it lets nobody in by it any more.")
        return
    hints = tuple(arguments.hint)
    command = CreateInvite(arguments.days, arguments.uses, arguments.label, hints)
    print(ask(paths, control.asked(command), from_store=True))


def team_join(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team join``."""
    from presencemap.app.entry import join_team  # noqa: PLC0415

    profile = profile_said(arguments.as_name, (), ())
    join_team(paths, arguments.link, profile, now_ms())
    print(f"Welcome, {profile.name}. {JOINED}")


def team_members(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team members``."""
    members = ask(paths, control.asked(ShowMembers()), from_store=True)
    if arguments.json:
        return print_json(members)
    for member in members:
        notes = [
            "you" if member["me"] else "",
            "steward" if member["steward"] else "",
            "two computers use their key" if member["cloned"] else "",
            "" if member["admitted"] else "not met yet by a member",
            f"invited by {member['invited_by']}" if member["invited_by"] else "",
        ]
        said = ", ".join(filter(None, notes))
        print(f"{member['person'][:12]}  {member['name'] or '(no name yet)'}  {said}".rstrip())
    return None


def team_invites(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team invites``."""
    invites = ask(paths, control.asked(ShowInvites()), from_store=True)
    print_rows(invites, phrases.invite_line, as_json=arguments.json)


def team_steward(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team steward``."""
    name = ask(paths, control.asked(AppointSteward(arguments.person)), from_store=True)
    print(f"{name} is a steward now: they can remove members and withdraw invites.")


def team_leave(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team leave``: told to who is here, then the profile has no team."""
    from presencemap.app.entry import has_team  # noqa: PLC0415
    from presencemap.app.lock import free_within  # noqa: PLC0415

    ask(paths, control.asked(LeaveTeam(arguments.unheard)), from_store=arguments.unheard)
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
        name = ask(paths, control.asked(command), from_store=True)
        print(f"{name} is verified on this computer.")
        return None
    found = ask(paths, control.asked(ShowWords(arguments.person)), from_store=True)
    if arguments.json:
        return print_json(found)
    print(" ".join(found["words"]))
    print(f"Call {found['name'] or 'them'}: the same words must stand there. Then give them here:")
    print(f"  presencemap team verify {found['person'][:12]} WORD ...")
    return None


def team_map(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team map``: the map server of the team, as it is or as it is to be."""
    if arguments.none and (arguments.url or arguments.attribution):
        raise InvalidInput("Give URL and --attribution, or --none.")
    if bool(arguments.url) is not bool(arguments.attribution):
        raise InvalidInput("Give both URL and --attribution; the one says whose map the other is.")
    if arguments.none or arguments.url:
        command = ChooseMapServer(arguments.url or "", arguments.attribution or "")
        ask(paths, control.asked(command), from_store=True)
        print(MAP_CHOSEN if arguments.url else "The team uses no map server any more.")
        return None
    found = ask(paths, {"ask": "map_server"}, from_store=True)
    if arguments.json:
        return print_json(found)
    print(f"{found['url']}  ({found['attribution']})" if found else "The team uses no map server.")
    return None


def team_remove(arguments: Namespace, paths: ProfilePaths) -> None:
    """``team remove``."""
    command = RemoveMember(arguments.person, arguments.with_invited)
    names = ask(paths, control.asked(command), from_store=True)
    print(f"Removed from the team: {names}. {REMOVED}")


def _backup_secret(file: Path) -> str:
    """The passphrase for a new file; asked for only where it can be of use."""
    if file.exists():
        raise Refused(f"{file} is there already; name another file. Nothing was done.")
    return passphrase(new=True)


def _back_up(paths: ProfilePaths, file: Path, secret: str) -> None:
    from presencemap.app.backup import back_up  # noqa: PLC0415

    back_up(paths, file, ask(paths, control.asked(ShowLog()), from_store=True), secret)
    print(f"The root key is in {file}. Keep it elsewhere; without the passphrase it opens nothing.")

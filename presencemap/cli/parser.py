"""The grammar of the command line, as docs/cli.md promises it."""

import argparse
from pathlib import Path

import presencemap
from presencemap.cli.grammar import Commands, as_json
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.place import MADE
from presencemap.domain.precision import Precision
from presencemap.domain.status import Kind
from presencemap.domain.team import Inviters


def _dashed(values: type[Kind] | type[Availability] | type[Sharing]) -> list[str]:
    return [value.value.replace("_", "-") for value in values]


def parser() -> argparse.ArgumentParser:
    """The parser; each command sets ``action``, its name in ``actions``."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="keep everything of this profile under DIR (or PRESENCEMAP_PROFILE)",
    )
    root = argparse.ArgumentParser(
        prog="presencemap",
        description="The GPS of colleagues. Without a command: open the app.",
        parents=[shared],
        allow_abbrev=False,
    )
    root.add_argument(
        "--version", action="version", version=f"presencemap {presencemap.__version__}"
    )
    root.set_defaults(action="app")
    commands = Commands.of(root, shared)
    _running(commands)
    _team(commands)
    _mine(commands)
    _plans(commands)
    _places(commands)
    _looking(commands)
    _posts(commands)
    _jobs(commands)
    _topics(commands)
    _notes(commands)
    _links(commands)
    _peers(commands)
    return root


def _running(commands: Commands) -> None:
    demo = commands.add("demo", "demo", "a live team of real nodes on this machine")
    demo.add_argument("--people", type=int, default=12, metavar="N", help="how many colleagues")
    demo.add_argument("--seconds", type=float, metavar="S", help="stop after S seconds")
    demo.add_argument("--screenshot", type=Path, metavar="FILE", help="write the window to FILE")
    node = commands.add("node", "node", "run without a window until SIGTERM or SIGINT")
    node.add_argument("--listen", metavar="HOST:PORT", help="the door; the feed is the next port")
    node.add_argument(
        "--peer", action="append", default=[], metavar="HOST:PORT", help="dial this address too"
    )
    node.add_argument(
        "--interface", action="append", metavar="NAME|ADDR", help="only this network interface"
    )
    node.add_argument(
        "--without-interface",
        action="append",
        default=[],
        metavar="NAME|ADDR",
        help="neither found nor dialled over this network interface",
    )
    node.add_argument("--no-mdns", action="store_true", help="neither announce nor look around")


def _team(commands: Commands) -> None:
    group = commands.group("team", "found, join and see the team")
    create = group.add("create", "team_create", "found a team")
    create.add_argument("name", metavar="NAME")
    create.add_argument("--as", dest="as_name", required=True, metavar="MY NAME")
    create.add_argument(
        "--inviters",
        choices=[each.value for each in Inviters],
        default=Inviters.MEMBERS.value,
        help="who may let newcomers in, for good; default: members",
    )
    create.add_argument("--backup", type=Path, metavar="FILE", help="seal the root key into FILE")
    backup = group.add("backup", "team_backup", "seal the team's root key into a file")
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = group.add("restore", "team_restore", "take the root key out of such a file")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--as", dest="as_name", metavar="MY NAME", help="as a new person")
    invite = group.add("invite", "team_invite", "print a link that lets others join")
    invite.add_argument("--days", type=int, default=7)
    invite.add_argument("--uses", type=int, default=50)
    invite.add_argument("--label", default="", metavar="TEXT")
    invite.add_argument("--hint", action="append", default=[], metavar="HOST:PORT")
    invite.add_argument("--withdraw", metavar="ID", help="instead: let nobody in by this one")
    as_json(group.add("invites", "team_invites", "the invites that still let people in"))
    join = group.add("join", "team_join", "join by a link, even with nobody online")
    join.add_argument("link", metavar="LINK")
    join.add_argument("--as", dest="as_name", required=True, metavar="MY NAME")
    as_json(group.add("members", "team_members", "who belongs to the team"))
    remove = group.add("remove", "team_remove", "put somebody out of the team")
    remove.add_argument("person", metavar="PERSON")
    remove.add_argument(
        "--with-invited", action="store_true", help="and whoever came in through them"
    )
    leave = group.add("leave", "team_leave", "belong to the team no more")
    leave.add_argument("--unheard", action="store_true", help="also where no colleague is here")
    verify = group.add("verify", "team_verify", "know that somebody is who they say")
    verify.add_argument("person", metavar="PERSON")
    verify.add_argument("words", nargs="*", metavar="WORD", help="what they read to you")
    as_json(verify)
    chart = group.add("map", "team_map", "which map server the team uses")
    chart.add_argument(
        "url", nargs="?", metavar="URL", help="https://HOST/{z}/{x}/{y}.png; without: print which"
    )
    chart.add_argument("--attribution", metavar="TEXT", help="whose map it is; stands on the map")
    chart.add_argument("--none", action="store_true", help="use none any more")
    as_json(chart)
    steward = group.add("steward", "team_steward", "let somebody remove members")
    steward.add_argument("person", metavar="PERSON")


def _mine(commands: Commands) -> None:
    status = commands.add("set", "set_status", "say where you are and what you are on")
    status.add_argument("text", nargs="?", metavar="TEXT", help="at most 140 characters")
    status.add_argument("--kind", choices=_dashed(Kind), help="default: working-on")
    status.add_argument("--place", metavar="PLACE")
    status.add_argument(
        "--guests", type=int, metavar="N", help="how many are with you there; nobody learns who"
    )
    status.add_argument("--clear", action="store_true", help="take back place and activity")
    status.add_argument(
        "--ask", action="store_true", help="also ask it in the stream; with struggling-with"
    )
    status.add_argument("--availability", choices=_dashed(Availability))
    until = status.add_mutually_exclusive_group()
    until.add_argument("--for", dest="duration", metavar="2h")
    until.add_argument("--until", metavar="17:00")
    group = commands.group("profile", "name, talents and contact ways")
    change = group.add("set", "profile_set", "change your profile")
    change.add_argument("--name", metavar="N")
    change.add_argument("--talent", action="append", metavar="T", help="replaces all; repeat it")
    change.add_argument(
        "--contact", action="append", metavar="mail:a@b.example", help="replaces all; repeat it"
    )
    show = group.add("show", "profile_show", "show a profile")
    show.add_argument("person", nargs="?", metavar="PERSON")
    as_json(show)
    sharing = commands.add("sharing", "sharing", "what leaves this machine")
    sharing.add_argument(
        "mode",
        nargs="?",
        choices=_dashed(Sharing),
        help="paused: nothing of yours, others see you offline; off-network: nothing at all",
    )
    precise = commands.add("precision", "precision", "how precisely places are shared")
    precise.add_argument(
        "precision",
        nargs="?",
        choices=[each.value for each in Precision],
        help="the room or desk, its site only, the town only, or no place; the present one too",
    )

    home = commands.add("home", "home", "whether your town is seen while you are at home")
    which = home.add_mutually_exclusive_group()
    which.add_argument("town", nargs="?", help="colleagues see this town while you say home")
    which.add_argument("--off", action="store_true", help="they see that you are at home, no town")


def _plans(commands: Commands) -> None:
    plan = commands.add("plan", "plan", "say where you will be on a day")
    plan.add_argument(
        "day",
        nargs="?",
        default="today",
        metavar="DAY",
        help="today, tomorrow, mon to sun, or YYYY-MM-DD; default: today",
    )
    plan.add_argument("--until", metavar="DAY", help="the same on each day up to this one")
    plan.add_argument("--place", metavar="P", help="a place, or a town")
    plan.add_argument("--text", metavar="T", help="at most 140 characters")
    plan.add_argument("--out", action="store_true", help="out of office")
    plan.add_argument("--clear", action="store_true", help="take back what was planned")
    show = commands.add("plan show", "plan_show", "what is planned from today on")
    show.add_argument("person", nargs="?", metavar="PERSON", help="default: you")
    as_json(show)


def _places(commands: Commands) -> None:
    group = commands.group("place", "the team's places")
    add = group.add("add", "place_add", "add a place for everyone")
    add.add_argument("name", metavar="NAME")
    edit = group.add("edit", "place_edit", "change a place for everyone")
    edit.add_argument("place", metavar="PLACE")
    edit.add_argument("--name", metavar="NAME")
    edit.add_argument("--no-spot", action="store_true", help="take it off the map")
    for each in (add, edit):
        each.add_argument("--in", dest="parent", metavar="PARENT")
        each.add_argument("--kind", choices=[kind.value for kind in MADE])
        each.add_argument("--lat", type=float, metavar="X")
        each.add_argument("--lon", type=float, metavar="Y")
        each.add_argument("--near", metavar="TOWN", help="found offline, in any spelling")
        each.add_argument("--capacity", type=int, metavar="N", help="people a room is for")
    merge = group.add("merge", "place_merge", "a place is another, which stays")
    merge.add_argument("place", metavar="PLACE")
    merge.add_argument("into", metavar="INTO")
    as_json(group.add("list", "place_list", "all places"))
    plan = group.add("plan", "place_plan", "show a floor by a picture of its plan")
    plan.add_argument("floor", metavar="FLOOR")
    plan.add_argument("file", metavar="FILE", nargs="?", help="PNG, JPEG or WebP, at most 2 MiB")
    plan.add_argument("--clear", action="store_true", help="take the plan away, rooms stay places")


def _looking(commands: Commands) -> None:
    who = commands.add("who", "who", "who is where, and on what")
    who.add_argument("name", nargs="?", metavar="NAME")
    who.add_argument("--place", metavar="P")
    who.add_argument("--topic", metavar="T")
    as_json(who)
    experts = commands.add("experts", "experts", "who knows about something, and why")
    experts.add_argument("words", metavar="WORDS", help="what it is about, in a few words")
    as_json(experts)
    search = commands.add("search", "search", "what was asked and said about something")
    search.add_argument("words", metavar="WORDS", help="what it is about, in a few words")
    as_json(search)
    doctor = commands.add("doctor", "doctor", "why don't I see them: look into the network")
    doctor.add_argument("person", nargs="?", metavar="PERSON", help="why don't I see this one?")
    as_json(doctor)
    as_json(commands.add("watch", "watch", "one line a change, until interrupted"))


def _posts(commands: Commands) -> None:
    post = commands.add("post", "post", "say something in the stream")
    post.add_argument("--reply-to", metavar="ID")
    ask = commands.add("ask", "ask", "ask your colleagues something")
    counted = "at most 140 characters; https addresses in it are links, and not counted"
    post.add_argument("text", metavar="TEXT", help=counted)
    without = f"{counted}; left out: what you struggle with now"
    ask.add_argument("text", nargs="?", default="", metavar="TEXT", help=without)
    for said in (post, ask):
        said.add_argument("--link", action="append", default=[], metavar="URL", help="https only")
    stream = commands.add("stream", "stream", "the newest posts, the last one below")
    stream.add_argument("--all", action="store_true", help="also of those you don't follow")
    stream.add_argument("--before", metavar="ID", help="older ones than that post")
    as_json(stream)
    about = {
        "thread": "a post and all that is about it",
        "edit": "say a post of yours differently, within 15 minutes",
        "retract": "take a post of yours back from everybody",
        "thank": "thank for a post",
        "join": "join a question",
        "leave": "join it no more",
        "solve": "call your question solved",
    }
    for name, text in about.items():
        command = commands.add(name, name, text)
        command.add_argument("post", metavar="ID", help="of the post, or its first letters")
        if name == "edit":
            command.add_argument("text", metavar="TEXT", help="at most 140 characters")
        if name == "solve":
            command.add_argument(
                "--by", action="append", default=[], metavar="PERSON", help="by whose help"
            )
        if name == "thread":
            as_json(command)
    for name, text in (("follow", "see more of"), ("unfollow", "follow no more")):
        command = commands.add(name, name, f"{text} a person or a #topic")
        command.add_argument("target", metavar="PERSON|#TOPIC")


def _jobs(commands: Commands) -> None:
    group = commands.group("job", "pieces of work that people join and leave")
    add = group.add("add", "job_add", "name a new job, and be on it")
    edit = group.add("edit", "job_edit", "name a job differently for everyone")
    edit.add_argument("job", metavar="JOB")
    for each in (add, edit):
        each.add_argument("text", metavar="TEXT", help="its name, and its #topics")
    for name, text in (("join", "be on a job"), ("leave", "be on it no more")):
        group.add(name, f"job_{name}", text).add_argument("job", metavar="JOB")
    listed = group.add("list", "job_list", "the jobs, and who is on each")
    listed.add_argument("--all", action="store_true", help="also those that nobody is on")
    as_json(listed)


def _topics(commands: Commands) -> None:
    group = commands.group("topic", "what #topics are called, for everyone")
    for name, text, then in (
        ("rename", "call a topic otherwise", "name"),
        ("join", "make a topic, and what was joined with it, part of another", "into"),
        ("part", "make it a topic of its own again", ""),
    ):
        command = group.add(name, f"topic_{name}", text)
        command.add_argument("topic", metavar="TOPIC", help="with its # or without")
        if then:
            command.add_argument(then, metavar=then.upper())
    listed = group.add("list", "topic_list", "those that were renamed or joined")
    listed.add_argument("--all", action="store_true", help="instead: all that somebody names")
    as_json(listed)


def _notes(commands: Commands) -> None:
    note = commands.add("note", "note", "write to one person, who alone can read it")
    note.add_argument("person", metavar="PERSON")
    note.add_argument("text", metavar="TEXT", help="at most 1,000 characters")
    both = commands.add("introduce", "introduce", "bring two colleagues together")
    both.add_argument("person", metavar="PERSON")
    both.add_argument("other", metavar="PERSON")
    both.add_argument("--topic", default="", metavar="#TOPIC")
    both.add_argument("--text", metavar="TEXT", help="what both read, at most 1,000 characters")
    notes = commands.add("notes", "notes", "your notes, the last one below")
    notes.add_argument("person", nargs="?", metavar="PERSON", help="only those with this one")
    either = notes.add_mutually_exclusive_group()
    either.add_argument("--decline", metavar="ID", help="instead: say no to an introduction")
    either.add_argument("--take-back", metavar="ID", help="instead: take one of yours back")
    as_json(notes)


def _links(commands: Commands) -> None:
    group = commands.group("link", "links that you keep for yourself")
    save = group.add("save", "link_save", "keep a link; nobody else sees it")
    save.add_argument("url", nargs="+", metavar="URL|WORD", help="https only; words are the title")
    save.add_argument("--title", default="", metavar="TEXT", help="the same; may name #topics")
    save.add_argument("--topic", action="append", default=[], metavar="#TOPIC", help="repeat it")
    kept = group.add("list", "link_list", "your links, or those that have all words")
    kept.add_argument("words", nargs="*", metavar="WORD", help="in Dutch or English, in any form")
    as_json(kept)
    remove = group.add("remove", "link_remove", "erase a link of yours")
    remove.add_argument("link", nargs="+", metavar="URL|WORD", help="words that fit one alone")


def _peers(commands: Commands) -> None:
    group = commands.group("peer", "addresses of colleagues' computers, by hand")
    group.add("add", "peer_add", "dial this address from now on").add_argument(
        "address", metavar="HOST:PORT"
    )
    group.add("remove", "peer_remove", "stop dialling it").add_argument(
        "address", metavar="HOST:PORT"
    )
    as_json(group.add("list", "peer_list", "the addresses and who answers there"))

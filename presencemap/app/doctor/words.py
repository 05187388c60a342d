"""Words: each finding as a plain sentence, and each fault with its one thing to do.

In English, or in the window's language by its ``translate(context, text)``. Knows no window.
"""

from collections.abc import Callable, Iterable
from typing import Final

from presencemap.app.doctor.facts import Colleague, Facts
from presencemap.app.doctor.findings import (
    Cause,
    Check,
    State,
    Subject,
    cause_of,
    odd_clock,
    reached,
    skew_of_mine,
)
from presencemap.domain.availability import Reach
from presencemap.protocol.address import Outcome

Translate = Callable[[str, str], str]
_SECOND: Final = 1_000
_MINUTE: Final = 60 * _SECOND
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR


def english(_context: str, text: str) -> str:
    """The texts as they are."""
    return text


def title(subject: Subject, translate: Translate = english) -> str:
    """The name of a check."""
    return {
        Subject.NETWORK: translate("Doctor", "Network"),
        Subject.ANNOUNCEMENTS: translate("Doctor", "Announcements"),
        Subject.NEARBY: translate("Doctor", "Colleagues on this network"),
        Subject.DOOR: translate("Doctor", "Direct connections"),
        Subject.ELSEWHERE: translate("Doctor", "Colleagues elsewhere"),
        Subject.CLOCK: translate("Doctor", "Clock"),
    }[subject]


def state_word(state: State, translate: Translate = english) -> str:
    """How a check ended, in a word."""
    return {
        State.WELL: translate("Doctor", "Well"),
        State.FAULT: translate("Doctor", "To mend"),
        State.UNKNOWN: translate("Doctor", "Not known"),
    }[state]


def sentence(check: Check, facts: Facts, translate: Translate = english) -> str:
    """What a check found."""
    if check.cause is None:
        return _WELL[check.subject](facts, translate)
    return _found(check.cause, facts, translate)


def repair(check: Check, facts: Facts, translate: Translate = english) -> str:
    """The one thing to do about a fault; "" for none."""
    if check.state is not State.FAULT or check.cause is None:
        return ""
    ports = {"door": facts.door, "feed": facts.door + 1}
    odd = odd_clock(facts)
    texts = {
        Cause.AWAY: translate("Doctor", "Share again."),
        Cause.NO_NETWORK: translate("Doctor", "Connect this computer by cable or Wi-Fi."),
        Cause.EXCLUDED: translate("Doctor", "Start Presence Map without --interface."),
        Cause.NOT_LOOPED: translate(
            "Doctor", "Allow Presence Map and UDP port 5353 in this computer's firewall."
        ),
        Cause.NOBODY_HEARD: _by_address(translate),
        Cause.NOT_RUNNING: translate("Doctor", "Start Presence Map."),
        Cause.BLOCKED: translate(
            "Doctor",
            "Allow incoming connections to Presence Map, TCP ports {door} and {feed}, "
            "in this computer's firewall.",
        ).format(**ports),
        Cause.ADDRESS_SILENT: translate("Doctor", "Check that address, or remove it."),
        Cause.NO_RELAY: _by_address(translate),
        Cause.TURNED_AWAY: translate(
            "Doctor", "Ask for a new invite, leave this team, and join with it."
        ),
        Cause.MY_CLOCK: translate(
            "Doctor", "Let this computer set its clock by itself, in its date and time settings."
        ),
        Cause.THEIR_CLOCK: translate(
            "Doctor", "Ask {name} to let that computer set its clock by itself."
        ).format(name=odd.name if odd else ""),
    }
    return texts[check.cause]


def route(colleague: Colleague, facts: Facts, translate: Translate = english) -> str:
    """How word of a colleague comes here."""
    if not reached(colleague):
        return translate("Doctor", "Not reached")
    if colleague.reach is Reach.RELAYED:
        if colleague.through:
            return translate("Doctor", "Heard through {name}").format(
                name=colleague.through.split(" ", 1)[0]
            )
        return translate("Doctor", "Heard through others")
    near = facts.near(colleague.address)
    return translate("Doctor", "Same network") if near else translate("Doctor", "Another network")


def why(colleague: Colleague, facts: Facts, translate: Translate = english) -> str:
    """How a colleague is reached, or why not."""
    cause = cause_of(colleague, facts)
    if cause is None:
        return _reached(colleague, facts, translate)
    given = {
        "name": colleague.name,
        "address": colleague.address,
        "ago": ago(colleague.last_heard, facts.at, translate),
    }
    texts = {
        Cause.NOT_MEMBER: translate("Doctor", "{name} isn't in the team."),
        Cause.AWAY: translate("Doctor", "You are off the network, by your own choice."),
        Cause.NOT_RUNNING: translate("Doctor", "Presence Map isn't running on this computer."),
        Cause.NO_NETWORK: translate("Doctor", "This computer is on no network."),
        Cause.GOODBYE: translate("Doctor", "{name} closed Presence Map, or paused, {ago}."),
        Cause.JUST_LOST: translate("Doctor", "The connection to {name} broke just now."),
        Cause.REFUSED: translate(
            "Doctor", "{name}'s computer, {address}, is on, but Presence Map isn't open there."
        ),
        Cause.NO_ANSWER: translate(
            "Doctor", "{name}'s computer doesn't answer at {address}; last heard {ago}."
        ),
        Cause.OTHER_PROGRAM: translate(
            "Doctor", "Something answers at {address}, but not as {name}'s Presence Map."
        ),
        Cause.OTHER_NETWORK: translate(
            "Doctor",
            "{name} was last on another network, at {address}, and nobody passes word on.",
        ),
        Cause.NEVER_SEEN: translate(
            "Doctor", "{name} was never seen from this computer, and no address is known."
        ),
        Cause.NOT_HEARD: translate(
            "Doctor", "{name} was last heard {ago}, and isn't announced on this network."
        ),
    }
    return texts[cause].format(**given)


def remedy(colleague: Colleague, facts: Facts, translate: Translate = english) -> str:
    """The one thing to do to see a colleague; "" where nothing is wrong."""
    cause = cause_of(colleague, facts)
    if cause is None:
        return ""
    texts = {
        Cause.NOT_MEMBER: translate("Doctor", "Invite {name} again."),
        Cause.AWAY: translate("Doctor", "Share again."),
        Cause.NOT_RUNNING: translate("Doctor", "Start Presence Map."),
        Cause.NO_NETWORK: translate("Doctor", "Connect this computer by cable or Wi-Fi."),
        Cause.GOODBYE: translate("Doctor", "Ask {name} to open Presence Map and share."),
        Cause.JUST_LOST: translate("Doctor", "Check again in half a minute."),
        Cause.REFUSED: translate("Doctor", "Ask {name} to open Presence Map."),
        Cause.NO_ANSWER: translate(
            "Doctor", "Ask {name} whether that computer is on and on this network."
        ),
        Cause.OTHER_PROGRAM: translate("Doctor", "Ask {name} to restart Presence Map."),
        Cause.OTHER_NETWORK: _by_address(translate),
        Cause.NEVER_SEEN: translate("Doctor", "Add {name}'s computer by address."),
        Cause.NOT_HEARD: translate("Doctor", "Ask {name} to open Presence Map on this network."),
    }
    return texts[cause].format(name=colleague.name)


def length(ms: int, translate: Translate = english) -> str:
    """A length of time: "14 min"."""
    if ms < _MINUTE:
        return translate("Doctor", "{count} s").format(count=ms // _SECOND)
    if ms < _HOUR:
        return translate("Doctor", "{count} min").format(count=ms // _MINUTE)
    if ms < 2 * _DAY:
        return translate("Doctor", "{count} h").format(count=ms // _HOUR)
    return translate("Doctor", "{count} days").format(count=ms // _DAY)


def ago(at: int | None, now: int, translate: Translate = english) -> str:
    """How long ago: "14 min ago", "now", "never"."""
    if at is None:
        return translate("Doctor", "never")
    if now - at < _SECOND:
        return translate("Doctor", "now")
    return translate("Doctor", "{time} ago").format(time=length(now - at, translate))


def delay(ms: int | None, translate: Translate = english) -> str:
    """The way there and back."""
    if ms is None:
        return ""
    if ms < 1:
        return translate("Doctor", "under 1 ms")
    return translate("Doctor", "{count} ms").format(count=ms)


def _by_address(translate: Translate) -> str:
    return translate(
        "Doctor", "Add one colleague there by address; their app tells yours about the rest."
    )


def _reached(colleague: Colleague, facts: Facts, translate: Translate) -> str:
    if colleague.reach is Reach.RELAYED:
        if colleague.through:
            text = translate("Doctor", "{name} is heard through {other}.")
            return text.format(name=colleague.name, other=colleague.through)
        return translate("Doctor", "{name} is heard through others.").format(name=colleague.name)
    text = translate("Doctor", "{name} is connected directly, at {address}.")
    if colleague.delay is not None:
        text = translate("Doctor", "{name} is connected directly, at {address} ({delay}).")
    if colleague.skew is not None and odd_clock(facts) is colleague:
        extra = translate("Doctor", "That computer's clock differs {time} from yours.")
        text += " " + extra.format(time=length(abs(colleague.skew), translate))
    return text.format(
        name=colleague.name, address=colleague.address, delay=delay(colleague.delay, translate)
    )


def _found(cause: Cause, facts: Facts, translate: Translate) -> str:
    """What a check found that isn't well."""
    silent = [tried for tried in facts.by_hand if tried.outcome is not Outcome.REACHED]
    failed = [each for each in facts.answers if each.outcome is not Outcome.REACHED]
    unreached = sum(cause_of(each, facts) is Cause.OTHER_NETWORK for each in facts.members)
    sounding, odd = facts.sounding, odd_clock(facts)
    mute = sounding.silent if sounding else ()
    texts = {
        Cause.AWAY: translate("Doctor", "You are off the network, by your own choice."),
        Cause.NO_NETWORK: translate("Doctor", "This computer is on no network."),
        Cause.EXCLUDED: translate("Doctor", "All networks of this computer are left out: {left}."),
        Cause.NOT_LOOPED: translate(
            "Doctor", "This computer's own announcements don't come back on {silent}."
        ),
        Cause.DISCOVERY_OFF: translate("Doctor", "Announcing and looking around are off."),
        Cause.ALONE: translate("Doctor", "You are the only one in this team so far."),
        Cause.NOBODY_HEARD: translate(
            "Doctor",
            "No colleague is heard here; {hosts} other computers and {others} other teams are.",
        ),
        Cause.NOT_RUNNING: translate(
            "Doctor", "Presence Map isn't running, so nobody can reach this computer."
        ),
        Cause.NOBODY_TO_ASK: translate("Doctor", "No colleague is connected who could tell."),
        Cause.NO_VERDICT: translate("Doctor", "Colleagues were asked to try, and didn't answer."),
        Cause.BLOCKED: translate(
            "Doctor", "{name}'s computer can't reach port {door} on yours, at {host}: {outcome}."
        ),
        Cause.ADDRESS_SILENT: translate(
            "Doctor", "{address}, which was added by hand, can't be reached: {said}."
        ),
        Cause.NO_RELAY: translate(
            "Doctor", "On other networks, and not reached by anybody here: {unreached}."
        ),
        Cause.TURNED_AWAY: translate(
            "Doctor",
            "A computer of this team answers, and doesn't let you in: your invite may be used up, "
            "withdrawn or over.",
        ),
        Cause.MY_CLOCK: translate(
            "Doctor", "This computer's clock differs {mine} from your colleagues' clocks."
        ),
        Cause.THEIR_CLOCK: translate(
            "Doctor", "The clock of {odd}'s computer differs {skew} from yours."
        ),
    }
    return texts[cause].format(
        left=_listed(each.name for each in facts.networks if not each.local),
        silent=_listed(_names(facts, mute)) or _listed(each.name for each in facts.used),
        hosts=sounding.hosts if sounding else 0,
        others=sounding.others if sounding else 0,
        door=facts.door,
        name=failed[0].name if failed else "",
        host=failed[0].host if failed else "",
        outcome=_outcome(failed[0].outcome, translate) if failed else "",
        address=silent[0].address if silent else "",
        said=_outcome(silent[0].outcome, translate) if silent else "",
        unreached=unreached,
        mine=length(abs(skew_of_mine(facts) or 0), translate),
        odd=odd.name if odd else "",
        skew=length(abs(odd.skew or 0), translate) if odd else "",
    )


def _network(facts: Facts, translate: Translate) -> str:
    used = _listed(f"{each.name} {each.subnet}" for each in facts.used)
    left = _listed(e.name for e in facts.networks if not e.used and not e.local)
    if not left:
        return used
    return translate("Doctor", "{used}; left out: {left}").format(used=used, left=left)


def _announcements(facts: Facts, translate: Translate) -> str:
    looped = facts.sounding.looped if facts.sounding else ()
    return translate("Doctor", "They go out and come back on {names}.").format(
        names=_listed(_names(facts, looped))
    )


def _nearby(facts: Facts, translate: Translate) -> str:
    team = facts.sounding.team if facts.sounding else 0
    linked = sum(reached(each) and facts.near(each.address) for each in facts.members)
    return translate("Doctor", "{team} heard by announcements, {linked} connected.").format(
        team=team, linked=linked
    )


def _door(facts: Facts, translate: Translate) -> str:
    answer = next(each for each in facts.answers if each.outcome is Outcome.REACHED)
    return translate("Doctor", "{name}'s computer reached yours at {host}, port {door}.").format(
        name=answer.name, host=answer.host, door=facts.door
    )


def _elsewhere(facts: Facts, translate: Translate) -> str:
    here = [each for each in facts.members if reached(each) and not facts.near(each.address)]
    relayed = sum(each.reach is Reach.RELAYED for each in here)
    if not here:
        return translate("Doctor", "No colleague is known to be on another network now.")
    return translate("Doctor", "{direct} connected directly, {relayed} through others.").format(
        direct=len(here) - relayed, relayed=relayed
    )


def _clock(facts: Facts, translate: Translate) -> str:
    worst = max(abs(each.skew) for each in facts.members if each.skew is not None)
    return translate("Doctor", "Within {time} of your colleagues' clocks.").format(
        time=length(worst + _SECOND - 1, translate)
    )


def _outcome(outcome: Outcome, translate: Translate) -> str:
    return {
        Outcome.REACHED: translate("Doctor", "reached"),
        Outcome.REFUSED: translate("Doctor", "refused"),
        Outcome.TIMEOUT: translate("Doctor", "no answer"),
        Outcome.STRANGER: translate("Doctor", "another program answers"),
        Outcome.BUSY: translate("Doctor", "asked too often"),
    }[outcome]


def _names(facts: Facts, addresses: Iterable[str]) -> list[str]:
    """The interfaces of these addresses."""
    wanted = set(addresses)
    return [each.name for each in facts.networks if each.address in wanted]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


_WELL: Final[dict[Subject, Callable[[Facts, Translate], str]]] = {
    Subject.NETWORK: _network,
    Subject.ANNOUNCEMENTS: _announcements,
    Subject.NEARBY: _nearby,
    Subject.DOOR: _door,
    Subject.ELSEWHERE: _elsewhere,
    Subject.CLOCK: _clock,
}

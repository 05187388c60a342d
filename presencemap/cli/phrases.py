"""How the command line says things to people; ``--json`` says them to programs."""

from datetime import date, datetime
from typing import Any

from presencemap.domain.plan import Plan, spans
from presencemap.domain.until import Ending, ending

AVAILABILITY = {
    "available": "available",
    "busy": "busy",
    "do_not_disturb": "do not disturb",
    "away": "away",
}
SHARING = {
    "on": "You share what you say; colleagues see you.",
    "paused": "Paused: your place, activity and plans are withdrawn, colleagues see you offline; "
    "you still receive.",
    "off_network": "Off the network: nothing is sent or received until you share again.",
}
PRECISION = {
    "room": "Colleagues see the place that you set, to the room or desk.",
    "site": "Colleagues see the office or client, no room or desk.",
    "town": "Colleagues see the town, not where in it.",
    "hidden": "Colleagues see no place, whatever you set.",
}
HOME_IN = "While you say that you are at home, colleagues see the town too: {town}. No street."
HOME_OFF = "Colleagues see that you are at home, and no town."
KIND = {
    "working_on": "working on",
    "struggling_with": "struggling with",
    "thinking_about": "thinking about",
}


def clock_time(moment: str | None) -> str:
    """A moment as the local clock shows it; with its day, and year, where that is another."""
    if moment is None:
        return ""
    local = datetime.fromisoformat(moment).astimezone()
    form = ending(local, datetime.now().astimezone())
    if form is Ending.TIME:
        return f"{local:%H:%M}"
    return f"{local:%d %b %Y %H:%M}" if form is Ending.YEAR else f"{local:%d %b %H:%M}"


def until_words(moment: datetime) -> str:
    """Until when, as the interface says it; of a moment with a zone."""
    end = moment.astimezone()
    match ending(end, datetime.now().astimezone()):
        case Ending.TIME:
            return f"until {end:%H:%M}"
        case Ending.MIDNIGHT:
            return "until midnight"
        case Ending.TOMORROW:
            return f"until tomorrow {end:%H:%M}"
        case Ending.WEEKDAY:
            return f"until {end:%a %H:%M}"
        case Ending.DATE:
            return f"until {end.day} {end:%b %H:%M}"
        case Ending.YEAR:
            return f"until {end.day} {end:%b %Y %H:%M}"


def person_line(person: dict[str, Any]) -> str:
    """One line of ``who``."""
    status, name = person["status"], person["name"] or person["person"][:12]
    you = " (you)" if person["me"] else ""
    if person["presence"] == "offline":
        seen = clock_time(person["last_seen"])
        state = f"offline, last seen {seen}" if seen else "offline, not seen yet"
    else:
        # Who has just come may not have told theirs yet.
        state = AVAILABILITY[status["availability"]] if status else "online"
        if person["presence"] == "uncertain":
            state += ", not sure"
    doubt = ". Two computers use their key: ask them why" if person["cloned"] else ""
    return f"{name}{you}: {state}{told(status)}{doubt}"


def told(status: dict[str, Any] | None) -> str:
    """Place, activity and until of a status, as the end of a sentence."""
    if status is None:
        return ""
    parts = []
    if status["place"]:
        parts.append(f"at {', '.join(status['place']['path'])}")
    if status["guests"]:
        parts.append("with 1 guest" if status["guests"] == 1 else f"with {status['guests']} guests")
    if status["text"]:
        parts.append(f"{KIND[status['kind']]}: {status['text']}")
    if status["until"]:
        parts.append(until_words(datetime.fromisoformat(status["until"])))
    return "".join(f", {part}" for part in parts)


def day_phrase(day: date) -> str:
    """A day as people say it, with its date from the day after tomorrow on."""
    today = datetime.now().astimezone().date()
    near = {0: "today", 1: "tomorrow"}
    return near.get((day - today).days, f"{day:%a} {day.day} {day:%b}")


def plan_lines(plans: list[dict[str, Any]]) -> list[str]:
    """What is planned, the same on following days in one line."""
    lines = []
    for span in spans(map(_plan, plans)):
        first, last = day_phrase(span.plan.day), day_phrase(span.last)
        days = f"{first} to {last}" if last != first else first
        lines.append(f"{days}: {_planned(span.plan)}")
    return lines


def _plan(view: dict[str, Any]) -> Plan:
    """A plan as it was told, its place by name."""
    place = f"at {', '.join(view['place']['path'])}" if view["place"] else None
    return Plan(date.fromisoformat(view["day"]), place, view["text"], view["out"])


def _planned(plan: Plan) -> str:
    where = "out of office" if plan.out else plan.place
    return ", ".join(filter(None, [where, plan.text])) or "nothing"


HAPPENED = {
    "member": "{name} joined the team",
    "gone": "{name} is no longer in the team",
    "removed": "You were removed from this team: nobody tells you anything new.",
    "no_network": "There is no network now.",
    "network": "The network is back.",
}
"""Events of which there is no more to say."""


def event_line(event: dict[str, Any]) -> str:  # noqa: PLR0911 - a case each
    """One line of ``watch``."""
    name = event["name"] or event["person"][:12]
    when = clock_time(event["received"])
    match event["event"]:
        case "status":
            status = event["status"]
            state = AVAILABILITY[status["availability"]] if status else "no status"
            return f"{when} {name}: {state}{told(status)}"
        case "plan":
            plan = _plan(event["plan"])
            return f"{when} {name} plans for {day_phrase(plan.day)}: {_planned(plan)}"
        case "place":
            return f"{when} {name} changed the place {', '.join(event['place']['path'])}"
        case "profile":
            return f"{when} {name} changed their profile"
        case "job":
            job = event["job"]
            return f"{when} {name} named the job {job['name'] if job else '(gone)'}"
        case "work":
            jobs = ", ".join(job["name"] for job in event["jobs"])
            return f"{when} {name} is on {jobs or 'no job'}"
        case "topic":
            topic, called = event["topic"]["topic"], event["topic"]["name"]
            return f"{when} {name}: #{topic} is called #{called}"
        case "post":
            post = event["post"]
            asks = " asks" if post and post["kind"] == "question" else ""
            return f"{when} {name}{asks}: {post['text'] if post else '(taken back)'}"
        case "note":
            note = event["note"]
            return f"{when} Note from {name}: {note['text'] if note else '(taken back)'}"
        case happening:
            return f"{when} {HAPPENED.get(happening, f'{{name}} is {happening}').format(name=name)}"


def invite_line(invite: dict[str, Any]) -> str:
    """One line of ``team invites``."""
    parts = [f"used {invite['used']} of {invite['uses']} times"]
    if invite["open"]:
        parts.append(until_words(datetime.fromisoformat(invite["expires"])))
    if invite["overshoot"]:
        parts.append(
            f"{invite['overshoot']} more than meant: several members let people in at once"
        )
    maker = "you" if invite["mine"] else invite["by"] or "(no name yet)"
    label = f"  “{invite['label']}”" if invite["label"] else ""
    return f"{invite['id'][:12]}{label}  by {maker}, {', '.join(parts)}"


ANSWERED = {
    "member": "{person} answers",
    "turned_away": "a computer of this team answers, and doesn't let you in (presencemap doctor)",
    "nobody": "nobody answers",
    "untried": "not dialled yet",
}


def peer_line(peer: dict[str, Any]) -> str:
    """One line of ``peer list``."""
    answer = ANSWERED[peer["answer"]].format(person=peer["person"])
    return f"{peer['address']}  {answer}{'' if peer['by_hand'] else ', found'}"


STATE = {"well": "ok", "fault": "!!", "unknown": "--"}
MENDED_BY = {
    "away": "presencemap sharing on",
    "address_silent": "presencemap peer list",
    "no_relay": "presencemap peer add HOST:PORT",
    "nobody_heard": "presencemap peer add HOST:PORT",
    "other_network": "presencemap peer add HOST:PORT",
    "never_seen": "presencemap peer add HOST:PORT",
    "turned_away": "presencemap team leave --unheard, then presencemap team join LINK",
    "not_running": "presencemap, or presencemap node",
    "not_member": "presencemap team invite",
}
"""The command that does what a repair says."""


def report_lines(report: dict[str, Any]) -> list[str]:
    """The report of ``doctor``: checks, then colleagues."""
    lines = []
    for check in report["checks"]:
        lines.append(f"{STATE[check['state']]}  {check['title']}: {check['sentence']}")
        lines += _mended(check, "      ") if check["state"] == "fault" else []
    colleagues = [each for each in report["colleagues"] if each["member"]]
    if colleagues:
        reached = sum(each["reached"] for each in colleagues)
        lines += ["", f"{reached} of {len(colleagues)} colleagues reached."]
        lines += [f"  {each['sentence']}" for each in colleagues]
    return lines


def colleague_lines(colleague: dict[str, Any]) -> list[str]:
    """The answer of ``doctor PERSON``."""
    return [colleague["sentence"], *_mended(colleague, "")]


def _mended(found: dict[str, Any], indent: str) -> list[str]:
    if not found["repair"]:
        return []
    command = MENDED_BY.get(found["cause"])
    return [f"{indent}{found['repair']}{f' ({command})' if command else ''}"]

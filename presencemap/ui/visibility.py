"""What others see of me, and until when, in exact words: for the status bar, the pill, the tray.

Pure but for translation: the moment is always a parameter.
"""

from PySide6.QtCore import QCoreApplication

from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.place import PlaceTree, said_by
from presencemap.domain.status import Status
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.people.wording import guests, place_path, site_name, until, with_guests


def seen_by_team(status: Status | None, now: int) -> str:
    """What the whole team sees and until when: "The whole team sees your availability ..."."""
    if status is not None and said_by(status.place or ""):
        return _town_seen(status, now)
    place = status is not None and status.place is not None
    activity = status is not None and status.activity is not None
    end = "" if status is None or status.until is None else until(status.until, now)
    if place and activity:
        words = QCoreApplication.translate(
            "Visibility", "The whole team sees your availability, place and activity {until}"
        )
    elif place:
        words = QCoreApplication.translate(
            "Visibility", "The whole team sees your availability and place {until}"
        )
    elif activity:
        words = QCoreApplication.translate(
            "Visibility", "The whole team sees your availability and activity {until}"
        )
    else:
        words = QCoreApplication.translate(
            "Visibility", "The whole team sees your availability {until}"
        )
    return words.format(until=end).strip()


def _town_seen(status: Status, now: int) -> str:
    """Where no more of the place is shared."""
    end = "" if status.until is None else until(status.until, now)
    words = QCoreApplication.translate(
        "Visibility", "The whole team sees your availability and town {until}"
    )
    if status.activity is not None:
        words = QCoreApplication.translate(
            "Visibility", "The whole team sees your availability, town and activity {until}"
        )
    return words.format(until=end).strip()


def held_back(sharing: Sharing, *, removed: bool = False) -> str:
    """What the team sees while I don't share, "" while I do: for the status bar, the composer."""
    if removed:
        return QCoreApplication.translate(
            "Visibility", "Removed from the team: nothing of yours is shared"
        )
    match sharing:
        case Sharing.ON:
            return ""
        case Sharing.PAUSED:
            return QCoreApplication.translate(
                "Visibility", "Paused: colleagues see you as offline, without place or plans"
            )
        case Sharing.OFF_NETWORK:
            return QCoreApplication.translate(
                "Visibility", "Off the network: nothing is sent or received"
            )


def nobody_sees() -> str:
    """While the node doesn't run."""
    return QCoreApplication.translate("Visibility", "Not connected: nobody receives changes")


def where_until(status: Status | None, places: PlaceTree, now: int) -> str:
    """As "Acme, Gent until 17:00"; "" for no place."""
    if status is None or status.place is None:
        return ""
    where = place_path(places, status.place)
    if not where:
        where = QCoreApplication.translate("Visibility", "a place not known here yet")
    where = with_guests(where, status.guests)
    if status.until is None:
        return where
    words = QCoreApplication.translate("Visibility", "{place} {until}")
    return words.format(place=where, until=until(status.until, now))


def pill_lines(
    availability: Availability, status: Status | None, places: PlaceTree, now: int
) -> tuple[str, str]:
    """The two lines of the status pill; the second is "" where there is nothing to add."""
    word = availability_word(availability)
    end = "" if status is None or status.until is None else until(status.until, now)
    if status is None or status.is_bare:
        return word, end or QCoreApplication.translate("Visibility", "What are you on?")
    where = site_name(places, status.place)
    beside = guests(status.guests) if status.guests else ""
    below = " · ".join(filter(None, (where, end, beside)))
    return (word if status.activity is None else status.activity.text), below


def spoken(availability: Availability, status: Status | None, places: PlaceTree, now: int) -> str:
    """The pill for a screen reader."""
    facts = [availability_word(availability).lower()]
    if status is not None and status.activity is not None:
        facts.append(status.activity.text)
    where = where_until(status, places, now)
    if where:
        at = QCoreApplication.translate("Visibility", "at {place}")
        facts.append(at.format(place=where))
    elif status is not None and status.until is not None:
        facts.append(until(status.until, now))
    words = QCoreApplication.translate("Visibility", "You: {facts}, seen by the whole team. Change")
    return words.format(facts=", ".join(facts))

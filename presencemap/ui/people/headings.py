"""The words over each group of the list. Knows groups and places, no row and no painter."""

from PySide6.QtCore import QCoreApplication

from presencemap.domain.roster import Group
from presencemap.ui.people import wording
from presencemap.ui.people.roster_model import RosterModel

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


def heading(group: Group, roster: RosterModel, chosen: str | None, *, on_floor: bool) -> str:
    """What a group is called; ``chosen``: the site that is on top, or the floor of it."""
    if group is Group.CHOSEN:
        if on_floor:
            return translate("RosterList", "Here now")
        place = wording.site_name(roster.places, chosen)
        return translate("RosterList", "At {place}").format(place=place)
    if group is Group.HERE:
        place = wording.site_name(roster.places, roster.my_shown_site)
        here = translate("RosterList", "Also here, at {place}")
        there = translate("RosterList", "Also there, at {place}")
        return (here if roster.day is None else there).format(place=place)
    titles = {
        Group.FOLLOWING: translate("RosterList", "Following"),
        Group.EVERYONE: translate("RosterList", "Everyone else"),
        Group.LAST_KNOWN: translate("RosterList", "Last known"),
        Group.OFFLINE: translate("RosterList", "Offline"),
        Group.OUT: translate("RosterList", "Out of office"),
        Group.UNPLANNED: translate("RosterList", "Nothing planned"),
    }
    return titles[group]


def spoken_heading(title: str, count: int, *, folded: bool) -> str:
    """A group for a screen reader."""
    state = translate("RosterList", "folded") if folded else ""
    return ", ".join(filter(None, [title, colleagues(count), state]))


def colleagues(count: int) -> str:
    """A number of colleagues in words."""
    if count == 1:
        return translate("RosterList", "1 colleague")
    return translate("RosterList", "{count} colleagues").format(count=count)

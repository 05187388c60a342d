"""Ages, times and places in words, as rows, cards and the map say them.

Pure but for translation and the local time zone: the moment is always a parameter.
"""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from presencemap.domain.person import Person
from presencemap.domain.place import ROAD, Place, PlaceKind, PlaceTree, is_home
from presencemap.domain.roster import MINUTE
from presencemap.domain.until import Ending, ending
from presencemap.ui.moments import local

_HOUR = 60 * MINUTE
_DAY = 24 * _HOUR


# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


def age(length: int) -> str:
    """How long, short: "now", "14 min", "2 h", "3 days". `length` in ms."""
    if length < MINUTE:
        return translate("Wording", "now")
    if length < _HOUR:
        return translate("Wording", "{count} min").format(count=length // MINUTE)
    if length < _DAY:
        return translate("Wording", "{count} h").format(count=length // _HOUR)
    if length < 2 * _DAY:
        return translate("Wording", "1 day")
    return translate("Wording", "{count} days").format(count=length // _DAY)


def ago(length: int) -> str:
    """How long ago: "just now", "14 min ago"."""
    if length < MINUTE:
        return translate("Wording", "just now")
    return translate("Wording", "{age} ago").format(age=age(length))


def spoken_age(length: int) -> str:
    """The age in whole words, for screen readers: "2 hours"."""
    minutes, hours, days = length // MINUTE, length // _HOUR, length // _DAY
    if days > 1:
        return translate("Wording", "{count} days").format(count=days)
    if days == 1:
        return translate("Wording", "1 day")
    if hours > 1:
        return translate("Wording", "{count} hours").format(count=hours)
    if hours == 1:
        return translate("Wording", "1 hour")
    if minutes > 1:
        return translate("Wording", "{count} minutes").format(count=minutes)
    return translate("Wording", "a minute")


def clock(at: int) -> str:
    """The local time of a moment, "09:12"."""
    return QDateTime.fromMSecsSinceEpoch(at).toString("HH:mm")


def moment(at: int, now: int) -> str:
    """A past moment: "09:12" today, "22 Nov 09:12" before, "31 Dec 2025 09:12" in another year."""
    form = ending(local(at), local(now))
    day = _date(at, year=form is Ending.YEAR)
    return clock(at) if form is Ending.TIME else f"{day} {clock(at)}"


def day_or_time(at: int, now: int) -> str:
    """A past moment, shorter: "09:12" today, "22 Nov" before, "31 Dec 2025" in another year."""
    form = ending(local(at), local(now))
    return clock(at) if form is Ending.TIME else _date(at, year=form is Ending.YEAR)


def until_day(at: int, now: int) -> str:
    """Until when, of what may last for weeks: "until 17:00", "until 1 Dec 2026"."""
    end, today = QDateTime.fromMSecsSinceEpoch(at).date(), QDateTime.fromMSecsSinceEpoch(now).date()
    day = clock(at) if end == today else QLocale().toString(end, "d MMM yyyy")
    return translate("Wording", "until {time}").format(time=day)


def end(at: int, now: int) -> str:
    """An end where there is little room: "17:00" today and tonight, "Tue", "8 Dec".

    Within half a day a time is clear, and of an end at one in the morning "Tue" says too much.
    """
    form = ending(local(at), local(now))
    if form in {Ending.TIME, Ending.MIDNIGHT} or 0 <= at - now < _DAY // 2:
        return clock(at)
    # At most a month ahead: its year is clear.
    return _day(at, Ending.DATE if form is Ending.YEAR else form)


def _day(at: int, form: Ending) -> str:
    """A day to come, by its name while that is clear."""
    if form not in {Ending.TOMORROW, Ending.WEEKDAY}:
        return _date(at, year=form is Ending.YEAR)
    then = QDateTime.fromMSecsSinceEpoch(at).date()
    return QLocale().dayName(then.dayOfWeek(), QLocale.FormatType.ShortFormat)


def _date(at: int, *, year: bool) -> str:
    return QLocale().toString(
        QDateTime.fromMSecsSinceEpoch(at).date(), "d MMM yyyy" if year else "d MMM"
    )


def until(at: int, now: int) -> str:
    """Until when: "until 17:00", "until midnight", "until tomorrow 09:00", "until Tue 17:00".

    From a week on "until 8 Dec 17:00", in another year "until 1 Jan 2027 00:00".
    """
    form = ending(local(at), local(now))
    if form is Ending.MIDNIGHT:
        return translate("Wording", "until midnight")
    if form is Ending.TOMORROW:
        return translate("Wording", "until tomorrow {time}").format(time=clock(at))
    when = clock(at) if form is Ending.TIME else f"{_day(at, form)} {clock(at)}"
    return translate("Wording", "until {time}").format(time=when)


def guests(count: int) -> str:
    """A number of people who aren't of the team."""
    if count == 1:
        return translate("Wording", "1 guest")
    return translate("Wording", "{count} guests").format(count=count)


def guests_of(name: str, count: int) -> str:
    """The guests of one person, by the first name: nobody learns who they are."""
    words = translate("Wording", "{guests} of {name}, no names shared")
    return words.format(guests=guests(count), name=name)


def with_guests(place: str, count: int) -> str:
    """A place with how many guests are there; the place alone without any."""
    if not place or not count:
        return place
    return translate("Wording", "{place} with {guests}").format(place=place, guests=guests(count))


def first_name(person: Person) -> str:
    """What a sentence calls a colleague."""
    return person.name.split(" ", 1)[0]


def place_name(place: Place) -> str:
    """A place's own name; the two that every tree has are said in the app's language."""
    if is_home(place.id):
        return translate("Wording", "Home")
    return translate("Wording", "On the road") if place.id == ROAD.id else place.name


def site_name(places: PlaceTree, place_id: str | None) -> str:
    """The site with its town, "Acme, Gent"; "" for a place that isn't known."""
    site = places.site(place_id)
    if site is None:
        return ""
    name = place_name(site)
    return name if not site.town or site.town in name else f"{name}, {site.town}"


def somewhere(town: str) -> str:
    """Where a person is who shares the town only."""
    return translate("Wording", "Somewhere in {town}").format(town=town)


def place_path(places: PlaceTree, place_id: str | None) -> str:
    """From the site down, "Acme, Gent, room 3.12"; "" for a place that isn't known."""
    inner = [place_name(place) for place in places.ancestry(place_id)[1:]]
    site = site_name(places, place_id)
    whole = places.site(place_id)
    if whole is not None and whole.kind is PlaceKind.TOWN:
        return somewhere(site)
    return ", ".join([site, *inner]) if site else ""

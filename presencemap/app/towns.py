"""Towns as places: of a site, for those who share no more; and by name."""

from presencemap.domain.place import Place


def town_of(site: Place) -> Place | None:
    """The town that a site names, where the gazetteer knows it; its middle, not the site's spot."""
    return town_named(site.town)


def town_named(text: str) -> Place | None:
    """The town of that name, where the gazetteer knows it."""
    # Here, since it is read in some 50 ms, and few share by town.
    from presencemap.app.gazetteer import Gazetteer  # noqa: PLC0415

    town = Gazetteer.load().find(text) if text else None
    return None if town is None else Place.in_town(town.name, town.lat, town.lon)

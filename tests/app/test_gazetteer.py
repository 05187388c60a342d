"""Town names as people type them."""

import pytest

from presencemap.app.gazetteer import Gazetteer, Town, name_key
from presencemap.domain.errors import TownUnknown


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def found(gazetteer: Gazetteer, text: str) -> str:
    town = gazetteer.find(text)
    return town.label if town else ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Gent", "Gent, BE"),
        ("Ghent", "Gent, BE"),
        ("Gand", "Gent, BE"),
        ("  gENT ", "Gent, BE"),
        ("Gent, BE", "Gent, BE"),
        ("gent,be", "Gent, BE"),
        ("Gent, België", "Gent, BE"),
        ("Antwerpen", "Antwerpen, BE"),
        ("Anvers", "Antwerpen, BE"),
        ("Antwerp", "Antwerpen, BE"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch, NL"),
        ("’s-Hertogenbosch", "'s-Hertogenbosch, NL"),
        ("s hertogenbosch", "'s-Hertogenbosch, NL"),
        ("Den Bosch", "'s-Hertogenbosch, NL"),
        ("Luik", "Liège, BE"),
        ("liege", "Liège, BE"),
        ("The Hague", "Den Haag, NL"),
        ("'s-Gravenhage", "Den Haag, NL"),
        ("Bruxelles", "Brussel, BE"),
        ("St.-Niklaas", "Sint-Niklaas, BE"),
        ("Courtrai", "Kortrijk, BE"),
        ("Rijsel", "Lille, FR"),
        ("Keulen", "Köln, DE"),
        ("London", "London, GB"),
        ("Parijs", "Paris, FR"),
        ("Bergen, NO", "Bergen, NO"),
        ("Bergen, Norway", "Bergen, NO"),
    ],
)
def test_a_town_goes_by_all_its_names(gazetteer: Gazetteer, typed: str, meant: str) -> None:
    assert found(gazetteer, typed) == meant


def test_of_two_towns_the_near_one_is_meant_unless_the_far_one_is_a_city(
    gazetteer: Gazetteer,
) -> None:
    assert found(gazetteer, "Halle") == "Halle, BE"  # not Halle an der Saale
    assert found(gazetteer, "Lille") == "Lille, FR"  # not the village in the Kempen
    assert found(gazetteer, "Lille, BE") == "Lille, BE"


def test_no_village_hides_a_city_of_the_world(gazetteer: Gazetteer) -> None:
    cities = [town for town in gazetteer.towns() if town.population > 500_000]
    assert len(cities) > 500
    hidden = [
        city.label
        for city in cities
        if (gazetteer.find(city.label) or city).population < city.population
    ]
    assert hidden == []


def test_what_is_found_has_its_own_coordinates(gazetteer: Gazetteer) -> None:
    gent = gazetteer.find("Gand")
    assert gent is not None
    assert (gent.lat, gent.lon) == pytest.approx((51.05, 3.72), abs=0.02)
    assert gent.population > 200_000


@pytest.mark.parametrize("typed", ["", " ", "-", ",", ", BE", "Xyzzy", "Gent, JP", "Gent, Xyzzy"])
def test_what_is_no_town_is_none(gazetteer: Gazetteer, typed: str) -> None:
    assert gazetteer.find(typed) is None


def test_an_unknown_town_says_what_may_be_meant(gazetteer: Gazetteer) -> None:
    with pytest.raises(
        TownUnknown, match=r'No town is known as "Antwrepen". Did you mean Antwerpen, BE'
    ):
        gazetteer.resolve("Antwrepen ")
    with pytest.raises(TownUnknown, match="Give a larger town nearby"):
        gazetteer.resolve("qqqqqq")
    assert gazetteer.resolve("Gent").name == "Gent"


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [("Utrect", "Utrecht, NL"), ("Roterdam", "Rotterdam, NL"), ("Kortrik", "Kortrijk, BE")],
)
def test_a_slip_of_the_finger_is_understood(
    gazetteer: Gazetteer, mistyped: str, meant: str
) -> None:
    assert gazetteer.similar(mistyped)[0].label == meant


def test_suggestions_begin_as_typed_and_put_the_likely_first(gazetteer: Gazetteer) -> None:
    assert gazetteer.suggest("ge")[0].name == "Gent"
    assert gazetteer.suggest("den bos")[0].name == "'s-Hertogenbosch"
    assert gazetteer.suggest("an")[:1] == [gazetteer.find("Antwerpen")]
    assert {town.country for town in gazetteer.suggest("a, nl", 20)} == {"NL"}
    assert len(gazetteer.suggest("a", 3)) == 3
    assert gazetteer.suggest("") == []
    assert gazetteer.suggest("qqq") == []


def test_a_town_is_suggested_once(gazetteer: Gazetteer) -> None:
    towns = gazetteer.suggest("antwerpen", 20)
    assert len(towns) == len(set(towns))


def test_towns_come_by_size_in_latin_script(gazetteer: Gazetteer) -> None:
    towns = gazetteer.towns()
    sizes = [town.population for town in towns]
    assert sizes == sorted(sizes, reverse=True)
    benelux = [town for town in towns if town.country in {"BE", "NL", "LU"}]
    assert len(benelux) > 4000
    assert min(town.population for town in benelux) >= 500
    assert min(t.population for t in towns if t.country not in {"BE", "NL", "LU"}) >= 15_000
    assert all(-90 <= town.lat <= 90 and -180 <= town.lon <= 180 for town in towns)


def test_benelux_towns_bear_their_own_names(gazetteer: Gazetteer) -> None:
    names = {town.name for town in gazetteer.towns() if town.country in {"BE", "NL", "LU"}}
    assert {"Gent", "Antwerpen", "Brussel", "Liège", "'s-Hertogenbosch", "Den Haag"} <= names
    assert not names & {"Ghent", "Antwerp", "Brussels", "The Hague", "Bruges", "Ostend", "Ypres"}


def test_a_key_is_blind_to_case_accents_and_punctuation() -> None:
    assert name_key("'s-Hertogenbosch") == name_key("S HERTOGENBOSCH") == "shertogenbosch"
    assert name_key("Liège") == name_key("LIEGE")
    assert name_key("Łódź") == "lodz"


def test_a_small_gazetteer_reads_its_three_sections() -> None:
    text = "belgie\tBE\n\nGent\tBE\t265086\t51.0500\t3.7167\n\ngand\t0~\ngent\t0="
    town = Gazetteer(lambda: text).find("Gand, Belgie")
    assert town == Town("Gent", "BE", 265086, 51.05, 3.7167)


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("Gnt", "Gent, BE"),
        ("Antwerpn", "Antwerpen, BE"),
        ("Lueven", "Leuven, BE"),
        ("Xent", "Gent, BE"),
        ("Hasslt, NL", "Hasselt, NL"),
    ],
)
def test_one_mistake_is_forgiven_while_typing(
    gazetteer: Gazetteer, mistyped: str, meant: str
) -> None:
    assert gazetteer.nearly(mistyped)[0].label == meant


def test_what_is_too_short_or_too_wrong_is_near_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.nearly("qq") == []
    assert gazetteer.nearly("Gnetxx") == []


def test_it_is_read_when_somebody_asks() -> None:
    read: list[str] = []

    def text() -> str:
        read.append("")
        return "belgium\tBE\n\n" + "Gent\t51.05\t3.72\tBE\t1\n\ngent\t0="

    gazetteer = Gazetteer(text)
    assert read == []
    for _ in range(2):
        assert gazetteer.find("nowhere at all") is None
    assert len(read) == 1

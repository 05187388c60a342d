"""The place tree: paths, coordinates, names, and what two editors at once make of it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.errors import InvalidInput
from presencemap.domain.place import (
    HOME,
    MADE,
    MAX_DEPTH,
    ROAD,
    SITES,
    Place,
    PlaceKind,
    PlaceTree,
    is_home,
    spot_said,
)

ACME = Place("acme", "Acme, Gent", PlaceKind.CLIENT, None, 51.05, 3.72, "Gent")
FLOOR = Place("floor", "Floor 2", PlaceKind.FLOOR, "acme")
ROOM = Place("room", "Boardroom", PlaceKind.ROOM, "floor", 51.0501, 3.7202)
DESK = Place("desk", "Desk 4", PlaceKind.DESK, "floor")
OFFICE = Place("office", "Kantoor Liège", PlaceKind.OFFICE)
TREE = PlaceTree([ACME, FLOOR, ROOM, DESK, OFFICE])


def room(name: str, parent: str | None) -> Place:
    return Place(name, name, PlaceKind.ROOM, parent)


def test_home_and_the_road_are_in_every_tree_and_nowhere_on_the_map() -> None:
    empty = PlaceTree()
    assert list(empty) == [HOME, ROAD]
    assert empty.coordinates("home") is empty.coordinates("road") is None
    assert empty.site("home") is HOME
    assert frozenset({HOME.kind, ROAD.kind}) < SITES


def test_a_tree_has_its_places() -> None:
    assert len(TREE) == 7
    assert TREE.get("room") is ROOM
    assert TREE.get("nowhere") is TREE.get(None) is None
    assert len(PlaceTree([ACME, Place("acme", "Acme NV", PlaceKind.CLIENT)])) == 3


def test_a_tree_is_a_copy_of_what_it_was_made_of() -> None:
    places = {ACME.id: ACME}
    tree = PlaceTree.of(places)
    del places[ACME.id]
    assert [*tree] == [*PlaceTree([ACME])]
    double = Place("double", "ACME", PlaceKind.CLIENT, into=ACME.id)
    assert PlaceTree.of({ACME.id: ACME, double.id: double}).get(double.id) is ACME


def test_a_path_goes_from_the_site_down() -> None:
    assert TREE.ancestry("room") == (ACME, FLOOR, ROOM)
    assert TREE.path("desk") == ("Acme, Gent", "Floor 2", "Desk 4")
    assert TREE.site("desk") is ACME
    assert TREE.path("acme") == ("Acme, Gent",)
    assert TREE.path("nowhere") == TREE.path(None) == ()
    assert TREE.site("nowhere") is None


def test_coordinates_are_the_nearest_around() -> None:
    assert TREE.coordinates("room") == (51.0501, 3.7202)
    assert TREE.coordinates("desk") == (51.05, 3.72)
    assert TREE.coordinates("office") is None
    assert TREE.coordinates("nowhere") is None


@pytest.mark.parametrize(("lat", "lon"), [(51.0, None), (None, 3.7)])
def test_half_a_coordinate_is_none(lat: float | None, lon: float | None) -> None:
    half = Place("half", "Half", PlaceKind.FLOOR, "acme", lat, lon)
    assert PlaceTree([ACME, half]).coordinates("half") == (51.05, 3.72)


def test_the_equator_is_a_place() -> None:
    null = Place("null", "Null Island", PlaceKind.CLIENT, None, 0.0, 0.0)
    assert PlaceTree([null]).coordinates("null") == (0.0, 0.0)


class TestBrokenTrees:
    def test_an_orphan_is_a_site(self) -> None:
        tree = PlaceTree([FLOOR, DESK])
        assert tree.site("desk") is FLOOR
        assert tree.path("desk") == ("Floor 2", "Desk 4")

    def test_a_place_in_itself_is_a_site(self) -> None:
        loop = room("loop", "loop")
        assert PlaceTree([loop]).ancestry("loop") == (loop,)

    def test_each_place_of_a_ring_is_a_site_whoever_asks(self) -> None:
        a, b, c, leaf = room("a", "b"), room("b", "c"), room("c", "a"), room("leaf", "b")
        tree = PlaceTree([a, b, c, leaf])
        assert [tree.ancestry(p) for p in "abc"] == [(a,), (b,), (c,)]
        assert tree.ancestry("leaf") == (b, leaf)

    def test_a_tree_too_deep_is_cut(self) -> None:
        chain = [room(str(n), str(n - 1) if n else None) for n in range(20)]
        assert TREE.coordinates("room") is not None
        assert PlaceTree(chain).ancestry("19") == tuple(chain[-MAX_DEPTH:])
        assert PlaceTree(chain).ancestry("7") == tuple(chain[:8])

    @given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefg")))
    def test_whatever_the_parents_all_agree_on_the_sites(self, parents: dict[str, str]) -> None:
        tree = PlaceTree([room(name, parent) for name, parent in parents.items()])
        for name in parents:
            chain = tree.ancestry(name)
            assert chain[-1].id == name
            assert len(chain) == len(set(chain)) <= MAX_DEPTH
            assert tree.ancestry(chain[0].id) == chain[:1]
            assert all(tree.site(place.id) is chain[0] for place in chain)


class TestNamed:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("room", "room"),  # its id
            ("boardroom", "room"),
            ("ACME GENT", "acme"),
            ("acme", "acme"),
            ("kantoor liege", "office"),
            ("Liège", "office"),
            ("acme, gent floor 2", "floor"),
            ("acme gent floor 2 board", "room"),
            ("Floor", "floor"),
            ("gent", "acme"),
            ("home", "home"),
            ("on the", "road"),
            ("oardroom", ""),
            ("ent", ""),
            ("", ""),
            ("!", ""),
            ("brussels", ""),
        ],
    )
    def test_finds(self, text: str, found: str) -> None:
        assert " ".join(place.id for place in TREE.named(text)) == found

    def test_finds_all_that_fit(self) -> None:
        twins = PlaceTree([ACME, FLOOR, Place("other", "Floor 2", PlaceKind.FLOOR, "office")])
        assert [place.id for place in twins.named("floor 2")] == ["floor", "other"]
        assert [place.id for place in twins.named("floo")] == ["floor", "other"]
        assert [place.id for place in twins.named("acme, gent floor 2")] == ["floor"]

    def test_a_whole_name_wins(self) -> None:
        tree = PlaceTree(
            [Place("1", "Acme", PlaceKind.CLIENT), Place("2", "Acme 2", PlaceKind.CLIENT)]
        )
        assert [place.id for place in tree.named("acme")] == ["1"]
        assert [place.id for place in tree.named("acm")] == ["1", "2"]

    def test_a_name_of_signs_only_isn_t_found_by_others(self) -> None:
        assert PlaceTree([Place("x", "★", PlaceKind.CLIENT)]).named("☺") == ()


def test_a_town_says_all_about_itself() -> None:
    gent = Place.in_town("  Gent ", 51.0543, 3.7174)
    assert gent.id == "town:51.05,3.72:Gent"
    assert TREE.get(gent.id) == gent
    assert TREE.site(gent.id) == gent
    assert TREE.path(gent.id) == ("Gent",)
    assert TREE.coordinates(gent.id) == (51.05, 3.72)
    assert gent not in list(TREE)
    assert gent.kind not in MADE
    far = Place.in_town("x" * 100, -33.456, -70.648)
    assert TREE.get(far.id) == far
    assert len(far.name) == 60


def test_a_home_in_a_town_says_the_town_and_no_more() -> None:
    gent = Place.in_town("Gent", 51.0543, 3.7174)
    home = Place.home_in(gent)
    assert home.id == "home:51.05,3.72:Gent"
    assert (home.kind, home.town, home.lat, home.lon) == (PlaceKind.HOME, "Gent", 51.05, 3.72)
    assert TREE.get(home.id) == TREE.site(home.id) == home
    assert TREE.path(home.id) == ("Home, Gent",)
    assert TREE.coordinates("home") is None
    assert home not in list(TREE)


@pytest.mark.parametrize(
    ("place_id", "home"),
    [
        ("home", True),
        ("home:51.05,3.72:Gent", True),
        ("town:51.05,3.72:Gent", False),
        ("home:51.054,3.7174:Gent", False),
        ("road", False),
        (None, False),
    ],
)
def test_who_is_at_home(place_id: str | None, home: bool) -> None:
    assert is_home(place_id) is home


@pytest.mark.parametrize(
    "place_id",
    [
        "home:91.00,3.72:Gent",
        "town:",
        "town:51.05,3.72:",
        "town:91.00,3.72:Gent",
        "town:51.05,181.00:Gent",
        "town:51,3:G",
    ],
)
def test_what_names_no_town_is_unknown(place_id: str) -> None:
    assert TREE.get(place_id) is None


@pytest.mark.parametrize("made_of", [PlaceTree, lambda p: PlaceTree.of({x.id: x for x in p})])
def test_a_merged_place_answers_with_the_other_and_isnt_listed(
    made_of: Callable[[list[Place]], PlaceTree],
) -> None:
    tree = made_of(
        [
            ACME,
            Place("old", "Acme", PlaceKind.CLIENT, into="older"),
            Place("older", "Acme", PlaceKind.CLIENT, into="acme"),
            room("3.1", "old"),
        ]
    )
    assert tree.get("old") is tree.get("older") is ACME
    assert tree.ancestry("3.1") == (ACME, tree.get("3.1"))
    assert {place.id for place in tree} == {"home", "road", "acme", "3.1"}
    assert len(tree) == 4


def test_what_was_merged_into_a_ring_is_not_merged_whoever_is_asked_about_first() -> None:
    ring = [Place(a, a, PlaceKind.OFFICE, into=b) for a, b in (("a", "b"), ("b", "a"))]
    tail = Place("c", "c", PlaceKind.OFFICE, into="a")
    for places in ((tail, *ring), (*ring, tail)):
        tree = PlaceTree(places)
        assert [place.id for p in ("a", "b", "c") if (place := tree.get(p))] == ["a", "b", "c"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_row_as_long_as_a_member_can_make_it_ends_where_it_ends(turned: bool) -> None:
    ids = [f"{number:032x}" for number in range(20_000)]
    row = [Place(id_, "x", PlaceKind.OFFICE, into=into) for id_, into in pairwise(ids)]
    last = Place(ids[-1], "Acme", PlaceKind.OFFICE)
    tree = PlaceTree((last, *(reversed(row) if turned else row)))
    assert {tree.get(id_) for id_ in ids} == {last}
    assert len(tree) == len(PlaceTree()) + 1


def test_merged_in_a_ring_or_into_nowhere_is_not_merged() -> None:
    ring = [Place(a, a, PlaceKind.OFFICE, into=b) for a, b in (("a", "b"), ("b", "a"))]
    lost = Place("c", "c", PlaceKind.OFFICE, into="gone")
    tree = PlaceTree([*ring, lost])
    assert [tree.get(place.id) for place in (*ring, lost)] == [*ring, lost]


def test_doubles_have_one_name_in_one_place() -> None:
    twin = Place("twin", "ACME GENT", PlaceKind.OFFICE)
    tree = PlaceTree([ACME, twin, FLOOR, Place("x", "Acme, Gent", PlaceKind.ROOM, "floor")])
    assert tree.doubles(ACME) == (twin,)
    assert tree.doubles(FLOOR) == ()


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("51.0543, 3.7174", (51.0543, 3.7174)),
        (" -33.4;-70.65 ", (-33.4, -70.65)),
        ("51 4", (51.0, 4.0)),
        ("51.0543,3.7174", (51.0543, 3.7174)),
        ("51.0543\t3.7174", (51.0543, 3.7174)),
        ("51,0543; 3,7174", (51.0543, 3.7174)),
        ("51,0543 3,7174", (51.0543, 3.7174)),
        ("51,3.7", (51.0, 3.7)),
        ("51, 3", (51.0, 3.0)),
        ("\N{MINUS SIGN}33.4, -70.65", (-33.4, -70.65)),
        ("51.05N 3.7E", (51.05, 3.7)),
        ("51.05° N, 3.7° E", (51.05, 3.7)),
        ("51,05° n, 3,7° e", (51.05, 3.7)),
        ("33.4S, 70.65W", (-33.4, -70.65)),
        ("33.4° s; 70.65° w", (-33.4, -70.65)),
        ("51.05°, 3.7°", (51.05, 3.7)),
        ("  ", None),
    ],
)
def test_a_spot_as_people_write_it(text: str, spot: tuple[float, float] | None) -> None:
    assert spot_said(text) == spot


@pytest.mark.parametrize(
    "text",
    [
        "Gent",
        "51.0",
        "91, 3",
        "51, 181",
        "91N 3E",
        "51,05, 3,72",
        "51.0, 3.7, 9",
        "51,05",
        " -33,4",
        "51,05,3",
        "51.05N",
        "51.05N 3.7",
        "-51.05N 3.7E",
        "3.7E 51.05N",
        "51°3'N 3°43'E",
        "51" + " " * 30_000 + "N" + " " * 30_000 + "3",
    ],
)
def test_what_is_no_spot(text: str) -> None:
    with pytest.raises(InvalidInput, match="like 51"):
        spot_said(text)

"""Which faces have room: none lies on another, from afar there are fewer, the chosen one stays."""

from itertools import combinations
from math import hypot
from types import ModuleType

import pytest

from presencemap.ui.people.row_facts import RowFacts, row_facts
from presencemap.ui.topics.faces import faces
from presencemap.ui.topics.scene import Hub, Seat, TopicScene

HUBS = (Hub("vat", (0, 0), 80, 9, 0), Hub("data", (200, 0), 80, 9, 0))
LABEL = Hub("lean", (0, 300), 34, 1, 0)


@pytest.fixture
def people(factories: ModuleType) -> list[RowFacts]:
    made = [factories.card(number, f"Person {number}") for number in range(30)]
    return [row_facts(card, factories.PLACES, None, factories.NOW) for card in made]


@pytest.fixture
def scene(people: list[RowFacts]) -> TopicScene:
    seats = [Seat(facts, HUBS[n % 2].at, (HUBS[n % 2].name,), n // 2) for n, facts in
             enumerate(people[:18])]  # fmt: skip
    between = [Seat(each, (100.0, 90.0 + 60 * n), ("vat", "data"), n) for n, each in
               enumerate(people[18:28])]  # fmt: skip
    seats += [*between, Seat(people[28], LABEL.at, ("lean",), 0)]
    return TopicScene(hubs=(*HUBS, LABEL), seats=tuple(seats))


def shown(scene: TopicScene, zoom: float, chosen: str | None = None) -> list[Seat]:
    return faces(scene, zoom, 26.0, lambda _: (70.0, 36.0), chosen)


@pytest.mark.parametrize("zoom", [0.3, 0.6, 1.0, 1.6])
def test_no_face_lies_on_another(scene: TopicScene, zoom: float) -> None:
    found = [seat.at for seat in shown(scene, zoom)]
    assert min(hypot(a - c, b - d) for (a, b), (c, d) in combinations(found, 2)) * zoom >= 26


def test_from_afar_there_are_fewer_and_the_chosen_one_stays(scene: TopicScene) -> None:
    near, far = shown(scene, 1.6), shown(scene, 0.4)
    assert len(far) < len(near)
    for group in ([s for s in near if s.between], [s for s in near if not s.between]):
        hidden = next(s for s in reversed(group) if s.person not in {f.person for f in far})
        assert hidden.person in {s.person for s in shown(scene, 0.4, hidden.person)}


def test_who_is_alone_on_a_topic_is_above_its_name(scene: TopicScene) -> None:
    (alone,) = (seat for seat in shown(scene, 1.0) if seat.hubs == ("lean",))
    assert alone.at[0] == 0
    assert alone.at[1] <= 300 - 18 - 13

"""Who has a face on a rim: evenly, the same for all, and never on the words."""

from itertools import combinations
from math import atan2, hypot, pi

import pytest

from presencemap.ui.topics.rims import BADGES, room_on, seated
from presencemap.ui.topics.scene import BOX, Hub

WORDS, FACE = (74.0, 36.0), 26.0
SIZES = [(58.0, 0.7), (61.0, 0.7), (92.0, 0.55), (92.0, 1.6), (60.0, 0.3)]


def hub(radius: float = 61, name: str = "vat", job: str = "") -> Hub:
    return Hub(name, (500, 100), radius, 4, 0, job=job)


def folk(count: int) -> list[str]:
    return [f"{number:032x}" for number in range(count)]


def placed(made: Hub, count: int, zoom: float) -> dict[str, tuple[float, float]]:
    """Px off the middle of the hub."""
    found = seated(made, folk(count), WORDS, FACE, zoom)
    return {person: (x * zoom, y * zoom) for person, (x, y) in found.items()}


@pytest.mark.parametrize("job", ["", "Tender"])
@pytest.mark.parametrize(("radius", "zoom"), SIZES)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 8, 40])
def test_no_face_lies_on_the_words_or_on_another(
    count: int, radius: float, zoom: float, job: str
) -> None:
    spots = list(placed(hub(radius, job=job), count, zoom).values())
    assert spots
    reach = FACE / 2 + BADGES - 1e-6
    for x, y in spots:
        assert abs(x) >= WORDS[0] / 2 + reach or abs(y) >= WORDS[1] / 2 + reach
    assert all(hypot(a - c, b - d) > FACE + 6 for (a, b), (c, d) in combinations(spots, 2))


def test_the_closer_the_more_and_the_first_before_the_others() -> None:
    far, near = placed(hub(92), 40, 0.4), placed(hub(92), 40, 1.6)
    assert 2 <= len(far) < len(near) <= 40
    assert set(far) == set(folk(len(far)))
    assert len(near) >= room_on(92) > room_on(58)


def test_whoever_tells_it_the_same_people_sit_on_the_same_places() -> None:
    people = folk(4)
    assert seated(hub(), people, WORDS, FACE, 1.0) == seated(hub(), people[::-1], WORDS, FACE, 1.0)


@pytest.mark.parametrize("name", ["vat", "data", "care", "lean"])
def test_they_are_spread_round_the_hub(name: str) -> None:
    two = list(placed(hub(name=name), 2, 1.0).values())
    assert two[0][0] == pytest.approx(-two[1][0])
    assert two[0][1] == pytest.approx(-two[1][1])
    assert all(abs(x) > 20 for x, _ in two), "askew, not an axis"
    for count in (3, 4, 6):
        spots = placed(hub(80, name), count, 1.0).values()
        above = sum(y < 0 for _, y in spots)
        assert abs(2 * above - count) <= 1
        ways = sorted(atan2(y, x) for x, y in spots)
        gaps = [b - a for a, b in zip(ways, [*ways[1:], ways[0] + 2 * pi], strict=True)]
        assert max(gaps) < 1.35 * pi


def test_who_comes_parts_nobody_else() -> None:
    def order(count: int) -> list[str]:
        spots = placed(hub(92), count, 1.0)
        return sorted(spots, key=lambda p: (atan2(*spots[p]) + 2 * pi) % (2 * pi))

    six = [person for person in order(6) if person in folk(5)]
    turned = [six[at:] + six[:at] for at in range(5)]
    assert order(5) in [*turned, *(each[::-1] for each in turned)]


def test_on_a_job_they_sit_on_its_upper_and_lower_edge() -> None:
    spots = placed(hub(92, job="Tender"), 4, 1.2).values()
    edge = 92 * BOX[1] * 1.2
    assert all(edge - FACE / 2 < abs(y) < edge + FACE for _, y in spots)

"""Views reckoned from a layout."""

from types import ModuleType

import pytest

from presencemap.ui.map.crowd import scene_of
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.projection import View
from presencemap.ui.map.scene import Scene
from presencemap.ui.map.sights import CITY_ZOOM, freed, middle_of, seeking_everyone
from presencemap.ui.steps import whole
from presencemap.ui.theme import Appearance

VIEW = View(51.5, 4.5, 6.0, 920, 722)


@pytest.fixture
def shown(look: Appearance, factories: ModuleType) -> Foreground:
    team = factories.team(43)
    foreground = Foreground(look.theme)
    foreground.set_scene(scene_of(team.cards, team.places, team.now), team.now)
    return foreground


@pytest.mark.parametrize("covered", [0, 340])
@pytest.mark.parametrize("size", [(920, 722), (700, 400)])
def test_everyone_is_beside_the_card_and_above_the_dock(
    shown: Foreground, size: tuple[int, int], covered: int
) -> None:
    view = whole(seeking_everyone(shown, VIEW.resized(*size), strip=60, covered=covered))
    assert view.zoom <= CITY_ZOOM
    for box in whole(shown.previewing(view)):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.w <= size[0] - covered
        assert box.y + box.h <= size[1] - 60


def test_nobody_leaves_the_view_as_it_is(look: Appearance) -> None:
    foreground = Foreground(look.theme)
    foreground.set_scene(Scene(), 0)
    assert whole(seeking_everyone(foreground, VIEW)) == VIEW


FREE = Rect(0, 0, 500, 400)


@pytest.mark.parametrize(
    ("box", "pan"),
    [
        (Rect(100, 100, 80, 60), (0, 0)),
        (Rect(450, 100, 80, 60), (-50, 0)),
        (Rect(-30, 100, 80, 60), (50, 0)),
        (Rect(100, 5, 80, 60), (0, 15)),
        (Rect(100, 330, 80, 60), (0, -50)),
    ],
)
def test_the_smallest_pan_into_the_free_area(box: Rect, pan: tuple[float, float]) -> None:
    assert freed(box, FREE, 20, 60) == pan


def test_the_middle_of_a_cluster(shown: Foreground) -> None:
    shown.lay_out(VIEW)
    cluster = max(shown.items, key=lambda item: len(item.spots))
    view = middle_of(cluster, VIEW, 9.0)
    assert view.zoom == 9.0
    for spot in cluster.spots:
        x, y = view.to_screen(spot.lat, spot.lon)
        assert abs(x - 460) < 460
        assert abs(y - 361) < 361


def test_nobody_is_under_the_buttons_in_a_narrow_map(shown: Foreground) -> None:
    floats = [Rect(14, 360, 120, 220), Rect(14, 14, 300, 40)]
    view = whole(seeking_everyone(shown, VIEW.resized(480, 640), floats, strip=60, head=54))
    boxes = whole(shown.previewing(view, floats))
    assert not [box for box in boxes for each in floats if box.meets(each)]


@pytest.mark.parametrize("people", [12, 40, 43])
def test_everyone_is_whole_and_uncovered_in_a_low_window(
    look: Appearance, factories: ModuleType, people: int
) -> None:
    team = factories.team(people)
    foreground = Foreground(look.theme)
    foreground.set_scene(scene_of(team.cards, team.places, team.now), team.now)
    floats = [Rect(14, 267, 34, 139), Rect(62, 362, 200, 44), Rect(14, 14, 330, 87)]
    for width in range(300, 1000, 20):
        low = VIEW.resized(width, 420)
        view = whole(seeking_everyone(foreground, low, floats, strip=58, head=101))
        window = Rect(0, 101, width, 420 - 101 - 58)
        boxes = whole(foreground.previewing(view, floats))
        assert [box for box in boxes if not window.encloses(box)] == [], width
        # Views are fitted to a px.
        within = [box._replace(x=box.x + 1, y=box.y + 1, w=box.w - 2, h=box.h - 2) for box in boxes]
        assert not [box for box in within for each in floats if box.meets(each)], width

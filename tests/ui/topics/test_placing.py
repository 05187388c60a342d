"""Where cards have room: a picture of random hubs and faces hides nothing, and stays."""

import random
from dataclasses import replace
from math import cos, hypot, pi, sin

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF

from presencemap.ui.topics.placing import (
    FARTHEST,
    LONGEST,
    Place,
    Seen,
    Tie,
    Wish,
    crosses,
    line,
    placed,
    rim_line,
)

WINDOW = QRectF(12, 12, 896, 698)
CONTROLS = (QRectF(12, 12, 560, 44), QRectF(12, 560, 40, 150))
HALF, WIDE = 18.0, 208.0


def square(middle: QPointF, half: float = HALF) -> QRectF:
    return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)


def team(seed: int) -> tuple[list[Wish], Seen]:
    """Hubs that don't overlap, faces on their rims, five questions; some of askers nobody sees."""
    chance = random.Random(seed)
    hubs: list[tuple[QPointF, float]] = []
    for _ in range(60):
        middle = QPointF(chance.uniform(60, 860), chance.uniform(100, 660))
        reach = chance.uniform(40, 75)
        if all(hypot(*(middle - at).toTuple()) > reach + other + 8 for at, other in hubs):
            hubs.append((middle, reach))
    faces: dict[str, QRectF] = {}
    for number, (middle, reach) in enumerate(hubs):
        for turn in range(chance.randrange(5)):
            way = 2 * pi * turn / 5 + number
            at = middle + QPointF(reach * cos(way), reach * sin(way))
            faces[f"{number}-{turn}"] = square(at)
    names = [QRectF(at.x() - 45, at.y() - 17, 90, 34) for at, _ in hubs]
    askers = [*chance.sample(sorted(faces), min(4, len(faces))), "nobody"]
    wishes = [
        Wish(each, *hubs[int(each.split("-")[0]) if each in faces else 0], WIDE, 66, 84)
        for each in askers
    ]
    return wishes, Seen(WINDOW, hubs, names, faces, CONTROLS)


def near(box: QRectF, point: QPointF) -> float:
    """How far a point is from a box."""
    x = min(max(point.x(), box.left()), box.right())
    y = min(max(point.y(), box.top()), box.bottom())
    return hypot(point.x() - x, point.y() - y)


@pytest.mark.parametrize("seed", range(40))
def test_no_card_covers_a_hub_a_name_a_face_a_control_or_a_card(seed: int) -> None:
    wishes, seen = team(seed)
    boxes = [place.box for place in placed(wishes, seen) if place is not None]
    for box in boxes:
        assert WINDOW.contains(box)
        assert all(near(box, middle) >= reach - 1e-6 for middle, reach in seen.hubs)
        for other in (*seen.names, *seen.faces.values(), *CONTROLS):
            assert not box.intersects(other)
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:number])


@pytest.mark.parametrize("seed", range(40))
def test_lines_are_short_cross_no_name_and_end_at_a_face_that_is_seen(seed: int) -> None:
    wishes, seen = team(seed)
    places = placed(wishes, seen)
    boxes = [place.box for place in places if place is not None]
    for wish, place in zip(wishes, places, strict=True):
        if place is None or place.tie is Tie.NONE:
            continue
        face = seen.faces.get(wish.person, QRectF())
        if place.tie is Tie.FACE:
            string = line(place.box, face.center())
            assert string.p2() == face.center()
        else:
            string, face = rim_line(place.box, wish.about, wish.reach), QRectF()
            assert near(QRectF(string.p2(), string.p2()), wish.about) == pytest.approx(wish.reach)
        assert string.length() <= (FARTHEST if place.tie is Tie.FACE else LONGEST)
        steps = [string.pointAt(step / 200) for step in range(201)]
        others = [box for box in boxes if box != place.box]
        passed = [*seen.names, *others, *(f for f in seen.faces.values() if f != face)]
        assert not any(box.contains(step) for box in passed for step in steps)
        if place.tie is Tie.HUB or string.length() > LONGEST:
            foreign = [
                (middle, reach)
                for middle, reach in seen.hubs
                if hypot(*(middle - string.p2()).toTuple()) > reach + 24
            ]
            for middle, reach in foreign:
                assert min(hypot(*(step - middle).toTuple()) for step in steps) >= reach - 1


def test_random_pictures_have_cards_of_either_kind() -> None:
    found = [place for seed in range(40) for place in placed(*team(seed))]
    kinds = [place.tie for place in found if place is not None]
    assert kinds.count(Tie.FACE) > 40
    assert kinds.count(Tie.HUB) > 10
    assert kinds.count(Tie.NONE) > 0


@pytest.mark.parametrize("seed", range(20))
def test_the_same_picture_has_the_same_cards_whatever_order_it_is_told_in(seed: int) -> None:
    wishes, seen = team(seed)
    turned = replace(
        seen,
        hubs=seen.hubs[::-1],
        names=seen.names[::-1],
        faces=dict(reversed(seen.faces.items())),
    )
    assert placed(wishes, seen) == placed(wishes, turned)


@pytest.mark.parametrize("seed", range(40))
def test_a_card_stays_while_it_hides_nothing_whoever_comes_or_goes(seed: int) -> None:
    wishes, seen = team(seed)
    first = placed(wishes, seen)
    chance = random.Random(seed)
    faces = dict(seen.faces)
    others = sorted(faces.keys() - {wish.person for wish in wishes})
    if others:
        del faces[chance.choice(others)]
    middle, reach = chance.choice(seen.hubs)
    way = chance.uniform(0, 2 * pi)
    come = square(middle + QPointF(reach * cos(way), reach * sin(way)))
    faces["new"] = come
    known = [replace(wish, was=place) for wish, place in zip(wishes, first, strict=True)]
    second = placed(known, replace(seen, faces=faces))
    for wish, before, after in zip(wishes, first, second, strict=True):
        if before is None or before.box.intersects(come):
            continue
        if before.tie is not Tie.NONE:
            string = rim_line(before.box, wish.about, wish.reach)
            if before.tie is Tie.FACE:
                string = line(before.box, faces[wish.person].center())
            if any(come.contains(string.pointAt(step / 400)) for step in range(401)):
                continue
            if crosses(string, come):
                continue
        assert after == before


def test_a_card_hangs_above_a_face_close_by() -> None:
    at = QPointF(450, 350)
    (place,) = placed([Wish("anna", at, 0, WIDE, 70, 90)], Seen(WINDOW, faces={"anna": square(at)}))
    assert place is not None
    assert place.tie is Tie.FACE
    assert place.box.bottom() <= at.y() - HALF
    assert line(place.box, at).length() < 50
    assert abs(place.box.center().x() - at.x()) < WIDE / 2


def test_without_a_face_it_lies_near_its_topic_and_nowhere_if_that_isnt_seen() -> None:
    topic = QPointF(450, 350)
    (place,) = placed([Wish("anna", topic, 80, WIDE, 70, 90)], Seen(WINDOW, [(topic, 80.0)]))
    assert place is not None
    assert place.tie is Tie.HUB
    assert place.box.height() == 90
    assert near(place.box, topic) < 110
    assert placed([Wish("anna", QPointF(2000, 2000), 80, WIDE, 70, 90)], Seen(WINDOW)) == [None]
    assert placed([Wish("anna", topic, 80, WIDE, 70, 90)], Seen(WINDOW, controls=(WINDOW,))) == [
        None
    ]


def test_a_card_whose_place_is_taken_or_whose_face_went_hangs_elsewhere() -> None:
    at = QPointF(450, 350)
    seen = Seen(WINDOW, faces={"anna": square(at)})
    wish = Wish("anna", at, 0, WIDE, 70, 90)
    (was,) = placed([wish], seen)
    assert was is not None
    kept = replace(wish, was=was)
    taken = replace(seen, controls=(was.box,))
    (moved,) = placed([kept], taken)
    assert moved is not None
    assert not moved.box.intersects(was.box)
    (loose,) = placed([kept], Seen(WINDOW))
    assert loose is not None
    assert loose.tie is not Tie.FACE
    across = replace(seen, names=(QRectF(line(was.box, at).center(), line(was.box, at).center()),))
    assert placed([kept], across) != [was]


def test_a_card_that_cant_stay_goes_no_farther_than_it_must() -> None:
    at = QPointF(450, 350)
    topic = Wish("anna", at, 60, WIDE, 70, 90)
    for seen in (
        Seen(WINDOW, faces={"anna": square(at)}),
        Seen(WINDOW, [(at, 60.0)]),
        Seen(WINDOW, [(at, 60.0), *((at + QPointF(x, 0), 70.0) for x in (-140, 140))]),
    ):
        (first,) = placed([topic], seen)
        assert first is not None
        below = first.box.translated(0, 2 * (at.y() - first.box.center().y()))
        was = replace(first, box=below)
        (kept,) = placed([replace(topic, was=was)], seen)
        assert kept == was, "it would do"
        corner = QRectF(below.topLeft(), below.topLeft() + QPointF(20, 20))
        (moved,) = placed([replace(topic, was=was)], replace(seen, controls=(corner,)))
        assert moved is not None
        assert (moved.box.topLeft() - below.topLeft()).manhattanLength() <= 48
        (anew,) = placed([topic], replace(seen, controls=(corner,)))
        assert anew == first, "without a place before it hangs best above"


def test_two_that_were_on_one_place_part() -> None:
    at, other = QPointF(450, 350), QPointF(470, 350)
    seen = Seen(WINDOW, faces={"anna": square(at), "bram": square(other)})
    was = Place(QRectF(350, 220, WIDE, 70), Tie.NONE)
    wishes = [Wish(each, at, 0, WIDE, 70, 90, was) for each in seen.faces]
    one, two = placed(wishes, seen)
    assert one == was
    assert two is not None
    assert not two.box.intersects(was.box)
    string = Place(QRectF(350, 200, WIDE, 70), Tie.FACE)
    under = Place(QRectF(350, 275, WIDE, 30), Tie.NONE)
    tied, crossed = placed([replace(wishes[0], was=string), replace(wishes[1], was=under)], seen)
    assert tied == string
    assert crossed != under, "a line would go through it"


def test_a_line_crosses_what_it_touches() -> None:
    box = QRectF(10, 10, 20, 20)
    assert crosses(QLineF(0, 0, 40, 40), box)
    assert crosses(QLineF(15, 0, 15, 40), box)
    assert crosses(QLineF(15, 15, 16, 16), box)
    assert not crosses(QLineF(5, 0, 5, 40), box)
    assert not crosses(QLineF(0, 40, 40, 40), box)
    assert not crosses(QLineF(0, 25, 8, 40), box)
    assert not crosses(QLineF(0, 0, 5, 5), box), "it ends before"

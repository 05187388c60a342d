"""What the topic map is painted from: drawn once, and told apart."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QBitmap, QImage, QPainter, QRegion

from presencemap.domain.status import Activity, Kind
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.theme import Appearance, Mode
from presencemap.ui.topics.cards import CardText
from presencemap.ui.topics.scene import Hub, Seat
from presencemap.ui.topics.sprites import Sprite, TopicSprites, put

HUB = Hub("peppol", (0, 0), 60, 3, 1)


@pytest.fixture
def sprites(look: Appearance) -> TopicSprites:
    return TopicSprites(look.theme)


def test_a_sprite_is_drawn_once_for_each_look_of_it(sprites: TopicSprites) -> None:
    plain = sprites.disc(HUB, 60, 1.0, strong=False, dim=False)
    assert sprites.disc(HUB, 60.1, 1.0, strong=False, dim=False).picture is plain.picture
    assert sprites.disc(HUB, 60, 1.0, strong=True, dim=False).picture is not plain.picture
    double = sprites.disc(HUB, 60, 2.0, strong=False, dim=False)
    assert double.picture.width() == 2 * plain.picture.width()


def test_a_name_grows_with_its_hub_and_never_gets_too_small(sprites: TopicSprites) -> None:
    near = sprites.name_box(HUB, 1.0, QPointF())
    assert sprites.name_box(HUB, 0.7, QPointF()) == sprites.name_box(HUB, 0.8, QPointF())
    assert near.height() > sprites.name_box(HUB, 0.3, QPointF()).height()
    label = Hub("peppol", (0, 0), 34, 1, 0)
    assert sprites.name_box(label, 1.0, QPointF()).height() < near.height()
    long = sprites.name_box(Hub("x" * 64, (0, 0), 60, 3, 0), 1.0, QPointF())
    assert long.width() < 200


def test_a_job_has_a_shape_of_its_own_and_a_sign(sprites: TopicSprites) -> None:
    job = replace(HUB, job="Tender for Acme", questions=0)
    square = sprites.disc(job, 60, 1.0, strong=False, dim=False).picture.toImage()
    round_one = sprites.disc(HUB, 60, 1.0, strong=False, dim=False).picture.toImage()
    side = square.width()
    beside, below = round(side / 2 + 60 * 0.85), round(side / 2 + 60 * 0.62)
    assert square.pixelColor(beside, below).alpha() > 0
    assert round_one.pixelColor(beside, below).alpha() == 0
    top = round(side / 2 - 60 * 0.92)
    assert square.pixelColor(side // 2, top).alpha() == 0
    assert round_one.pixelColor(side // 2, top).alpha() > 0
    alone = Hub("job:a1", (0, 0), 34, 1, 0, job="Tender")
    label = Hub("tender", (0, 0), 34, 1, 0)
    assert (
        sprites.name_box(alone, 1.0, QPointF()).height()
        > sprites.name_box(label, 1.0, QPointF()).height()
    ), "the sign and a number below its name"
    assert sprites.name(alone, 1.0, 1.0, dim=False).picture.toImage() != (
        sprites.name(label, 1.0, 1.0, dim=False).picture.toImage()
    )


def test_a_topic_fades_as_it_is_drawn(sprites: TopicSprites) -> None:
    def opacity(warmth: float) -> int:
        hub = replace(HUB, warmth=warmth)
        picture = sprites.disc(hub, 60, 1.0, strong=False, dim=False).picture
        assert picture is not None
        middle = picture.width() // 2
        return picture.toImage().pixelColor(middle, middle).alpha()

    warm, cool, cold = (opacity(warmth) for warmth in (1.0, 0.6, 0.3))
    assert warm > cool > cold > 0
    assert abs(cool - 0.6 * warm) <= 2


def test_faces_stay_readable_at_any_zoom(sprites: TopicSprites) -> None:
    assert [sprites.face_size(zoom) for zoom in (0.2, 1.0, 3.0)] == [22, 36, 44]


def test_a_face_shows_its_kind(
    sprites: TopicSprites, look: Appearance, factories: ModuleType
) -> None:
    def seat(kind: Kind | None) -> Seat:
        activity = Activity(kind, "x #vat") if kind else None
        card = factories.card(1, "Anna Peeters", activity=activity)
        facts = row_facts(card, factories.PLACES, None, factories.NOW)
        return Seat(facts, (0, 0), ("vat",), 0)

    drawn = [
        sprites.face(seat(kind), 36, 1.0, chosen=False, dim=False).picture.toImage()
        for kind in (None, *Kind)
    ]
    assert len({bytes(image.constBits()) for image in drawn}) == 4
    chosen = sprites.face(seat(None), 36, 1.0, chosen=True, dim=False).picture.toImage()
    assert chosen != drawn[0]
    look.set_mode(Mode.DARK)
    dark = TopicSprites(look.theme).face(seat(None), 36, 1.0, chosen=False, dim=False)
    assert dark.picture.toImage() != drawn[0]


def test_a_card_whose_line_leads_nowhere_shows_a_face(sprites: TopicSprites) -> None:
    card = CardText("Anna asks", "", ("how?",), 160, 98, "on #vat", ("anna", "AP"))
    faced = sprites.card(card, 1.0, chosen=False)
    plain = sprites.card(replace(card, asker=("", "")), 1.0, chosen=False)
    assert faced.picture.toImage() != plain.picture.toImage()
    assert faced.size.width() > 160


def test_what_isn_t_drawn_yet_comes_in_turns_and_another_size_stands_in(
    sprites: TopicSprites,
) -> None:
    def disc(edge: float, *, strong: bool = False) -> Sprite:
        return sprites.disc(HUB, edge, 1.0, strong=strong, dim=False)

    known = disc(60)
    sprites.begin(0.0)
    assert disc(60).exact
    assert not sprites.lacking
    stand_in = disc(80)
    assert (stand_in.picture, stand_in.exact) == (known.picture, False)
    assert stand_in.size.width() > known.size.width()
    assert disc(80, strong=True).picture is None
    assert sprites.lacking
    sprites.begin(1e-6)
    assert disc(80).exact, "at least one in each frame"
    assert not disc(90).exact, "no time is left"
    assert sprites.lacking
    sprites.draw_ahead(1_000.0)
    assert not sprites.lacking
    sprites.begin(0.0)
    assert disc(90).exact, "drawn between two frames"
    assert not sprites.lacking


def test_it_forgets_what_was_used_long_ago(
    sprites: TopicSprites, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presencemap.ui.topics.sprites._CACHE_SIZE", 3)
    for number in range(12):
        sprites.name(replace(HUB, name=str(number)), 1.0, 1.0, dim=False)
    assert len(sprites._cache) == 3
    assert len(sprites._newest) <= 7
    sprites.begin(0.0)
    assert sprites.name(replace(HUB, name="0"), 1.5, 1.0, dim=False).picture is None


def test_a_sprite_is_put_where_it_belongs_in_any_size(sprites: TopicSprites) -> None:
    plain = sprites.disc(HUB, 20, 1.0, strong=True, dim=False)

    def drawn(sprite: Sprite, times: float) -> QRect:
        image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        put(painter, sprite, QPointF(100, 100), 1.0, times)
        painter.end()
        return QRegion(QBitmap.fromImage(image.createAlphaMask())).boundingRect()

    one, two = drawn(plain, 1.0), drawn(plain, 2.0)
    assert abs(one.width() - 42) <= 2
    assert abs(two.width() - 84) <= 4
    assert abs(one.center().x() - 100) <= 1
    assert abs(two.center().x() - 100) <= 1
    assert drawn(Sprite(plain.picture, plain.size * 2, exact=False), 1.0) == two
    assert drawn(Sprite(None, plain.size, exact=False), 1.0).isEmpty()

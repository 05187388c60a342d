"""What the topic map is painted from: drawn once, and told apart."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import QPointF

from presencemap.domain.status import Activity, Kind
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.theme import Appearance, Mode
from presencemap.ui.topics.cards import CardText
from presencemap.ui.topics.scene import Hub, Seat
from presencemap.ui.topics.sprites import TopicSprites

HUB = Hub("peppol", (0, 0), 60, 3, 1)


@pytest.fixture
def sprites(look: Appearance) -> TopicSprites:
    return TopicSprites(look.theme)


def test_a_sprite_is_drawn_once_for_each_look_of_it(sprites: TopicSprites) -> None:
    plain = sprites.disc(HUB, 60, 1.0, strong=False, dim=False)
    assert sprites.disc(HUB, 60.1, 1.0, strong=False, dim=False) is plain
    assert sprites.disc(HUB, 60, 1.0, strong=True, dim=False) is not plain
    double = sprites.disc(HUB, 60, 2.0, strong=False, dim=False)
    assert double.width() == 2 * plain.width()


def test_a_name_grows_with_its_hub_and_never_gets_too_small(sprites: TopicSprites) -> None:
    near = sprites.name_box(HUB, 1.0, QPointF())
    assert sprites.name_box(HUB, 0.3, QPointF()) == sprites.name_box(HUB, 0.8, QPointF())
    assert near.height() > sprites.name_box(HUB, 0.3, QPointF()).height()
    label = Hub("peppol", (0, 0), 34, 1, 0)
    assert sprites.name_box(label, 1.0, QPointF()).height() < near.height()
    long = sprites.name_box(Hub("x" * 64, (0, 0), 60, 3, 0), 1.0, QPointF())
    assert long.width() < 200


def test_a_job_has_a_shape_of_its_own_and_a_sign(sprites: TopicSprites) -> None:
    job = replace(HUB, job="Tender for Acme", questions=0)
    square = sprites.disc(job, 60, 1.0, strong=False, dim=False).toImage()
    round_one = sprites.disc(HUB, 60, 1.0, strong=False, dim=False).toImage()
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
    assert sprites.name(alone, 1.0, 1.0, dim=False).toImage() != (
        sprites.name(label, 1.0, 1.0, dim=False).toImage()
    )


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
        sprites.face(seat(kind), 36, 1.0, chosen=False, dim=False).toImage()
        for kind in (None, *Kind)
    ]
    assert len({bytes(image.constBits()) for image in drawn}) == 4
    chosen = sprites.face(seat(None), 36, 1.0, chosen=True, dim=False).toImage()
    assert chosen != drawn[0]
    look.set_mode(Mode.DARK)
    dark = TopicSprites(look.theme).face(seat(None), 36, 1.0, chosen=False, dim=False)
    assert dark.toImage() != drawn[0]


def test_a_card_whose_line_leads_nowhere_shows_a_face(sprites: TopicSprites) -> None:
    card = CardText("Anna asks", "", ("how?",), 160, 98, "on #vat", ("anna", "AP"))
    faced = sprites.card(card, 1.0, chosen=False)
    plain = sprites.card(replace(card, asker=("", "")), 1.0, chosen=False)
    assert faced.toImage() != plain.toImage()
    assert faced.width() > 160

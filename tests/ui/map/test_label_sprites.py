"""A sprite is as large as it says, in its colours, at every density."""

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.assets import load_fonts
from presencemap.ui.map.label_sprites import PAD, LabelKind, LabelSprites
from presencemap.ui.theme.tokens import Scheme, theme


@pytest.fixture
def sprites(qtbot: QtBot) -> LabelSprites:
    load_fonts()
    return LabelSprites(theme(Scheme.LIGHT))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("kind", list(LabelKind))
def test_a_sprite_has_its_size_at_every_density(
    sprites: LabelSprites, kind: LabelKind, ratio: float
) -> None:
    width, _height = sprites.size("'s-Hertogenbosch", kind)
    drawn = sprites.text("'s-Hertogenbosch", kind, ratio)
    assert drawn.width() == pytest.approx((width + 2 * PAD) * ratio, abs=1)
    assert drawn.devicePixelRatio() == ratio


@pytest.mark.parametrize("kind", list(LabelKind))
def test_nothing_is_cut_off_at_its_edge(sprites: LabelSprites, kind: LabelKind) -> None:
    image = sprites.text("Åj Qgf", kind, 2.0).toImage()
    edge = [
        image.pixelColor(x, y).alpha()
        for x in range(image.width())
        for y in (0, image.height() - 1)
    ]
    edge += [
        image.pixelColor(x, y).alpha()
        for y in range(image.height())
        for x in (0, image.width() - 1)
    ]
    assert max(edge) == 0


def test_a_name_is_drawn_once(sprites: LabelSprites) -> None:
    assert not sprites.has("Gent", LabelKind.CITY, 1.0)
    first = sprites.text("Gent", LabelKind.CITY, 1.0)
    assert sprites.has("Gent", LabelKind.CITY, 1.0)
    assert sprites.text("Gent", LabelKind.CITY, 1.0).cacheKey() == first.cacheKey()


def test_larger_text_makes_larger_names(sprites: LabelSprites) -> None:
    large = LabelSprites(theme(Scheme.LIGHT, text_scale=2.0))
    assert large.size("Gent", LabelKind.TOWN)[1] > 1.7 * sprites.size("Gent", LabelKind.TOWN)[1]


def test_the_dot_is_round_and_of_the_labels_colour(sprites: LabelSprites) -> None:
    image = sprites.dot(2.0).toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle == theme(Scheme.LIGHT).colour("mapLabel")
    assert image.pixelColor(0, 0).alpha() == 0

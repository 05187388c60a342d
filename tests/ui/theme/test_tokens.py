"""The tokens as values."""

import pytest
from PySide6.QtGui import QColor

from presencemap.ui.theme.tokens import Scheme, Theme, parse_colour, theme

LIGHT, DARK = theme(Scheme.LIGHT), theme(Scheme.DARK)
KINDS = ("work", "struggle", "think", "warn", "danger", "ok", "accent")


def luminance(colour: QColor) -> float:
    """WCAG's relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=str)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("surface", "bg")),
        ("ink3", "accentSoft"),
        ("onAccent", "accent"),
        *((kind, f"{kind}Soft") for kind in KINDS),
    ],
)
def test_text_is_readable(look: Theme, text: str, ground: str) -> None:
    assert contrast(look.colour(text), look.colour(ground)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=str)
@pytest.mark.parametrize("shape", ["avFree", "avBusy", "avDnd", "avAway", "avOff", "borderStrong"])
def test_shapes_stand_out(look: Theme, shape: str) -> None:
    assert contrast(look.colour(shape), look.colour("surface")) >= 3


def test_initials_are_readable_on_every_tint() -> None:
    for index in range(8):
        ground, letters = LIGHT.tint(index)
        assert contrast(letters, ground) >= 4.5
    assert LIGHT.tint(9) == LIGHT.tint(1)


def test_stale_initials_are_readable() -> None:
    for look, ground in ((LIGHT, "sunken"), (DARK, "border")):
        assert contrast(look.colour("ink3"), look.colour(ground)) >= 3.9


def test_colours_with_alpha_are_read() -> None:
    assert parse_colour("rgba(26,30,39,.16)").getRgb() == (26, 30, 39, 41)
    assert LIGHT.colour("shadow").alpha() == 41


def test_an_unknown_token_shows_at_once() -> None:
    with pytest.raises(KeyError):
        LIGHT.colour("acent")


def test_fonts_follow_the_text_size() -> None:
    large = LIGHT.scaled(2.0)
    assert LIGHT.font("post").pixelSize() == 15
    assert large.font("post").pixelSize() == 30
    assert (LIGHT.row(), large.row()) == (56, 112)
    assert large.line("body") == 38
    assert LIGHT.scaled(5.0).text_scale == 2.0


def test_a_compact_row_is_lower_and_grows_with_the_text() -> None:
    compact = theme(Scheme.LIGHT, compact=True)
    assert (LIGHT.row(), compact.row(), compact.scaled(2.0).row()) == (56, 40, 80)
    assert (LIGHT.row_face(), compact.row_face()) == (36, 24)
    assert compact.key != LIGHT.key


def test_equal_arguments_give_the_same_look() -> None:
    assert theme(Scheme.LIGHT) is LIGHT
    assert LIGHT.key != DARK.key


def test_high_contrast_trades_soft_fills_for_the_surface() -> None:
    strong = theme(Scheme.LIGHT, high_contrast=True)
    assert strong.css("border") == LIGHT.css("borderStrong")
    assert strong.css("struggleSoft") == LIGHT.css("surface")


def test_what_is_pressed_is_higher_in_a_narrow_window_and_with_large_text() -> None:
    assert [LIGHT.hit(narrow=narrow) for narrow in (False, True)] == [28, 40]
    large = LIGHT.scaled(2.0)
    assert [large.hit(narrow=narrow) for narrow in (False, True)] == [56, 56]

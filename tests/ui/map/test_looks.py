"""Plates that look otherwise are drawn a few a frame; those that wait look as before."""

from dataclasses import replace
from math import inf

import pytest

from presencemap.ui import turns
from presencemap.ui.map.layout import Form
from presencemap.ui.map.looks import Looks
from presencemap.ui.map.plates import Plate, PlateSprites
from presencemap.ui.theme import Appearance

PLATES = {(f"p{n}",): Plate(Form.PLATE, f"Place {n}", (), 2) for n in range(4)}
MARKED = {members: replace(plate, selected=True) for members, plate in PLATES.items()}


@pytest.fixture
def sprites(look: Appearance) -> PlateSprites:
    return PlateSprites(look.theme)


def no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "DRAWING", -inf)
    turns.turn.begin()


def test_a_frame_draws_one_at_least_and_the_frames_after_it_the_others(
    sprites: PlateSprites, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Looks(sprites)
    assert shown.of(PLATES, 1.0) == PLATES
    assert shown.complete
    no_time(monkeypatch)
    for drawn in range(1, 4):
        seen = shown.of(MARKED, 1.0)
        assert [plate.selected for plate in seen.values()] == [n < drawn for n in range(4)]
        assert not shown.complete
    assert shown.of(MARKED, 1.0) == MARKED
    assert shown.complete
    assert shown.of(PLATES, 1.0) == PLATES, "what is drawn already takes no time"
    assert shown.complete


def test_what_was_never_there_comes_a_few_a_frame(
    sprites: PlateSprites, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_time(monkeypatch)
    shown = Looks(sprites)
    for drawn in range(1, 4):
        assert list(shown.of(PLATES, 1.0)) == list(PLATES)[:drawn]
        assert not shown.complete
    assert shown.of(PLATES, 1.0) == PLATES
    assert shown.complete


def test_another_size_is_no_stand_in(
    sprites: PlateSprites, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Looks(sprites)
    shown.of(PLATES, 1.0)
    no_time(monkeypatch)
    fuller = {members: replace(plate, count=3) for members, plate in PLATES.items()}
    assert list(shown.of(fuller, 1.0)) == list(PLATES)[:1]
    assert not shown.complete

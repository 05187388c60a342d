import dataclasses
import inspect
from typing import get_args

import pytest

from presencemap.protocol import effects
from presencemap.protocol.effects import Effect, Expel


def test_each_effect_is_one_that_the_driver_must_do() -> None:
    made = {
        thing
        for _, thing in inspect.getmembers(effects, inspect.isclass)
        if thing.__module__ == effects.__name__
    }
    assert made == set(get_args(Effect))


def test_effects_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Expel(b"key").subscriber = b"other"  # type: ignore[misc]

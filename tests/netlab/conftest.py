"""A team for the hosts of a lab."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.nodes import call

NAMES = ("Anna Peeters", "Bram Claeys", "Chloé Dubois", "Daan Jacobs", "Elif Yilmaz",
         "Femke Maes", "Gus Willems")  # fmt: skip


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], list[Path]]:
    """The profiles of a new team of so many, in the order of ``NAMES``."""

    def made(size: int) -> list[Path]:
        home = tmp_path_factory.mktemp("team")
        profiles = [home / name.split()[0].lower() for name in NAMES[:size]]
        call(profiles[0], "team", "create", "Lerend Collectief", "--as", NAMES[0])
        link = call(profiles[0], "team", "invite").strip()
        for profile, name in zip(profiles[1:], NAMES[1:size], strict=True):
            call(profile, "team", "join", link, "--as", name)
        return profiles

    return made

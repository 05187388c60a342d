"""Asks an opened team for what can't be done, and reads the answer in both languages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from presencemap.app.clock import now_ms
from presencemap.app.entry import create_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import PresenceMapError
from presencemap.domain.person import Profile
from presencemap.ui.language import speak
from presencemap.ui.sentences import sentence

Reading = Callable[[Callable[[], object]], tuple[str, str]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[StoreDesk]:
    """Anna's; she founded the team and is alone in it."""
    paths = ProfilePaths.at(tmp_path / "anna")
    create_team(paths, "Lerend Collectief", Profile("Anna Peeters"), now_ms())
    with StoreDesk(paths) as opened:
        yield opened


@pytest.fixture
def read(qapp: QApplication) -> Iterator[Reading]:
    """What a window shows, in English and in Dutch, when this is refused."""
    before = QLocale()

    def shown(ask: Callable[[], object]) -> tuple[str, str]:
        with pytest.raises(PresenceMapError) as caught:
            ask()
        both = []
        for language in ("en", "nl"):
            speak(qapp, language)
            both.append(sentence(caught.value))
        english, dutch = both
        assert english != dutch
        for words in both:
            assert "presencemap " not in words
            assert "--" not in words
            assert "{" not in words
        return english, dutch

    yield shown
    speak(qapp, "en")
    QLocale.setDefault(before)

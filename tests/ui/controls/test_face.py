"""A face as a widget."""

from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.ui.controls.face import Face
from presencemap.ui.theme import Appearance, Mode


def test_a_face_says_who_and_how(look: Appearance, qtbot: QtBot) -> None:
    face = Face(36)
    qtbot.addWidget(face)
    face.show_person("02" * 32, "Lotte Maes", "LM", Availability.BUSY)
    assert face.accessibleName() == "Lotte Maes, Busy"
    face.show_person("02" * 32, "Lotte Maes", "LM", None, stale=True)
    assert face.accessibleName() == "Lotte Maes, Offline"


def test_a_face_is_drawn_in_the_look_that_is_on(look: Appearance, qtbot: QtBot) -> None:
    face = Face(64)
    qtbot.addWidget(face)
    face.resize(face.sizeHint())
    face.show_person("02" * 32, "Lotte Maes", "LM", Availability.AVAILABLE)
    for mode in (Mode.LIGHT, Mode.DARK):
        look.set_mode(mode)
        assert face.grab().toImage().pixelColor(59, 59) == look.theme.colour("avFree")


def test_bare_it_says_nothing_of_availability(qtbot: QtBot, look: Appearance) -> None:
    face = Face(36)
    qtbot.addWidget(face)
    face.show_person("a" * 64, "Joris De Smedt", "JS", None)
    ringed = face.grab().toImage()
    face.show_bare("a" * 64, "Joris De Smedt", "JS")
    assert face.accessibleName() == "Joris De Smedt"
    assert face.grab().toImage() != ringed
    face.show_person("a" * 64, "Joris De Smedt", "JS", None)
    assert face.grab().toImage() == ringed

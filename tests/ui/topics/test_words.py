"""The words of a hub: they fit into it, or are elided, and the whole of them is said elsewhere."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from presencemap.ui.theme import Appearance
from presencemap.ui.topics import phrases
from presencemap.ui.topics.scene import BOX, Hub
from presencemap.ui.topics.words import HubWords

HUB = Hub("peppol", (0, 0), 61, 3, 0)
JOBS = ["Peppol at Acme", "Tender Rabelink", "Moving", "Onderzoeksvoorstelbegeleiding 2027 voor X"]


@pytest.mark.parametrize("zoom", [0.4, 0.55, 0.7, 1.0, 1.6])
@pytest.mark.parametrize("name", ["vat", "facilitation", "a-very-long-topic-that-goes-on"])
def test_a_name_fits_its_circle(look: Appearance, name: str, zoom: float) -> None:
    words = HubWords(look.theme).of(replace(HUB, name=name, questions=2), zoom)
    metrics = QFontMetricsF(look.theme.face(words.big, 700))
    over = 0 if words.big > 11 else 16
    assert metrics.horizontalAdvance(words.lines[0]) <= 2 * HUB.radius * zoom + over


@pytest.mark.parametrize("zoom", [0.6, 0.7, 1.0, 1.6])
@pytest.mark.parametrize("job", JOBS)
def test_a_job_s_name_fits_its_box_in_two_lines(look: Appearance, job: str, zoom: float) -> None:
    hub = replace(HUB, job=job)
    words = HubWords(look.theme).of(hub, zoom)
    metrics = QFontMetricsF(look.theme.face(words.big, 700))
    assert 1 <= len(words.lines) <= 2
    room = 2 * hub.radius * BOX[0] * zoom
    assert all(metrics.horizontalAdvance(each) < room for each in words.lines)
    assert words.sign == ("briefcase", "ink2")
    assert job in phrases.hub_name(hub), "the whole of it is said"


def test_letters_shrink_before_a_name_is_elided(look: Appearance) -> None:
    made = HubWords(look.theme)
    short, long = (made.of(replace(HUB, name=name), 1.0) for name in ("vat", "facilitation-now"))
    assert long.lines == ("#facilitation-now",)
    assert 11 <= long.big < short.big
    assert made.of(replace(HUB, name="vat"), 1.0) is short, "measured once"


def test_where_there_is_no_room_for_more_the_number_stands_alone(look: Appearance) -> None:
    made, asked = HubWords(look.theme), replace(HUB, name="vat", questions=1)
    assert made.of(asked, 0.7).count == "3 people"
    near, far = made.of(asked, 0.7), made.of(asked, 0.45)
    assert far.count == "3"
    assert far.sign == near.sign
    assert far.width - 6 <= 2 * HUB.radius * 0.45
    assert "3 people" in phrases.hub_name(asked)


def test_it_remembers_no_more_than_it_needs(
    look: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presencemap.ui.topics.words._KEPT", 2)
    made = HubWords(look.theme)
    for name in "abcdef":
        made.of(replace(HUB, name=name), 1.0)
    assert len(made._known) <= 3


def test_a_label_says_its_name_alone_and_a_job_of_one_its_sign_too(look: Appearance) -> None:
    made = HubWords(look.theme)
    label = made.of(Hub("lean", (0, 0), 34, 1, 0), 1.0)
    assert (label.lines, label.count, label.sign) == (("#lean",), "", None)
    job = made.of(Hub("job:a1", (0, 0), 34, 1, 0, job="Tender"), 1.0)
    assert job.count == "1 person"
    assert job.height > label.height
    for words in (label, job):
        image = QImage(200, 60, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        made.draw(painter, words, label=True, dim=False)
        painter.end()
        drawn = [(x, y) for x in range(200) for y in range(60) if image.pixelColor(x, y).alpha()]
        assert drawn
        assert max(x for x, _ in drawn) <= words.width + 2

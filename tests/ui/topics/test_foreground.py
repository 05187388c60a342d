"""What stands where on the topic map, and lies under a point."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from presencemap.domain.status import Activity, Kind
from presencemap.domain.topic_graph import Question, Topic
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.camera import View
from presencemap.ui.topics.foreground import TopicForeground
from presencemap.ui.topics.placing import Tie
from presencemap.ui.topics.routing import routed
from presencemap.ui.topics.scene import Asked, Hub, Seat, TopicScene

VIEW = View(0, 0, 1, 800, 600)


@pytest.fixture
def scene(factories: ModuleType) -> TopicScene:
    activity = Activity(Kind.WORKING_ON, "on #vat and #data")
    card = factories.card(1, "Anna Peeters", activity=activity)
    facts = row_facts(card, factories.PLACES, None, factories.NOW)
    hubs = (Hub("vat", (-150, 0), 60, 2, 1), Hub("data", (150, 0), 60, 2, 0))
    label = Hub("lean", (0, 200), 34, 1, 0)
    topics = tuple(Topic(hub.name, (card.person.id,)) for hub in hubs)
    ask = Question("q", card.person.id, "how? #vat", ("vat",), 0)
    lines = routed((0, 0), hubs, (*hubs, label))
    seats = (Seat(facts, (0, 0), ("vat", "data"), 0, lines=lines),)
    asked = (Asked(ask, "vat", "Anna Peeters", "AP"),)
    return TopicScene(topics, (*hubs, label), seats, asked)


@pytest.fixture
def foreground(look: Appearance, scene: TopicScene) -> TopicForeground:
    made = TopicForeground(look.theme)
    made.show(scene)
    made.lay_out(VIEW)
    return made


def test_a_point_has_a_face_a_question_a_topic_or_nothing(
    foreground: TopicForeground, scene: TopicScene
) -> None:
    person = scene.seats[0].person
    (card,) = foreground.cards
    assert foreground.at(QPointF(400, 300), VIEW) == person
    assert foreground.at(QPointF(204, 300), VIEW) == "#vat"
    assert foreground.at(QPointF(400, 500), VIEW) == "#lean"
    assert foreground.at(QPointF(196, 246), VIEW) is None, "in the box, not in the circle"
    assert foreground.at(foreground.box("?q", VIEW).center(), VIEW) == "?q"
    assert foreground.card("?q") is card.asked
    assert foreground.card("?x") is None
    assert foreground.box("#nothing", VIEW) == QRectF()


def test_what_moves_is_between_until_it_is_there(
    foreground: TopicForeground, scene: TopicScene
) -> None:
    assert foreground.progress == 1
    moved = TopicScene(scene.topics, (Hub("vat", (-50, 0), 60, 2, 1),), (), ())
    foreground.show(moved)
    foreground.progress = 0.5
    assert foreground.box("#vat", VIEW).center() == QPointF(300, 300)
    foreground.progress = 1.0
    assert foreground.box("#vat", VIEW).center() == QPointF(350, 300)
    assert foreground.places == {"vat": (-50, 0)}


def test_a_filter_dims_topics_without_anybody_of_it(foreground: TopicForeground) -> None:
    foreground.mark(frozenset())
    assert foreground._dim == {"vat", "data", "lean"}
    foreground.mark(None)
    assert foreground._dim == frozenset()


def test_it_paints_hubs_lines_faces_cards_and_the_ring(
    foreground: TopicForeground, look: Appearance
) -> None:
    def painted() -> QImage:
        image = QImage(800, 600, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(look.theme.colour("bg"))
        painter = QPainter(image)
        foreground.paint(painter, VIEW, 1.0)
        painter.end()
        return image

    plain = painted()
    ground = look.theme.colour("bg")
    assert plain.pixelColor(205, 320) != ground, "a hub"
    assert plain.pixelColor(400, 300) != ground, "a face"
    foreground.focused = "#data"
    ringed = painted()
    box = foreground.box("#data", VIEW)
    assert ringed.pixelColor(round(box.center().x()), round(box.top()) - 4) != ground
    foreground.focused = "#nothing"
    assert painted() == plain


def test_a_line_to_a_topic_without_a_hub_ends_at_its_words(
    foreground: TopicForeground, scene: TopicScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seat,), label = scene.seats, scene.hubs[2]
    lines = routed(seat.at, (scene.hubs[0], label), scene.hubs)
    foreground.show(replace(scene, seats=(replace(seat, hubs=("vat", "lean"), lines=lines),)))
    foreground.progress = 1.0
    ends = []
    monkeypatch.setattr(
        "presencemap.ui.topics.foreground.paint_edge", lambda *each: ends.append(each[2][3])
    )
    image = QImage(800, 600, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    foreground.paint(painter, VIEW, 1.0)
    painter.end()
    box = foreground.box("#lean", VIEW)
    assert box.adjusted(-6, -6, 6, 6).contains(ends[1])
    assert not box.contains(ends[1])


def test_a_card_without_a_line_shows_where_it_leads_while_it_is_pointed_at(
    foreground: TopicForeground, monkeypatch: pytest.MonkeyPatch
) -> None:
    (card,) = foreground.cards
    foreground.cards = (replace(card, owner="#vat", off=QPointF(90, 90), tie=Tie.NONE),)
    strings: list[QLineF] = []
    monkeypatch.setattr(
        "presencemap.ui.topics.foreground.paint_string", lambda *each: strings.append(each[2])
    )

    def paint() -> None:
        image = QImage(800, 600, QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(image)
        foreground.paint(painter, VIEW, 1.0)
        painter.end()

    paint()
    assert strings == []
    foreground.hovered = card.key
    paint()
    (string,) = strings
    middle = foreground.box("#vat", VIEW).center()
    assert QLineF(string.p2(), middle).length() == pytest.approx(60), "at the rim"

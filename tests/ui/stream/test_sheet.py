"""How a post lies on a width, and what of it can be clicked."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from presencemap.domain.availability import Availability
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.sheet import Face, Sheet
from presencemap.ui.theme import Appearance


@pytest.fixture
def posts(factories: ModuleType) -> list[PostFacts]:
    return [PostFacts.read(view) for view in factories.posts()]


def sheet(look: Appearance, post: PostFacts, width: int = 600, under: str = "") -> Sheet:
    return Sheet(post, look.theme, width, small=bool(under), under=under)


def test_a_narrow_one_is_higher(look: Appearance, posts: list[PostFacts]) -> None:
    assert sheet(look, posts[2], 300).height > sheet(look, posts[2]).height


def test_what_can_be_clicked(look: Appearance, posts: list[PostFacts]) -> None:
    made = sheet(look, posts[1])
    assert {(spot.what, spot.value) for spot in made.spots} == {
        ("person", posts[1].person),
        ("post", posts[2].id),
        ("link", "https://docs.peppol.example/vat"),
    }
    asked = sheet(look, posts[2], 300)
    topics = [spot for spot in asked.spots if spot.what == "topic"]
    assert [spot.value for spot in topics] == ["peppol", "invoicing"]
    for spot in (*made.spots, *asked.spots):
        assert 0 <= spot.box.left() < spot.box.right() <= 600
    assert asked.spot(topics[1].box.center()) == topics[1]
    assert asked.spot(QPointF(299, 1)) is None


def test_a_reply_below_what_it_is_about_repeats_nothing(
    look: Appearance, posts: list[PostFacts]
) -> None:
    reply, asked = posts[1], posts[2]
    assert sheet(look, reply, under=asked.id).height < sheet(look, reply, under="other").height


def test_it_is_painted_in_every_kind(look: Appearance, posts: list[PostFacts]) -> None:
    long = replace(posts[5], text="", name="N" * 90, links=(*posts[5].links, *posts[1].links))
    for post in (*posts, long, replace(posts[5], links=(replace(posts[5].links[0], title=""),))):
        made = sheet(look, post, 320)
        image = QImage(320, made.height, QImage.Format.Format_ARGB32)
        ground = look.theme.colour("surface")
        image.fill(ground)
        painter = QPainter(image)
        made.paint(painter, Face("AB", Availability.BUSY), post.at, "surface")
        made.paint_state(painter, "Solved", "ok", "check")
        painter.end()
        tones = {
            image.pixelColor(x, y).name()
            for x in range(made.left, 320, 2)
            for y in range(made.height)
        }
        assert look.theme.css("ink").lower() in tones, "its text stands there"

"""What the topic map says in words."""

from PySide6.QtCore import QLocale

from presencemap.domain.topic_graph import Question
from presencemap.ui.topics import phrases
from presencemap.ui.topics.scene import Asked, Hub, TopicScene


def test_counts() -> None:
    said = [phrases.people(n) for n in (1, 3, 1_234)]
    assert said == ["1 person", "3 people", f"{QLocale().toString(1_234)} people"]
    assert [phrases.joined(n) for n in (0, 1, 2)] == ["", "1 joined", "2 joined"]
    assert [phrases.open_questions(n) for n in (0, 1, 2)] == [
        "",
        "1 open question",
        "2 open questions",
    ]
    assert [phrases.topics(n) for n in (1, 2)] == ["1 topic", "2 topics"]


def test_a_hub_and_the_map() -> None:
    hub = Hub("peppol", (0, 0), 60, 3, 1)
    assert phrases.hub_name(hub) == "Topic peppol, 3 people, 1 open question"
    job = Hub("job:a1", (0, 0), 60, 3, 0, job="Tender for Acme")
    assert phrases.hub_name(job) == "Job Tender for Acme, 3 people"
    scene = TopicScene(hubs=(hub,), rest=(("vat", "#vat", 1),), people=3)
    assert phrases.map_name(scene) == "Map, On what, 3 colleagues, 2 topics"


def test_a_question_and_a_struggle() -> None:
    question = Question("q", "anna", "how?", ("vat",), 0, ("bram", "cleo"))
    asked = Asked(question, "vat", "Anna Peeters", "AP")
    assert phrases.question_name(asked) == "Anna asks: how?, 2 joined"
    stuck = Asked(Question("", "anna", "the code", ("vat",), 0), "vat", "Anna Peeters", "AP")
    assert phrases.question_name(stuck) == "Anna is struggling: the code"

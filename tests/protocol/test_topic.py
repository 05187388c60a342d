"""What the record of what a topic is called may say."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from presencemap.protocol.record import register_of
from presencemap.protocol.topic import TopicBody

TOPIC = TopicBody(rev=1, topic="prive", name="Privé-zaken")


def topic(**changes: Any) -> TopicBody:
    said = {**TOPIC.model_dump(mode="json"), **changes}
    return TopicBody.model_validate_json(json.dumps(said))


def test_a_topic_holds_the_register_of_its_key_whoever_says_it() -> None:
    assert register_of(topic(), "somebody") == register_of(topic(name="x"), "else")
    assert register_of(topic(), "somebody") == ("topic", "prive")


@pytest.mark.parametrize("key", ["prive", "東京", "हिन्दी", "x" * 64])
def test_a_topic_may_be_in_any_script(key: str) -> None:
    assert topic(topic=key, name=key).name == key


@pytest.mark.parametrize(
    "changes",
    [
        {"topic": "Prive"},
        {"topic": "privé"},
        {"topic": ""},
        {"topic": "#prive"},
        {"topic": "42"},
        {"topic": "a b"},
        {"topic": "x" * 65},
        {"name": ""},
        {"name": "#x"},
        {"name": "two words"},
        {"name": "a.b"},
        {"name": "x-"},
        {"name": "1"},
        {"name": "x" * 65},
        {"name": " x"},
        {"name": None},
        {"into": "x"},
    ],
)
def test_a_topic_has_bounds(changes: dict[str, Any]) -> None:
    assert topic() == TOPIC
    with pytest.raises(ValidationError):
        topic(**changes)

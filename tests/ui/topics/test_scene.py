"""The values of the topic map."""

from presencemap.ui.topics.scene import Hub, TopicScene


def test_a_hub_is_found_by_its_name_and_nobody_elsewhere() -> None:
    hub = Hub("vat", (0, 0), 60, 2, 0)
    scene = TopicScene(hubs=(hub,))
    assert scene.hub("vat") is hub
    assert scene.hub(None) is None
    assert scene.seat("anna") is None
    assert [Hub("x", (0, 0), 34, count, 0).is_label for count in (0, 1, 2)] == [True, True, False]

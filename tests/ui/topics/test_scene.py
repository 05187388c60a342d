"""The values of the topic map."""

from math import atan2, pi

import pytest

from presencemap.ui.topics.scene import BOX, Hub, TopicScene


def test_a_hub_is_found_by_its_name_and_nobody_elsewhere() -> None:
    hub = Hub("vat", (0, 0), 60, 2, 0)
    scene = TopicScene(hubs=(hub,))
    assert scene.hub("vat") is hub
    assert scene.hub(None) is None
    assert scene.seat("anna") is None
    assert [Hub("x", (0, 0), 34, count, 0).is_label for count in (0, 1, 2)] == [True, True, False]


def test_a_job_is_a_box_and_lines_end_on_its_rim() -> None:
    round_hub = Hub("vat", (0, 0), 60, 2, 0)
    job = Hub("job:a1", (0, 0), 60, 2, 0, job="Tender")
    assert (round_hub.title, job.title) == ("#vat", "Tender")
    assert round_hub.reach(0.3) == 60
    assert job.reach(0.0) == pytest.approx(60 * BOX[0])
    assert job.reach(pi / 2) == pytest.approx(60 * BOX[1])
    assert 60 < job.reach(atan2(BOX[1], BOX[0])) < 66

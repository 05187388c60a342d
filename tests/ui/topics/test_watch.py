"""When the topic map is surveyed anew: while somebody looks, and on as hubs are led home."""

from types import ModuleType

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from presencemap.domain.topic_graph import Question
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.foreground import TopicForeground
from presencemap.ui.topics.watch import Looks, TopicWatch
from tests.ui import topic_factories


def test_it_surveys_only_while_somebody_looks(
    qtbot: QtBot, look: Appearance, factories: ModuleType
) -> None:
    parent, visible = QObject(), [False]
    foreground = TopicForeground(look.theme)
    watch = TopicWatch(foreground, lambda: Looks(visible[0], False, 24), parent)
    model = RosterModel(lambda: factories.NOW)
    model.setParent(parent)
    model.apply(topic_factories.on_topics(40))
    with qtbot.assertNotEmitted(watch.surveyed, wait=50):
        watch.attach(model)
    assert watch.model is model
    visible[0] = True
    with qtbot.waitSignal(watch.surveyed) as told:
        watch.set_questions([Question("q", "x", "how? #new", ("new",), 0)], ["data"])
    (scene,) = told.args
    assert {"data"} == {hub.name for hub in scene.hubs if hub.followed}
    foreground.show(scene)
    with qtbot.waitSignal(watch.surveyed) as told:
        watch.set_jobs(factories.jobs())
    assert any(hub.job for hub in told.args[0].hubs)
    if told.args[0].drifting:
        foreground.show(told.args[0])
        with qtbot.waitSignal(watch.surveyed):
            pass
    watch.stop()

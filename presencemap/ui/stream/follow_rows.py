"""Whom and what I follow, who follows me and whom I might follow, as rows that can be shown.

Each says who, a word about it, and what its button does; a click of that asks the node. Knows no
widget.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from presencemap.domain.following import Reason, Suggestion, suggested
from presencemap.domain.text import fold
from presencemap.ui.people.known import name_of
from presencemap.ui.stream.following import Following
from presencemap.ui.team import Team

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


class Row(NamedTuple):
    """One line: who or what, a word about it, and the act, if there is one.

    ``person`` or ``topic``: what it is about, the topic without its sign.
    """

    name: str
    about: str = ""
    act: str = ""
    do: Callable[[], None] = lambda: None
    person: str = ""
    topic: str = ""


class FollowRows:
    """The rows as they are now."""

    def __init__(self, team: Team, following: Following) -> None:
        self._team, self._known = team, following
        self._name_of = partial(name_of, team.roster)

    def people(self) -> list[Row]:
        """Whom I follow, by name."""
        no = translate("FollowRows", "Unfollow")
        rows = [
            Row(
                self._name_of(person), "", no, partial(self._known.follow, person, on=False), person
            )
            for person in self._known.people
        ]
        return sorted(rows, key=lambda row: fold(row.name))

    def topics(self) -> list[Row]:
        """What I follow."""
        no, follow = translate("FollowRows", "Unfollow"), self._known.follow_topic
        return [
            Row(f"#{topic}", "", no, partial(follow, topic, on=False), topic=topic)
            for topic in self._known.topics
        ]

    def followers(self) -> list[Row]:
        """Who follows me."""
        both = translate("FollowRows", "You follow each other")
        return [
            Row(self._name_of(person), both, person=person)
            if person in self._known.people
            else self._to_follow(person, "", translate("FollowRows", "Follow back"))
            for person in self._known.followers
        ]

    def suggested(self) -> list[Row]:
        """Whom I might follow, with the reason; who follows me isn't among them."""
        me = self._team.me
        if me is None:
            return []
        others = [c for c in self._team.colleagues() if c.person.id not in self._known.followers]
        topics, names = frozenset(self._known.topics), self._team.roster.names
        found = suggested(me, others, topics, names, self._team.clock())
        yes = translate("FollowRows", "Follow")
        return [self._to_follow(each.person, _why(each), yes) for each in found]

    def _to_follow(self, person: str, about: str, act: str) -> Row:
        do = partial(self._known.follow, person, on=True)
        return Row(self._name_of(person), about, act, do, person)


def _why(suggestion: Suggestion) -> str:
    if suggestion.reason is Reason.ON_TOPIC:
        return translate("FollowRows", "Is on #{topic}, as you are").format(topic=suggestion.about)
    words = translate("FollowRows", "Knows about {talent}, as you do")
    return words.format(talent=suggestion.about)

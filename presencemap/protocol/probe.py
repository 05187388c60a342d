"""Probes: how far away the other side of a link is, how its clock stands, whether it can dial us.

Asked only when somebody looks into the network; each side answers at any time. A peer is dialled
back on the host that its own link leads to and nowhere else, and seldom: nobody aims it at others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final, assert_never

from presencemap.protocol.address import Outcome
from presencemap.protocol.codec import Dialled, DialMe, Ping, Pong, Probing, message_frame
from presencemap.protocol.effects import DialBack, Effect, Send
from presencemap.protocol.events import DialledBack
from presencemap.protocol.link import Link

ASKED_BACK: Final = 3
"""How many peers are asked to dial back."""
DIAL_BACK_EVERY: Final = 10_000
"""How often one person is dialled back, in ms."""
MAX_UNDER_WAY: Final = 8


@dataclass(frozen=True, slots=True)
class Echo:
    """An answered ping: the way there and back, and how far ahead the other's clock is, in ms."""

    delay: int
    skew: int


@dataclass(slots=True)
class Answers:
    """What one look into the network asked, and what it heard so far; by link."""

    pings: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Unanswered: (number, when)."""
    calls: dict[str, int] = field(default_factory=dict)
    """Asked to dial back and not heard of yet."""
    echoes: dict[str, Echo] = field(default_factory=dict)
    dialled: dict[str, Dialled] = field(default_factory=dict)

    def complete(self) -> bool:
        """Whether everything was answered."""
        return not self.pings and not self.calls


class Probe:
    """The questions of one node, and its answers to others'."""

    def __init__(self) -> None:
        self.answers = Answers()
        self._earlier: dict[str, Dialled] = {}
        self._numbers = count(1)
        self._dialled_at: dict[str, int] = {}
        self._under_way: set[str] = set()

    def begin(self, links: Sequence[Link], port: int, now: int) -> list[Effect]:
        """Ask anew: all how far away they are, a few to dial the door at ``port``."""
        self._earlier, self.answers = self.answers.dialled, Answers()
        effects: list[Effect] = []
        for link in links:
            number = next(self._numbers)
            self.answers.pings[link.id] = (number, now)
            effects.append(Send(link.id, message_frame(Ping(number=number))))
        for link in links[:ASKED_BACK]:
            number = self.answers.calls[link.id] = next(self._numbers)
            effects.append(Send(link.id, message_frame(DialMe(number=number, port=port))))
        return effects

    def take(self, link: Link, message: Probing, now: int) -> list[Effect]:
        """A question or an answer of a link's other side; an answer to nothing is passed over."""
        answers = self.answers
        match message:
            case Ping(number=number):
                return [Send(link.id, message_frame(Pong(number=number, at=now)))]
            case Pong(number=number, at=at):
                asked = answers.pings.get(link.id)
                if asked is not None and asked[0] == number:
                    sent = answers.pings.pop(link.id)[1]
                    delay = max(now - sent, 0)
                    answers.echoes[link.id] = Echo(delay, at - (sent + delay // 2))
                return []
            case DialMe():
                return self._call(link, message, now)
            case Dialled(number=number):
                if answers.calls.get(link.id) == number:
                    del answers.calls[link.id]
                    busy = message.outcome is Outcome.BUSY
                    # Who tried just now doesn't try again so soon: that verdict stands.
                    answers.dialled[link.id] = (
                        self._earlier.get(link.id, message) if busy else message
                    )
                return []
            case _:  # pragma: no cover
                assert_never(message)

    def dialled(self, event: DialledBack) -> list[Effect]:
        """We tried a door that we were asked to; unless the link has ended, its owner is told."""
        if event.link not in self._under_way:
            return []
        self._under_way.discard(event.link)
        answer = Dialled(number=event.number, outcome=event.outcome, host=event.host[:64])
        return [Send(event.link, message_frame(answer))]

    def forget(self, link: str) -> None:
        """A link ended: nothing more comes over it."""
        self._under_way.discard(link)
        self.answers.pings.pop(link, None)
        self.answers.calls.pop(link, None)

    def _call(self, link: Link, asked: DialMe, now: int) -> list[Effect]:
        recent = self._dialled_at.items()
        self._dialled_at = {p: at for p, at in recent if 0 <= now - at < DIAL_BACK_EVERY}
        busy = len(self._under_way) >= MAX_UNDER_WAY or link.person in self._dialled_at
        if busy or link.id in self._under_way:
            answer = Dialled(number=asked.number, outcome=Outcome.BUSY, host="")
            return [Send(link.id, message_frame(answer))]
        self._dialled_at[link.person] = now
        self._under_way.add(link.id)
        return [DialBack(link.id, asked.number, asked.port)]

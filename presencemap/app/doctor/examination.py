"""The examination: one look into the network, gathered from all who know a part of it.

Sends questions to colleagues' computers and to the network, waits for the answers, changes nothing.
Runs on the network thread's loop; works without a node, as far as the machine and the store go.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from presencemap.app.clock import now_ms
from presencemap.app.doctor.facts import Answer, Colleague, Facts, Network, Tried
from presencemap.app.doctor.findings import Report, judged, reached
from presencemap.app.team import OpenTeam
from presencemap.domain.errors import RemovedFromTeam
from presencemap.net.interfaces import chosen, interfaces
from presencemap.net.resolution import addresses_of, tried
from presencemap.net.sounding import Sounding, sounded
from presencemap.protocol.address import Address, Outcome
from presencemap.protocol.membership import Standing
from presencemap.protocol.probe import Answers

ANSWER_WITHIN: Final = 7.5
"""Seconds for colleagues' computers: three for a connection, three for CURVE, and some."""
TRY_SECONDS: Final = 2.0
TRIED_EACH: Final = 2
TRIED_IN_ALL: Final = 64
TRIED_AT_ONCE: Final = 16
_PAUSE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Ground:
    """What is looked into. ``door`` 0: no node runs, so nobody is asked over a link.

    ``away``: off the network by its owner's wish, so nothing is sent at all.
    ``ask`` puts the questions and answers where the answers will be; ``host_of``: of a link.
    """

    team: OpenTeam
    away: bool = False
    wanted: Sequence[str] | None = None
    without: Sequence[str] = ()
    discovering: bool = True
    found_at: int | None = None
    door: int = 0
    ask: Callable[[], Answers] = Answers
    host_of: Callable[[str], str | None] = lambda _: None


async def examined(ground: Ground) -> Report:
    """Look, and say what it means; some seconds.

    Raises:
        RemovedFromTeam: there is nobody to look for.
    """
    if ground.team.endpoint.removed:
        raise RemovedFromTeam
    found = interfaces()
    used = chosen(found, ground.wanted, ground.without)
    answers = Answers() if ground.away else ground.ask()
    asked = len(answers.calls)
    tries = asyncio.create_task(_tries(ground))
    sounding, _ = await asyncio.gather(_sounding(ground, used), _wait(answers))
    outcomes = await tries
    networks = tuple(
        Network(each.name, each.address, each.prefix, each in used)
        for each in found
        if not each.link_local
    )
    colleagues = _colleagues(ground, answers, outcomes)
    return judged(
        Facts(
            at=now_ms(),
            door=ground.door,
            away=ground.away,
            admitted=_is_admitted(ground),
            discovering=ground.discovering,
            networks=networks,
            sounding=sounding,
            found_at=ground.found_at,
            asked=asked,
            answers=tuple(_answers(ground, answers)),
            by_hand=tuple(_by_hand(ground, outcomes, colleagues)),
            colleagues=colleagues,
        )
    )


def _is_admitted(ground: Ground) -> bool:
    endpoint = ground.team.endpoint
    return endpoint.membership.standing(endpoint.me.person.id, now_ms()) is Standing.ADMITTED


async def _sounding(ground: Ground, used: Sequence[object]) -> Sounding | None:
    if ground.away or not ground.discovering or not used:
        return None
    used = chosen(interfaces(), ground.wanted, ground.without)
    return await sounded(used, ground.team.keys.discovery_secret, ground.door)


async def _wait(answers: Answers) -> None:
    loop = asyncio.get_running_loop()
    ends = loop.time() + ANSWER_WITHIN
    while not answers.complete() and loop.time() < ends:  # noqa: ASYNC110 - no events in protocol
        await asyncio.sleep(_PAUSE)


async def _tries(ground: Ground) -> dict[Address, Outcome]:
    """Dial the addresses that are known and lead nowhere now."""
    if ground.away:
        return {}
    peers = ground.team.endpoint.peers
    linked = {link.device for link in peers.standing()}
    there = {each for device in linked for each in peers.addresses[device]}
    mine = {each.address for each in interfaces() if not each.loopback}
    known = [
        address
        for device, addresses in peers.addresses.items()
        if device not in linked
        for address in [each for each in addresses if each.host not in mine][:TRIED_EACH]
    ]
    wanted = [each for each in dict.fromkeys([*_given(ground), *known]) if each not in there]
    slots = asyncio.Semaphore(TRIED_AT_ONCE)

    async def one(address: Address) -> Outcome:
        async with slots:
            best = Outcome.TIMEOUT
            for host in (await addresses_of(address.host))[:1]:
                best = await tried(host, address.port, TRY_SECONDS)
            return best

    wanted = wanted[:TRIED_IN_ALL]
    outcomes = await asyncio.gather(*map(one, wanted))
    return dict(zip(wanted, outcomes, strict=True))


def _given(ground: Ground) -> Iterable[Address]:
    """The addresses by hand."""
    return map(Address.parse, ground.team.records.peers())


def _answers(ground: Ground, answers: Answers) -> Iterable[Answer]:
    links = ground.team.endpoint.peers.links
    for name, said in answers.dialled.items():
        if name in links:
            yield Answer(_name(ground, links[name].person), said.outcome, said.host)


def _by_hand(
    ground: Ground, outcomes: dict[Address, Outcome], colleagues: Sequence[Colleague]
) -> Iterable[Tried]:
    """The addresses by hand where nobody answers who is known to be away or reached otherwise."""
    settled = {
        address
        for each in colleagues
        if reached(each) or each.goodbye
        for address in _known(ground, each.person)
    }
    for address in _given(ground):
        if address in outcomes and address not in settled:
            yield Tried(address, outcomes[address])


def _colleagues(
    ground: Ground, answers: Answers, outcomes: dict[Address, Outcome]
) -> tuple[Colleague, ...]:
    """Everybody who ever was in the log, but me."""
    endpoint = ground.team.endpoint
    now = now_ms()
    links = {link.person: link for link in endpoint.peers.standing()}
    made = []
    for person in endpoint.membership.people:
        if person == endpoint.me.person.id:
            continue
        card, link = endpoint.cards.of(person, now), links.get(person)
        standing = endpoint.membership.standing(person, now)
        known = [] if link else _known(ground, person)
        tries = [Tried(each, outcomes[each]) for each in known if each in outcomes]
        echo = answers.echoes.get(link.id) if link else None
        host = ground.host_of(link.id) if link else None
        made.append(
            Colleague(
                person=person,
                name=_name(ground, person),
                presence=card.presence,
                reach=card.reach,
                through=_through(ground, person),
                address=host or (str(tries[0].address) if tries else ""),
                delay=echo.delay if echo else None,
                skew=echo.skew if echo else None,
                last_heard=now if link else card.last_seen,
                member=standing is not Standing.STRANGER,
                admitted=standing is Standing.ADMITTED,
                verified=card.verified,
                goodbye=endpoint.sightings.of(person).gone,
                tried=tuple(tries),
            )
        )
    return tuple(sorted(made, key=lambda each: (not reached(each), each.name.casefold())))


def _known(ground: Ground, person: str) -> list[Address]:
    """Where a person's devices were met last."""
    endpoint = ground.team.endpoint
    devices = endpoint.membership.devices(person)
    return [each for device in devices for each in endpoint.peers.addresses.get(device, ())]


def _through(ground: Ground, person: str) -> str:
    """Over whom a person who isn't linked is heard."""
    through = ground.team.endpoint.cards.route(person)
    return _name(ground, through[0]) if through else ""


def _name(ground: Ground, person: str) -> str:
    return ground.team.endpoint.cards.of(person, now_ms()).person.name or person[:12]

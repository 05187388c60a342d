"""A network as the doctor may find it, to be changed by each test."""

from dataclasses import replace

from presencemap.app.doctor.facts import Answer, Colleague, Facts, Network
from presencemap.domain.availability import Presence, Reach
from presencemap.net.sounding import Sounding
from presencemap.protocol.address import Outcome

NOW = 1_800_000_000_000
MINUTE = 60_000
WIFI = Network("wlan0", "10.20.8.5", 22, used=True)
VPN = Network("tun0", "10.99.0.5", 24, used=False)
LOOPBACK = Network("lo", "127.0.0.1", 8, used=False)
HERE = Colleague(
    "aa" * 32,
    "Joris De Smedt",
    Presence.ONLINE,
    Reach.DIRECT,
    address="10.20.9.7",
    delay=2,
    skew=-400,
    last_heard=NOW,
)
FAR = replace(HERE, person="bb" * 32, name="Amina El Idrissi", address="10.30.0.4", delay=14)
HEARD = Colleague(
    "cc" * 32,
    "Sara Willems",
    Presence.ONLINE,
    Reach.RELAYED,
    through="Joris De Smedt",
    last_heard=NOW - 40_000,
)
GONE = Colleague("dd" * 32, "Hugo Wijnen", last_heard=NOW - 120 * MINUTE)
WELL = Facts(
    at=NOW,
    door=47_800,
    networks=(WIFI, VPN, LOOPBACK),
    sounding=Sounding(looped=("10.20.8.5",), team=1, hosts=3),
    asked=1,
    answers=(Answer("Joris De Smedt", Outcome.REACHED, "10.20.8.5"),),
    colleagues=(HERE, FAR, HEARD),
)

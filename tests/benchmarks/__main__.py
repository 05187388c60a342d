"""Our figures beside other transports', in one run on loopback: ``make bench``.

For each contender a speaker and a listener run in two fresh processes; the speaker sends a message
each 5 ms, 200 to warm up and 1,000 that count, all of the size of one of our own status frames.
The rounds go round-robin, so that what else the machine does hits all alike. A figure is the median
of the rounds' medians (or of their 99th percentiles). `--long` only adds rounds.
"""

import argparse
import os
import tempfile
from pathlib import Path
from statistics import median

from exchange import MEASURED, PACE_NS, WARM_UP, Contender, Failed, exchange
from node_pair import NodePair
from payload import SIZE
from pyre_pair import PyrePair
from raw import Raw
from report import Row, machine, ratio, table, target
from startup import start_ups
from zenoh_pair import ZenohPair

BUILD = Path(__file__).resolve().parents[2] / "build"
ROUNDS, LONG_ROUNDS = 3, 9
STARTS, LONG_STARTS = 9, 25


def main() -> None:
    """Run everything and print it; a target that is missed is printed, and is no failure."""
    parser = argparse.ArgumentParser(prog="make bench", description="Figures of one run.")
    parser.add_argument("--long", action="store_true", help="more rounds, some eight minutes")
    long = parser.parse_args().long
    print(machine(), end="\n\n", flush=True)
    BUILD.mkdir(exist_ok=True)
    # On the disk of the checkout: a temporary directory in memory would make a commit cost nothing.
    with tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD) as directory:
        os.environ["TMPDIR"] = tempfile.tempdir = directory
        _latencies(LONG_ROUNDS if long else ROUNDS)
        _starts(LONG_STARTS if long else STARTS)


def _latencies(rounds: int) -> None:
    plain, curve = Row("pyzmq PUB/SUB, plain"), Row("pyzmq PUB/SUB, CURVE")
    pyre, zenoh = Row("zeromq-pyre SHOUT, plain"), Row("eclipse-zenoh put, plain")
    wire, durable = Row("Presence Map, wire"), Row("Presence Map, durable")
    contenders: list[tuple[Contender, Row, Row | None]] = [
        (Raw(curve=False), plain, None),
        (Raw(curve=True), curve, None),
        (PyrePair(), pyre, None),
        (ZenohPair(), zenoh, None),
        (NodePair(), durable, wire),
    ]
    for _ in range(rounds):
        for contender, whole, without_commit in contenders:
            try:
                series = exchange(contender)
            except Failed as failure:
                whole.why = str(failure)
                if without_commit is not None:
                    without_commit.why = whole.why
                continue
            whole.add(series.whole, series.lost)
            if without_commit is not None:
                without_commit.add(series.wire, series.lost)
    pace = PACE_NS // 10**6
    print(f"{rounds} rounds of {MEASURED:,} messages of {SIZE} bytes, one each {pace} ms", end="")
    print(f", after {WARM_UP} to warm up")
    print(table((plain, curve, pyre, zenoh, wire, durable), curve, pyre))
    print(target("wire median in medians of raw CURVE", ratio(wire, curve), 3))
    print(target("wire median in medians of pyre", ratio(wire, pyre), 1), end="\n\n", flush=True)


def _starts(runs: int) -> None:
    starts = start_ups(runs)
    node, bare = median(starts.node), median(starts.bare)
    print(f"median of {runs} starts: presencemap node ready after {node / 1e6:.0f} ms,")
    print(f"bare Python with {', '.join(starts.packages)} after {bare / 1e6:.0f} ms")
    print(target("start of a node in starts of a bare Python", node / bare, 1.5))


if __name__ == "__main__":
    main()

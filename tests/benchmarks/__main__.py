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

from absence import Absence
from catch_up import CatchUp
from company import Company, Figures, NoCompany, crashed, joined
from exchange import MEASURED, PACE_NS, WARM_UP, Contender, Failed, exchange
from gui import window_figures
from knowing import knowing_figures
from node_company import NodeCompany
from node_pair import NodePair
from payload import SIZE
from pyre_company import PyreCompany
from pyre_pair import PyrePair
from raw import Raw
from report import Row, least, machine, ratio, table, target
from startup import start_ups
from topics import topic_figures
from zenoh_company import ZenohCompany
from zenoh_pair import ZenohPair

BUILD = Path(__file__).resolve().parents[2] / "build"
ROUNDS, LONG_ROUNDS = 3, 9
STARTS, LONG_STARTS = 9, 25
WINDOW = 30.0
MESH_WINDOW = 300.0
"""Of the greatest: the longest interval of leases, so that each of the others speaks in it."""
OTHERS_WINDOW = 10.0
"""What others do at rest comes around within 5 s."""
SIZES = (10, 50, 150)
PYRES = (10, 50)
"""150 nodes that all link with all fill two cores and lack descriptors: docs/benchmarks.md."""
RECORDS, LONG_RECORDS = 5_000, 19_000
CATCH_UPS = 3
AWAY_FROM = 1_000
"""People; the long run's."""
BACK_WITHIN = 300.0


def main() -> None:
    """Run everything and print it; a target that is missed is printed, and is no failure."""
    parser = argparse.ArgumentParser(prog="make bench", description="Figures of one run.")
    parser.add_argument("--long", action="store_true", help="more of all, half an hour")
    parser.add_argument("--company", action="store_true", help="only what needs many nodes")
    parser.add_argument("--absence", action="store_true", help="only a long absence (in --long)")
    parser.add_argument("--window", action="store_true", help="only the window")
    parser.add_argument("--knowing", action="store_true", help="only who knows about something")
    parser.add_argument("--topics", action="store_true", help="only the map On what")
    given = parser.parse_args()
    long = given.long
    print(machine(), end="\n\n", flush=True)
    BUILD.mkdir(exist_ok=True)
    # On the disk of the checkout: a temporary directory in memory would make a commit cost nothing.
    with tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD) as directory:
        os.environ["TMPDIR"] = tempfile.tempdir = directory
        if given.window:
            window_figures()
            return
        if given.absence:
            _absence()
            return
        if given.knowing:
            knowing_figures()
            return
        if given.topics:
            topic_figures()
            return
        if not given.company:
            _latencies(LONG_ROUNDS if long else ROUNDS)
            _starts(LONG_STARTS if long else STARTS)
            print()
            window_figures()
            print()
            knowing_figures()
            print()
            topic_figures()
        _company()
        _crashes()
        _catch_up(LONG_RECORDS if long else RECORDS)
        if long:
            _absence()


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


def _company() -> None:
    print("joining so many others: seconds after ready until the first and until all are seen, and")
    print("what one node costs once that has calmed, so long after the last: ours over", end=" ")
    print(f"{WINDOW:.0f} s, of {SIZES[2]} over {MESH_WINDOW:.0f}; others' over {OTHERS_WINDOW:.0f}")
    print(
        f"{'':<24}{'peers':>6}{'first':>8}{'all':>8}{'descriptors':>13}{'MB':>6}{'idle %':>8}"
        f"{'bytes/s':>9}{'calm':>6}"
    )
    ours: dict[int, Figures] = {}
    contenders: list[tuple[str, Company, tuple[int, ...], float]] = [
        ("Presence Map, by mDNS", NodeCompany(), SIZES[:2], WINDOW),
        ("Presence Map, by mDNS", NodeCompany(), SIZES[2:], MESH_WINDOW),
        ("zeromq-pyre", PyreCompany(), PYRES, OTHERS_WINDOW),
        ("eclipse-zenoh", ZenohCompany(), SIZES, OTHERS_WINDOW),
    ]
    for name, company, sizes, seconds in contenders:
        for size in sizes:
            try:
                got = joined(company, size, seconds)
            except NoCompany as failure:
                print(f"{name:<24}{size:>6}  did not run: {failure}", flush=True)
                continue
            if isinstance(company, NodeCompany):
                ours[size] = got
            print(
                f"{name:<24}{size:>6}{got.first:>8.2f}{got.all:>8.2f}{got.descriptors:>13}"
                f"{got.mebibytes:>6.0f}{got.idle:>8.2f}{got.carried:>9,.0f}{got.settled:>6.0f}",
                flush=True,
            )
    few, most = ours.get(SIZES[1]), ours.get(SIZES[2])
    print(target("first of 50 seen, seconds after ready", few and few.first, 0.5))
    print(target("all of 50 seen, seconds after ready", few and few.all, 2))
    print(target("idle at 150 peers, percent of a core", most and most.idle, 0.5), flush=True)


def _crashes() -> None:
    contenders: list[tuple[str, Company]] = [
        ("Presence Map", NodeCompany()),
        ("eclipse-zenoh", ZenohCompany()),
        ("zeromq-pyre", PyreCompany()),
    ]
    for name, company in contenders:
        try:
            took = crashed(company)
        except NoCompany as failure:
            print(f"a killed process is missed by {name}: did not run: {failure}", flush=True)
            continue
        print(target(f"a killed process is missed by {name}, seconds", took, 2), flush=True)


def _catch_up(records: int) -> None:
    try:
        took = [joined(CatchUp(records), 1, 0).all for _ in range(CATCH_UPS)]
    except NoCompany as failure:
        print(f"catch-up of {records:,} records: did not run: {failure}")
        return
    print(f"{records:,} records caught up with in {', '.join(f'{each:.2f}' for each in took)} s")
    print(least("catch-up, records a second", records / median(took), 5_000), flush=True)


def _absence() -> None:
    absence = Absence(AWAY_FROM)
    try:
        got = joined(absence, 2, 0, BACK_WITHIN)
    except NoCompany as failure:
        print(f"a long absence: did not run: {failure}")
        return
    print(f"{absence.records:,} records of {AWAY_FROM:,} people: all statuses after", end=" ")
    print(
        f"{got.first:.1f} s, all after {got.all:.1f} s ({absence.records / got.all:,.0f} a second);"
    )
    print(f"{got.mebibytes:.0f} MB of memory", flush=True)


if __name__ == "__main__":
    main()

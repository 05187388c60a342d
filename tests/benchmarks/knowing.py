"""Who knows about ...?: how well it names people, and how fast it finds: part of ``make bench``.

The fixture and its labels are described in tests/expertise/README.md. Speed is measured at 10,000
people and 100,000 posts, at each letter of the questions, one after the other on one thread; then
what it takes until no byte of a post that was taken back is left. And what a post takes on disk.
"""

import gc
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median, quantiles
from time import perf_counter, thread_time

from gui import ask_figures
from report import target

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from presencemap.app.clock import now_ms  # noqa: E402
from presencemap.app.entry import create_team  # noqa: E402
from presencemap.app.knowledge.inquiry import findings_in  # noqa: E402
from presencemap.app.knowledge.librarian import TIDY_AFTER  # noqa: E402
from presencemap.app.knowledge.library import Library  # noqa: E402
from presencemap.app.offline import StoreDesk  # noqa: E402
from presencemap.app.paths import ProfilePaths  # noqa: E402
from presencemap.domain.expertise import NEAR  # noqa: E402
from presencemap.domain.person import Profile  # noqa: E402
from presencemap.domain.post import Draft, PostKind  # noqa: E402
from presencemap.domain.rewording import reworded  # noqa: E402
from presencemap.protocol.effects import Save  # noqa: E402
from tests.expertise.company import (  # noqa: E402
    NOW,
    Company,
    Question,
    company,
    copies,
    questions,
)
from tests.expertise.pairs import cases, judged_pairs  # noqa: E402
from tests.expertise.rewordings import pairs, told_apart  # noqa: E402
from tests.expertise.shelves import (  # noqa: E402
    PlainFts5,
    Ranker,
    filled,
    judged,
    keyword_count,
    ours,
)

PEOPLE, POSTS = 10_000, 100_000


def knowing_figures() -> None:
    """Print all of it."""
    made = company()
    asked = questions(made)
    _quality(made, asked)
    _pairs(made)
    _rewordings()
    _speed(made, asked)
    _growth(made)
    ask_figures()


def _quality(made: Company, asked: list[Question]) -> None:
    library, plain = Library(), PlainFts5(made)
    filled(library, made)
    rankers: list[tuple[str, Ranker]] = [
        ("Presence Map", ours(library)),
        ("FTS5 bm25, best text", plain.by_best),
        ("FTS5 bm25, all texts summed", plain.by_sum),
        ("keyword count", keyword_count(made)),
    ]
    held_out = [question for question in asked if question.held_out]
    print(f"who knows about ...?: {len(made.cards)} people, {len(made.posts):,} posts,", end=" ")
    print(f"{len(asked)} questions, of these {len(held_out)} held out")
    print(f"{'':<30}{'P@3':>6}{'MRR':>6}   held out{'P@3':>6}{'MRR':>6}")
    figures = {}
    for name, ranker in rankers:
        figures[name] = precise, reciprocal = judged(ranker, asked)
        held = judged(ranker, held_out)
        print(f"{name:<30}{precise:>6.2f}{reciprocal:>6.2f}{held[0]:>17.2f}{held[1]:>6.2f}")
    ours_mrr = figures["Presence Map"][1]
    print(f"MRR: {ours_mrr:.2f}, target at least 0.8: {'met' if ours_mrr >= 0.8 else 'missed'}")


def _pairs(made: Company) -> None:
    """Whom a card names unasked: by how much must be in common, where no topic is."""
    dealt = [case for seed in range(1, 5) for case in cases(company(seed))]
    own = cases(made)
    parts = [
        [case for case in dealt if not case.held_out],
        [case for case in dealt if case.held_out],
        own,
    ]
    print("someone else is on the same: at most two are named for what somebody is on; precision,")
    print("recall and F 0.5 on four companies dealt anew (chosen on ten themes, ten held out), and")
    print("on the fixture. “any sign”: what was shown before something had to be in common")
    print(f"{'in common':<12}{'chosen on':>18}{'held out':>24}{'fixture':>24}{'for nobody':>13}")
    nobody = [case for case in dealt if not case.right]
    for least in (0.0, 0.25, 0.3, NEAR, 0.4, 0.5):
        told = [judged_pairs(part, least) for part in parts]
        row = "".join(f"{j.precision:>12.2f}{j.recall:>6.2f}{j.worth:>6.2f}" for j in told)
        name = f"{least:.2f}{' (ours)' if least == NEAR else ''}" if least else "any sign"
        print(f"{name:<12}{row}{judged_pairs(nobody, least).named:>8} of {len(nobody)}")


def _rewordings() -> None:
    """Whether words are others for the same struggle, on the fixture's sentences."""
    told = pairs()
    for name, held_out in (("chosen on", False), ("held out", True)):
        some = [each for each in told if each.held_out is held_out]
        same, other = told_apart(some, reworded)
        print(f"the same struggle in other words ({name}): {100 * same:.0f} % are taken for it,")
        print(f"and {100 * other:.0f} % of other matters on its topic; {len(some):,} pairs")


def _speed(made: Company, asked: list[Question]) -> None:
    library, times = Library(), PEOPLE // len(made.cards)
    at = thread_time()
    going: list[str] = []
    for part in copies(made, times, POSTS // times):
        filled(library, part)
        going.append(part.posts[-1].id)
    took = thread_time() - at
    # As in the app, where the cyclic collector runs on the window's thread alone.
    gc.collect()
    gc.disable()
    walls, own = [], []
    for text in _typed(asked):
        before, used = perf_counter(), thread_time()
        findings_in(library, text, "", NOW)
        walls.append(1000 * (perf_counter() - before))
        own.append(1000 * (thread_time() - used))
    gc.enable()
    print(f"the index of {PEOPLE:,} people and {POSTS:,} posts: {took:.1f} s of one thread")
    print(f"all of an answer at each of {len(walls)} letters: ms of wall time", end=" ")
    print(_spread(walls), end=", ")
    print("of processor time", _spread(own))
    print(target("search as one types, ms of wall time, 99th percentile", _p99(walls), 50))
    _taken_back(library, going[:20])
    library.close()


def _taken_back(library: Library, going: list[str]) -> None:
    """These posts, one after the other."""
    whole, steps = [], []
    for post in going:
        assert library.drop(bytes.fromhex(post))
        used, tidy = thread_time(), False
        while not tidy:
            before = thread_time()
            tidy = library.tidy()
            steps.append(1000 * (thread_time() - before))
        whole.append(1000 * (thread_time() - used))
    print(
        f"until nothing is left of one post, ms of processor time: {median(whole):.0f}, in steps of"
    )
    print(
        f"{median(steps):.1f} (longest {max(steps):.1f}); {TIDY_AFTER:.0f} s are waited for others"
    )


def _growth(made: Company) -> None:
    """The posts of the fixture as an own profile's, in its database."""
    with tempfile.TemporaryDirectory() as directory:
        paths = ProfilePaths.at(Path(directory))
        now = now_ms()
        create_team(paths, "Bench", Profile("Anna"), now)
        before, signed = paths.database.stat().st_size, 0
        with StoreDesk(paths) as desk:
            for at in range(0, len(made.posts), 100):
                drafts = [Draft(PostKind.ACTIVITY, p.said.text) for p in made.posts[at : at + 100]]
                effects = [e for draft in drafts for e in desk.team.endpoint.stream.say(draft, now)]
                signed += sum(len(each.record.data) for each in effects if isinstance(each, Save))
                desk.team.keeping.commit(effects)
        grown = (paths.database.stat().st_size - before) / len(made.posts)
    letters = mean(len(post.said.text) for post in made.posts)
    print(f"the store grows by {grown:,.0f} bytes a post, of which its record is", end=" ")
    print(f"{signed / len(made.posts):,.0f} and its text {letters:.0f} letters")


def _typed(asked: list[Question]) -> Iterator[str]:
    for question in asked:
        for length in range(2, len(question.text) + 1):
            yield question.text[:length]


def _p99(figures: list[float]) -> float:
    return quantiles(figures, n=100)[98]


def _spread(figures: list[float]) -> str:
    return f"{median(figures):.1f} / {_p99(figures):.1f} / {max(figures):.1f}"


if __name__ == "__main__":
    knowing_figures()

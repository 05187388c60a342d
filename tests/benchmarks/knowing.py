"""Who knows about ...?: how well it names people, and how fast it finds: part of ``make bench``.

The fixture and its labels are described in tests/expertise/README.md. Speed is measured at 10,000
people and 100,000 posts, at each letter of the questions, one after the other on one thread.
"""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time

from report import target

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from presencemap.app.knowledge.library import Library  # noqa: E402
from tests.expertise.company import Company, Question, company, copies, questions  # noqa: E402
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
    _speed(made, asked)


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


def _speed(made: Company, asked: list[Question]) -> None:
    library, times = Library(), PEOPLE // len(made.cards)
    at = thread_time()
    for part in copies(made, times, POSTS // times):
        filled(library, part)
    took = thread_time() - at
    # As in the app, where the cyclic collector runs on the window's thread alone.
    gc.collect()
    gc.disable()
    rank = ours(library)
    walls, own = [], []
    for text in _typed(asked):
        before, used = perf_counter(), thread_time()
        rank(text)
        walls.append(1000 * (perf_counter() - before))
        own.append(1000 * (thread_time() - used))
    gc.enable()
    print(f"the index of {PEOPLE:,} people and {POSTS:,} posts: {took:.1f} s of one thread")
    print(
        f"ranked people at each of {len(walls)} letters: ms of wall time", _spread(walls), end=", "
    )
    print("of processor time", _spread(own))
    print(target("search as one types, ms of wall time, 99th percentile", _p99(walls), 50))
    library.close()


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

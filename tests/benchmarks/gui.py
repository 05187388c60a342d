"""The window's figures, in processes of their own: frames, acts, opening, and others' frames."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import time

from report import target

HERE = Path(__file__).parent
OFFSCREEN = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
SIZES = (1_000, 10_000)
STORED = 1_000
POSTS = 100_000
RUNS = 5


def window_figures() -> None:
    """Print all of it; offscreen, 1280 x 800."""
    for size in SIZES:
        for script in ("window.py", "letters.py"):
            _shown(script, "--people", str(size))
        _shown("answers.py", "card", "--people", str(size))
        _shown("answers.py", "page", "--people", str(size))
    _shown("screens.py", "--people", str(SIZES[0]))
    for name, kind in (("QGraphicsView of items", "view"), ("pyqtgraph scatter", "scatter")):
        try:
            middle, worst = _two_figures("scenes.py", kind, SIZES[-1])
        except subprocess.CalledProcessError as failure:
            print(f"{name}: did not run: {failure.stderr.decode().splitlines()[-1:]}")
            continue
        print(f"{name}, {SIZES[-1]:,} markers, panned: {middle:.1f} ms a frame, worst {worst:.1f}")
    middle, worst = _two_figures("scrolling.py", "steps", POSTS)
    print(f"{POSTS:,} posts, scrolled: {middle:.1f} ms of CPU a step, worst {worst:.1f}")
    print(target("a step of the stream, ms", middle, 16), flush=True)
    ours, memory = _opened("ours")
    bare, least = _opened("bare")
    print(f"a window with {STORED:,} colleagues after {ours:.2f} s, {memory:.0f} MiB;", end=" ")
    print(f"a bare one with the same imports after {bare:.2f} s, {least:.0f} MiB")
    print(target("a window in bare windows", ours / bare, 1.5))
    print(target("a window, MiB", memory, 150), end="\n\n", flush=True)


def ask_figures() -> None:
    """Print how long an answer of the screen Ask holds the window up."""
    _shown("answers.py", "ask", "--people", str(SIZES[-1]))


def _shown(script: str, *words: str) -> None:
    subprocess.run([sys.executable, str(HERE / script), *words], env=OFFSCREEN, check=False)
    print(flush=True)


def _opened(kind: str) -> tuple[float, float]:
    """Median seconds from the making of the process until it is painted, and MiB then."""
    seconds, memory = [], []
    for _ in range(RUNS + 1):
        begun = time()
        at, held = _two_figures("opening.py", kind, STORED)
        seconds.append(at - begun)
        memory.append(held)
    return median(seconds[1:]), median(memory[1:])


def _two_figures(script: str, kind: str, number: int) -> tuple[float, float]:
    words = [sys.executable, str(HERE / script), kind, str(number)]
    done = subprocess.run(words, env=OFFSCREEN, capture_output=True, check=True)
    first, second = done.stdout.split()[-2:]
    return float(first), float(second)

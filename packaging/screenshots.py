"""Draws the window, composer, onboarding, dialogs and menus to build/screenshots/, to be looked at.

A fake node with twelve colleagues stands behind them. One process for each screen scale, since Qt
reads the scale once.

    PYTHONPATH=. .venv/bin/python packaging/screenshots.py [--scale 1 1.5 2] [--only window ...]
"""

import argparse
import os
import subprocess
import sys

from pictures import dialogs, knowing, maps, person, saying, states
from pictures.stage import OUT, ROOT, Stage

from presencemap.ui.theme import Mode, appearance

ACTS = {**maps.ACTS, **states.ACTS, **saying.ACTS, **knowing.ACTS, **person.ACTS, **dialogs.ACTS}


def main() -> int:
    """Start one process for each scale; 0 when all ended well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", nargs="+", default=["1", "1.5", "2"])
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--language", default="en")
    parser.add_argument("--drawing", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.drawing:
        return draw(asked.scale[0], asked.only, asked.language)
    OUT.mkdir(parents=True, exist_ok=True)
    for scale in asked.scale:
        words = [sys.executable, __file__, "--drawing", "--scale", scale]
        words += ["--language", asked.language, *(["--only", *asked.only] if asked.only else [])]
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "TZ": "Europe/Brussels",
        }
        if subprocess.run(words, env=environment, cwd=ROOT, check=False).returncode:
            return 1
    print(f"drawn to {OUT.relative_to(ROOT)}")
    return 0


def draw(scale: str, only: list[str], language: str) -> int:
    """Draw these acts, or all but the matrix, at the scale that this process has."""
    stage = Stage(language)
    for mode in (Mode.LIGHT, Mode.DARK):
        appearance().set_mode(mode)
        stage.suffix = f"{mode.value}-{scale}x"
        for name, act in ACTS.items():
            if name in only or (not only and not name.startswith("matrix")):
                act(stage)
                for node in stage.nodes:
                    # What this act had it answer is nothing to the next.
                    node.answers.clear()
    stage.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

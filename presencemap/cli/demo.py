"""``presencemap demo``: the window on a live team of real nodes, all of it on this machine."""

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import Final

from presencemap.app import control
from presencemap.app.demo.stage import Stage
from presencemap.app.demo.troupe import loopback_options
from presencemap.cli import phrases

PICTURE: Final = Path("build/presencemap.png")


def run_demo(arguments: Namespace) -> int:
    """Raise the curtain; without a display, take a picture, print ``who`` and end."""
    seen = has_display()
    picture = arguments.screenshot
    if not seen:
        print("There is no display here, so the window is drawn out of sight.", flush=True)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        picture = picture or PICTURE
    with Stage(arguments.people) as stage:
        # Not before: the window's toolkit needs to know whether there is a display.
        from presencemap.ui.demo_session import run_demo_session  # noqa: PLC0415

        def tell(live: int) -> None:
            for person in control.ask(stage.paths.control, {"ask": "who"}):
                print(phrases.person_line(person))
            print(f"{live} of {arguments.people} colleagues live; the window is in {picture}")

        return run_demo_session(
            stage.paths,
            loopback_options(),
            expected=arguments.people,
            picture=picture,
            seconds=arguments.seconds,
            told=tell,
        )


def has_display() -> bool:
    """Whether a window can be seen here."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

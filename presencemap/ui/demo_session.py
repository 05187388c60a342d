"""The window of the demo: an ordinary session that may end by itself, with a picture."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.ui.application import Session, run_session
from presencemap.ui.host import ProfileHost
from presencemap.ui.photographer import Photographer


def run_demo_session(
    paths: ProfilePaths,
    options: Options,
    *,
    expected: int,
    picture: Path | None,
    seconds: float | None,
    told: Callable[[int], None],
) -> int:
    """Run the window on the stage's profile.

    ``picture``: save the window there once ``expected`` colleagues are live, tell how many are, and
    end. ``seconds``: end after so many.
    """

    def begun(session: Session) -> None:
        def taken(live: int) -> None:
            told(live)
            session.quit()

        if picture is not None:
            Photographer(session, picture, expected, taken)
        if seconds is not None:
            QTimer.singleShot(round(seconds * 1000), session, session.quit)

    return run_session(ProfileHost(paths, options), begun=begun)

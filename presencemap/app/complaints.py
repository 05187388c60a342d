"""Complaints: what peers did that no honest program does, and what failed by a bug of ours.

Each kind is said once an hour, so that a flood fills no log. Counts nothing against anybody: that
is the endpoint's.
"""

import logging
from collections.abc import Callable
from traceback import extract_tb

from presencemap.app.clock import now_ms
from presencemap.app.notices import Notice, PeerRefused
from presencemap.app.offences import Offences
from presencemap.domain.errors import Ourselves, PeerError
from presencemap.protocol.endpoint import Endpoint

_log = logging.getLogger(__name__)


class Complaints:
    """Those of one running node."""

    def __init__(self, endpoint: Endpoint, tell: Callable[[Notice], None]) -> None:
        self._endpoint = endpoint
        self._tell = tell
        self._offences = Offences()

    def refused(self, error: PeerError, link: str, host: str | None) -> None:
        """Say whose it was: a person's where a link stands, else whatever is at that address."""
        _log.debug("from a peer: %s", error)
        if isinstance(error, Ourselves) or not link:
            return
        known = self._endpoint.peers.links.get(link)
        there = host or "somebody"
        self.offended(self.name(known.person) if known and known.person else there, str(error))

    def offended(self, who: str, what: str) -> None:
        """Say what that person, or who is at that address, did."""
        if self._offences.is_news(who, what, now_ms()):
            _log.info("refused from %s: %s", who, what)
            self._tell(PeerRefused(who, what))

    def bug(self, what: str, error: Exception) -> None:
        """Say what failed though it never should; call it where that was caught."""
        where = [frame.name for frame in extract_tb(error.__traceback__)]
        if self._offences.is_news("ourselves", f"{type(error).__name__} in {where}", now_ms()):
            _log.error("%s", what, exc_info=error)

    def name(self, person: str) -> str:
        """What that person is called here."""
        return self._endpoint.cards.of(person, now_ms()).person.name or f"member {person[:12]}"

"""Writers: what the members say while all goes wrong, each word through the journal.

Statuses, plans and places; posts in one thread that is the witness's, changed, answered and taken
back; jobs, renamed by who named them, joined and left by others.
"""

import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Final

from presencemap.domain.post import EDIT_WITHIN, MAX_EDITS
from tests.nodes import call, program
from tests.soak.fleet import ID, TOPICS, Member
from tests.soak.journal import JOB, JOINED, ON, POST, Edit, Journal

OFTEN: Final = {
    "status": 8,
    "plan": 2,
    "place": 1,
    POST: 4,
    "change": 2,
    "reaction": 3,
    "retract": 1,
    JOB: 1,
    "rename": 1,
    "crew": 2,
}
ANSWERED_WITHIN: Final = 60.0


@dataclass(slots=True)
class Said:
    """A post that stands for all we know."""

    by: Member
    at: float
    changes: int = 0

    def can_change(self) -> bool:
        """Whether its author's node won't refuse it."""
        young = monotonic() - self.at < EDIT_WITHIN / 1000 - ANSWERED_WITHIN
        return young and self.changes < MAX_EDITS


class Writers:
    """``thread``: the id of the post that all others answer."""

    def __init__(self, thread: str, journal: Journal, chance: random.Random) -> None:
        self._thread = thread
        self._journal = journal
        self._random = chance
        self._posts: dict[str, Said] = {}
        self._jobs: dict[str, Member] = {}
        """Who named which."""

    def edit(self, member: Member) -> None:
        """Have a member say something."""
        number, words = self._drawn(member)
        try:
            answer = call(member.profile, *words)
        except AssertionError:
            return
        self._acknowledged(number, member, words, answer)

    @contextmanager
    def editing(self, member: Member) -> Iterator[None]:
        """The member is asked meanwhile, and may never answer."""
        number, words = self._drawn(member)
        asking = subprocess.Popen(
            [*program(member.profile), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        yield
        answer = ""
        with suppress(subprocess.TimeoutExpired):
            answer, _ = asking.communicate(timeout=ANSWERED_WITHIN)
        asking.kill()
        asking.communicate()
        if asking.returncode == 0:
            self._acknowledged(number, member, words, answer)

    def _drawn(self, member: Member) -> tuple[int, list[str]]:
        """The number of an edit, and the words of it."""
        kind = self._random.choices([*OFTEN], [*OFTEN.values()])[0]
        about = self._about_a_post(member, kind) or self._about_a_job(member, kind)
        edit, words = about or self._new(member, kind)
        return self._journal.asked(edit), words

    def _new(self, member: Member, kind: str) -> tuple[Edit, list[str]]:
        text = self._text()
        if kind == "status":
            return Edit(member.name, kind, (kind, member.name), text), ["set", text]
        if kind == "plan":
            # Not today: its plan would be gone where a soak ends after midnight.
            day = (datetime.now().astimezone() + timedelta(days=self._random.randint(2, 3))).date()
            words = ["plan", str(day), "--text", text]
            return Edit(member.name, kind, (kind, member.name, str(day)), text), words
        if kind == "place":
            lat, lon = self._random.uniform(50, 51), self._random.uniform(3, 5)
            words = ["place", "add", text, "--lat", f"{lat:.4f}", "--lon", f"{lon:.4f}"]
            return Edit(member.name, kind, (kind, text), text), words
        # Its id is for the node to tell.
        if kind == JOB:
            return Edit(member.name, JOB, (JOB, ""), text), ["job", "add", text]
        words = ["post", text, "--reply-to", self._thread]
        return Edit(member.name, POST, (POST, ""), text), words

    def _about_a_post(self, member: Member, kind: str) -> tuple[Edit, list[str]] | None:
        """What a member does with a post, if there is one to do it with."""
        mine = [post for post, said in self._posts.items() if said.by is member]
        match kind:
            case "change":
                able = [post for post in mine if self._posts[post].can_change()]
            case "retract":
                able = mine
            case "reaction":
                able = [post for post in self._posts if post not in mine]
            case _:
                able = []
        if not able:
            return None
        post = self._random.choice(able)
        if kind == "change":
            text = self._text()
            self._posts[post].changes += 1
            return Edit(member.name, kind, (POST, post), text), ["edit", post, text]
        if kind == "retract":
            # From now on nobody answers it, whether that was heard or not.
            del self._posts[post]
            return Edit(member.name, kind, (POST, post), None), ["retract", post]
        shown = self._random.choice((JOINED, JOINED, None))
        edit = Edit(member.name, kind, (JOINED, post, member.name), shown)
        return edit, ["join" if shown else "leave", post]

    def _about_a_job(self, member: Member, kind: str) -> tuple[Edit, list[str]] | None:
        """What a member does with a job, if there is one to do it with.

        Only who named it renames it: of two who do so at once one wins, whoever was heard.
        """
        mine = [job for job, by in self._jobs.items() if by is member]
        able = {"rename": mine, "crew": [job for job in self._jobs if job not in mine]}.get(kind)
        if not able:
            return None
        job = self._random.choice(able)
        if kind == "rename":
            text = self._text()
            return Edit(member.name, kind, (JOB, job), text), ["job", "edit", job, text]
        shown = self._random.choice((ON, ON, None))
        edit = Edit(member.name, kind, (ON, job, member.name), shown)
        return edit, ["job", "join" if shown else "leave", job]

    def _acknowledged(self, number: int, member: Member, words: list[str], answer: str) -> None:
        new = answer.strip()[:ID]
        if words[0] == "post":
            self._posts[new] = Said(member, monotonic())
            self._journal.acknowledged(number, (POST, new))
        elif words[:2] == ["job", "add"]:
            self._jobs[new] = member
            self._journal.acknowledged(number, (JOB, new))
        else:
            self._journal.acknowledged(number)

    def _text(self) -> str:
        return f"{self._random.choice(TOPICS)} {self._random.randrange(16**6):06x}"

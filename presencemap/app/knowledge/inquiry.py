"""An inquiry: one text put to the library, and all that it brings up.

Done on the library's thread. Order and thresholds of what is shown are here; how people are ranked
is ``domain.expertise``'s.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from presencemap.app.knowledge.by_word import Strengths
from presencemap.app.knowledge.entries import TALENT
from presencemap.app.knowledge.evidence import evidence_in
from presencemap.app.knowledge.findings import Asked, Findings, Said
from presencemap.app.knowledge.library import Found, Library
from presencemap.domain.expertise import experts
from presencemap.domain.job import Job, in_order
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.domain.stems import asked
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.store.search import Entry

NAMED: Final = 10
SAID: Final = 8
ASKED: Final = 5
JOBS: Final = 5
UNDERSTOOD: Final = 3
EXAMPLES: Final = 6
_ABOUT_IT: Final = 0.5
"""The part of the words that something must be about to be shown."""


def findings_in(
    library: Library,
    text: str,
    me: str,
    now: int,
    *,
    left: int = 0,
    names: TopicNames = AS_WRITTEN,
) -> Findings:
    """All that the library has about a text; ``me`` is never named as an expert."""
    if not asked(text):
        return Findings(text, examples=_examples(library, names), left=left)
    found = library.find(text, names)
    evidence = evidence_in(found, library, names, now)
    theirs = [each for each in evidence if each.person != me and library.knows(each.person)]
    about = _about(found)
    said = [each for each in about if each.kind not in (TALENT, PostKind.QUESTION)]
    questions = [each for each in about if each.kind == PostKind.QUESTION]
    talents = Counter(each.text for each in about if each.kind == TALENT)
    return Findings(
        text,
        topics=found.topics,
        talents=tuple(talent for talent, _ in talents.most_common(UNDERSTOOD)),
        people=tuple(experts(theirs, found.worth, now, NAMED)),
        said=tuple(map(_said, _once(said, SAID))),
        asked=_asked(_once(questions, ASKED), library),
        jobs=_jobs(found),
        left=left,
    )


def _about(found: Found) -> list[Entry]:
    """The entries that most of the words that were typed are about, the best first."""
    ranked = [(_part(found, strengths), entry) for entry, strengths in found.entries]
    ranked = [(part, entry) for part, entry in ranked if part >= _ABOUT_IT]
    ranked.sort(key=lambda each: (each[0], each[1].at, each[1].number), reverse=True)
    return [entry for _, entry in ranked]


def _jobs(found: Found) -> tuple[Job, ...]:
    """The jobs that most of them are about, the best first; of equals those that rest last."""
    parts = {job: _part(found, strengths) for job, strengths in found.jobs}
    likely = in_order(job for job, part in parts.items() if part >= _ABOUT_IT)
    return tuple(sorted(likely, key=lambda job: -parts[job])[:JOBS])


def _part(found: Found, strengths: Strengths) -> float:
    """How much of what was typed something is about."""
    typed = [at for at, word in enumerate(found.words) if word.typed]
    worth = sum(found.words[at].worth for at in typed)
    meets = sum(strengths[at] * found.words[at].worth for at in typed)
    return round(meets / worth, 2) if worth else 0.0


def _once(entries: Iterable[Entry], limit: int) -> list[Entry]:
    """Of two versions of a post the later one."""
    latest: dict[bytes, Entry] = {}
    for each in entries:
        before = latest.get(each.post)
        if before is None or before.number < each.number:
            latest[each.post] = each
    return list(latest.values())[:limit]


def _asked(questions: list[Entry], library: Library) -> tuple[Asked, ...]:
    """With the answers and what was done with them."""
    index = library.index
    answers = [e for e in index.about([q.post for q in questions]) if e.kind == PostKind.REPLY]
    done = index.reactions([each.post for each in (*questions, *answers)])
    thanks = Counter(each.post for each in done if each.kind == ReactionKind.THANK)
    by = {(each.post, each.author, each.kind) for each in done}

    def told(question: Entry) -> Asked:
        asker = question.author
        own = _once(
            (e for e in answers if e.of == question.post and e.author != asker), len(answers)
        )

        def helps(answer: Entry) -> bool:
            return (answer.post, asker, ReactionKind.THANK.value) in by

        best = max(own, key=lambda e: (helps(e), thanks[e.post], -e.at), default=None)
        return Asked(
            _said(question),
            (question.post, asker, ReactionKind.SOLVE.value) in by,
            len(own),
            _said(best) if best is not None else None,
            tuple(dict.fromkeys(each.author for each in own if helps(each))),
        )

    return tuple(map(told, questions))


def _examples(library: Library, names: TopicNames) -> tuple[str, ...]:
    """Talents that most people have, and the topics of most posts, in turn."""
    used = library.vocabulary.most_used(EXAMPLES)
    topics = tuple(dict.fromkeys(f"#{names.tagged(word[1:])}" for word in used))
    talents = library.talents(EXAMPLES)
    mixed = (each for pair in zip(talents, topics, strict=False) for each in pair)
    rest = (*talents[len(topics) :], *topics[len(talents) :])
    return (*mixed, *rest)[:EXAMPLES]


def _said(entry: Entry) -> Said:
    return Said(
        entry.post.hex(), entry.author, entry.kind, entry.at, entry.text, entry.title, entry.url
    )

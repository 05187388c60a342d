"""Questions of who struggles: the status says with what, and one act makes that a question.

Done on an opened team. A question is of a status while its words are the same, so words that are
changed are changed in both; where a question can't be changed any more the status names it
(docs/decisions/0066). What is solved, nobody struggles with any more.
"""

from dataclasses import replace

from presencemap.app.naming import person_named, post_named
from presencemap.app.post_commands import EditPost, ReactToPost, SayPost
from presencemap.domain.errors import InvalidInput, Refused
from presencemap.domain.links import parted
from presencemap.domain.post import Draft, Link, Post, ReactionKind
from presencemap.domain.rewording import reworded
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.text import clean
from presencemap.domain.wrong import Wrong
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint


def question_of(endpoint: Endpoint, person: str, now: int) -> Post | None:
    """What a person asks: the question that their status names, else the one in its words."""
    struggle = _struggle_of(endpoint, person, now)
    if not struggle:
        return None
    named = endpoint.cards.of(person, now).status
    found = endpoint.stream.one(named.question) if named and named.question else None
    if found is not None and found.author == person and found.asks(now):
        return found
    return endpoint.stream.asked(person, struggle, now)


def restated(endpoint: Endpoint, status: Status, now: int) -> tuple[Status, list[Effect]]:
    """(status, effects) of my status said anew; other words for the same are my question's, too.

    One that can't be changed any more stays as it was asked, and the status names it.
    """
    found = question_of(endpoint, endpoint.me.person.id, now)
    before, question, effects = endpoint.owner.status(now).activity, None, list[Effect]()
    match status.activity:
        case Activity(Kind.STRUGGLING_WITH, text) if found and before and text != found.said.text:
            if any(reworded(words, text) for words in (before.text, found.said.text)):
                try:
                    effects = endpoint.stream.edit(found.id, text, now)
                except Refused:
                    question = found.id
    status = replace(status, question=question)
    return status, [*effects, *endpoint.owner.set_status(status, now)]


def asked(endpoint: Endpoint, command: SayPost, now: int) -> tuple[str, list[Effect]]:
    """(id, effects) of my struggle as a question; of the one that is asked already where it is.

    Raises:
        InvalidInput: my status says nothing of that.
    """
    me = endpoint.me.person.id
    struggle = _struggle_of(endpoint, me, now)
    if not struggle:
        raise InvalidInput(
            "Say what to ask; without a text it is what you struggle with, and your status says "
            "nothing of that.",
            Wrong.NO_STRUGGLE,
        )
    effects: list[Effect] = []
    found = question_of(endpoint, me, now)
    if found is None:
        # The words stay those of the status, by which it is known; its addresses lead there, too.
        links = [Link.said(url) for url in (*command.links, *parted(struggle)[1])]
        effects = endpoint.stream.say(Draft.said(command.kind, struggle, links), now)
        found = endpoint.stream.asked(me, struggle, now)
    assert found is not None, "just asked"
    return found.id, effects


def edited(endpoint: Endpoint, command: EditPost, now: int) -> list[Effect]:
    """A post of mine said differently, and my status where that asks what the status says.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    post, me = post_named(endpoint, command.post), endpoint.me.person.id
    of_my_status = question_of(endpoint, me, now)
    effects = endpoint.stream.edit(post, command.text, now)
    words = clean(command.text)
    if words and of_my_status is not None and of_my_status.id == post:
        status = endpoint.owner.status(now)
        assert status.activity is not None, "it is what the question asks"
        anew = replace(status, activity=replace(status.activity, text=words))
        effects += endpoint.owner.set_status(anew, now)
    return effects


def reacted(endpoint: Endpoint, command: ReactToPost, now: int) -> list[Effect]:
    """What is done with a post; once my question is solved, my status tells of it no more.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    post, me = post_named(endpoint, command.post), endpoint.me.person.id
    cards = endpoint.cards.all(now) if command.by else []
    by = tuple(person_named(cards, each).person.id for each in command.by)
    of_my_status = question_of(endpoint, me, now)
    effects = endpoint.stream.react(post, command.kind, now, by)
    effects += _thanks(endpoint, post, by, now)
    if command.kind is ReactionKind.SOLVE and of_my_status and of_my_status.id == post:
        status = endpoint.owner.status(now)
        until = status.until if status.place else None
        bare = replace(status, activity=None, until=until, since=now, question=None)
        effects += endpoint.owner.set_status(bare, now)
    return effects


def _thanks(endpoint: Endpoint, post: str, by: tuple[str, ...], now: int) -> list[Effect]:
    """To who helped, for the last that they answered: so Ask knows by which answer it is solved."""
    me, stream = endpoint.me.person.id, endpoint.stream
    answers = {p.author: p for p in stream.thread(post) if p.said.of == post} if by else {}
    helpful = [answers[person] for person in by if person in answers]
    return [
        effect
        for answer in helpful
        if me not in answer.thanked
        for effect in stream.react(answer.id, ReactionKind.THANK, now)
    ]


def _struggle_of(endpoint: Endpoint, person: str, now: int) -> str:
    """What a person's status says that they struggle with, "" for nothing."""
    status = endpoint.cards.of(person, now).status_at(now)
    on = status.activity if status else None
    return on.text if on and on.kind is Kind.STRUGGLING_WITH else ""

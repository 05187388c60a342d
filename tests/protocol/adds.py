"""Records of posts and what is done with them, as several tests need them."""

from presencemap.domain.post import PostKind, ReactionKind
from presencemap.protocol.record import (
    MAX_LIFE,
    Body,
    PostBody,
    ReactionBody,
    Record,
    RetractBody,
)
from presencemap.protocol.signing import Signer
from tests.protocol.lan import NOW
from tests.protocol.statements import BRAM, ROOT, device


def signed(
    body: Body,
    seq: int = 1,
    *,
    author: Signer = BRAM,
    at: int = NOW,
    life: int = MAX_LIFE,
) -> Record:
    return Record.sign(
        device(author), team=ROOT.id, author=author.id, seq=seq, at=at, life=life, body=body
    )


def post(
    text: str = "hello",
    seq: int = 1,
    *,
    author: Signer = BRAM,
    at: int = NOW,
    of: bytes | None = None,
    edits: tuple[Record, ...] = (),
    life: int = MAX_LIFE,
    kind: PostKind | None = None,
) -> Record:
    body = PostBody(
        kind=kind or (PostKind.REPLY if of else PostKind.QUESTION),
        text=text,
        links=(),
        of=of.hex() if of else None,
        said=edits[0].header.at if edits else at,
        replaces=tuple(each.hash.hex() for each in edits),
    )
    return signed(body, seq, author=author, at=at, life=life)


def retract(
    *records: Record,
    seq: int = 9,
    author: Signer = BRAM,
    upto: int | None = None,
    at: int = NOW,
    life: int = MAX_LIFE,
) -> Record:
    body = RetractBody(
        targets=tuple(each.hash.hex() for each in records),
        device=None if upto is None else device(author).id,
        upto=upto or 0,
    )
    return signed(body, seq, author=author, at=at, life=life)


def reaction(
    to: bytes, kind: ReactionKind, seq: int = 5, *, author: Signer = BRAM, rev: int = 1
) -> Record:
    return signed(ReactionBody(rev=rev, target=to.hex(), kind=kind), seq, author=author)

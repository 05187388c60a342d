"""The wire's exact bytes, in ``golden.json``: who changes them, changes docs/protocol.md too.

After a change that is meant: ``python -m tests.protocol.test_golden`` writes the file anew.

This mirrors no one module.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.floor_plan import FloorPlan, Image, Shape
from presencemap.domain.job import Job
from presencemap.domain.map_server import MapServer
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.plan import Plan
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.address import Address, Outcome
from presencemap.protocol.bodies import (
    floor_plan_body,
    job_body,
    map_server_body,
    place_body,
    plan_body,
    profile_body,
    status_body,
)
from presencemap.protocol.charter import certified, founded
from presencemap.protocol.codec import (
    LOG,
    Answer,
    Compare,
    Dialled,
    DialMe,
    Digest,
    Fetch,
    Fetched,
    FrameType,
    Greeting,
    Hears,
    Listing,
    Ping,
    Pong,
    Summary,
    Want,
    Word,
    message_frame,
    opened,
    piece_frame,
    read_message,
    record_frames,
    relay_frame,
    relayed,
    split_piece,
    split_signed,
)
from presencemap.protocol.end import EndBody
from presencemap.protocol.handshake import (
    channel_of,
    greeting_frame,
    packed_statements,
    read_greeting,
    ready_frame,
)
from presencemap.protocol.invitation import invite_link, read_invitation
from presencemap.protocol.job import WorkBody
from presencemap.protocol.membership import Membership
from presencemap.protocol.presence import read_word, word_frame
from presencemap.protocol.receipt import ReceiptBody, packed
from presencemap.protocol.record import (
    DAY,
    Body,
    FollowBody,
    LinkBody,
    PostBody,
    ReactionBody,
    Record,
    RetractBody,
)
from presencemap.protocol.signing import Signer, beacon_tag, digest, door_key
from presencemap.protocol.statement import (
    Admission,
    Head,
    Invite,
    Removal,
    Statement,
    Withdrawal,
    invited,
)
from presencemap.protocol.sync import statement_frames
from presencemap.protocol.topic import TopicBody

GOLDEN = Path(__file__).with_name("golden.json")
NOW = 1_800_000_000_000
ROOT, ANNA, DEVICE, KEY, BRAM = (Signer(bytes((n,)) * 32) for n in range(5))
SECRET, LINK_KEY, NONCE = b"\x10" * 32, b"\x20" * 32, b"\x30" * 8
PLACE = "0" * 31 + "7"


def statements() -> dict[str, Statement]:
    genesis, certificate, steward, device = founded(ROOT, ANNA, DEVICE, "Lerend Collectief", NOW)
    invite = Statement.sign(
        ANNA,
        Invite(
            team=ROOT.id,
            issuer=ANNA.id,
            at=NOW,
            key=KEY.id,
            expires=NOW + 7 * DAY,
            uses=50,
            label="bureau Gent",
        ),
    )
    admission = Admission(
        team=ROOT.id, issuer=ANNA.id, at=NOW, invite=invite.hash.hex(), person=BRAM.id
    )
    return {
        "genesis": genesis,
        "certificate by the root": certificate,
        "steward": steward,
        "device": device,
        "invite": invite,
        "certificate by an invite": invited(KEY, invite, BRAM, NOW),
        "admission": Statement.sign(ANNA, admission),
        "removal": Statement.sign(
            ROOT,
            Removal(
                team=ROOT.id,
                issuer=ROOT.id,
                at=NOW,
                person=BRAM.id,
                heads=(Head(device=DEVICE.id, seq=3),),
            ),
        ),
        "withdrawal": Statement.sign(
            ANNA, Withdrawal(team=ROOT.id, issuer=ANNA.id, at=NOW, invite=invite.hash.hex())
        ),
    }


def records() -> dict[str, Record]:
    bodies: dict[str, Body] = {
        "profile": profile_body(
            Profile("Zoë", ("VAT",), (ContactWay(ContactKind.MAIL, "zoe@team.example"),)), 1
        ),
        "status": status_body(
            Status(
                Availability.BUSY,
                NOW,
                PLACE,
                Activity(Kind.STRUGGLING_WITH, "#peppol “bounces”"),
                NOW + 3_600_000,
            ),
            2,
        ),
        "place": place_body(
            Place(PLACE, "Acme, Gent", PlaceKind.CLIENT, None, 51.05, 3.7, "Gent"), 3
        ),
        "floor_plan": floor_plan_body(
            FloorPlan(
                PLACE,
                800,
                540,
                Image(digest(b"plan").hex(), 4),
                (Shape("a" * 32, ((0, 0), (210, 180))), Shape("b" * 32, ((5, 5), (9, 5), (9, 9)))),
            ),
            1,
        ),
        "post": PostBody(
            kind=PostKind.REPLY,
            text="Use the #peppol sandbox",
            links=(LinkBody(url="https://docs.example/peppol", title="The sandbox"),),
            of="7" * 32,
            said=NOW - 60_000,
            replaces=("8" * 32,),
        ),
        "reaction": ReactionBody(rev=1, target="7" * 32, kind=ReactionKind.THANK),
        "follow": FollowBody(rev=1, target="#peppol", on=True),
        "retract": RetractBody(targets=("7" * 32, "8" * 32), device=DEVICE.id, upto=3),
        "plan": plan_body(Plan(date(2027, 1, 15), PLACE, "Workshop #peppol"), 4),
        "map_server": map_server_body(
            MapServer("https://tiles.example/{z}/{x}/{y}.png", "© Us"), 5
        ),
        "solve": ReactionBody(rev=2, target="7" * 32, kind=ReactionKind.SOLVE, by=(BRAM.id,)),
        "job": job_body(Job(PLACE, "Tender for Acme", ("bids", "größe")), 6),
        "work": WorkBody(rev=7, jobs=(PLACE, "8" * 32)),
        "topic": TopicBody(rev=8, topic="prive", name="Privé-zaken"),
        "receipt": ReceiptBody(
            rev=9, day=NOW // DAY, marks=packed(bytes((n,)) * 8 for n in range(16))
        ),
        "end": EndBody(rev=10, upto=3, of="9" * 32, after=NOW + 3_600_000),
    }
    lives = {"plan": DAY * 15 // 24}  # until midnight in Gent
    return {
        kind: Record.sign(
            DEVICE,
            team=ROOT.id,
            author=ANNA.id,
            seq=n,
            at=NOW,
            life=lives.get(kind, 90 * DAY),
            body=body,
        )
        for n, (kind, body) in enumerate(bodies.items(), 1)
    }


def frames() -> dict[str, bytes]:
    log, records_ = list(statements().values()), records()
    greeting = Greeting(
        person=ANNA.id,
        device=DEVICE.id,
        chain=packed_statements(log[:4]),
        feed_port=47801,
        feed_key="40" * 32,
        subscriber="50" * 32,
        listen=("10.0.0.1:47800", "[fe80::1]:47800"),
        program="presencemap 0.1",
    )
    channel = channel_of(ROOT.id, LINK_KEY)
    hello, own = greeting_frame(DEVICE, FrameType.HELLO, greeting, channel)
    welcome, theirs = greeting_frame(DEVICE, FrameType.WELCOME, greeting, channel, own)
    word = Word(
        team=ROOT.id,
        person=ANNA.id,
        device=DEVICE.id,
        counter=NOW,
        head=3,
        addresses=("10.0.0.1:47800",),
        asks=(DEVICE.id,),
        answers=(Answer(device=DEVICE.id, counter=NOW),),
    )
    name = records_["status"].hash.hex()
    return {
        "HELLO": hello,
        "WELCOME": welcome,
        "READY": ready_frame(DEVICE, channel, theirs, own),
        "RECORDS": record_frames([records_[kind].data for kind in ("profile", "status")])[0],
        "STATEMENTS": statement_frames(log[4:6])[0],
        "LEASE": word_frame(DEVICE, FrameType.LEASE, word),
        "GOODBYE": word_frame(DEVICE, FrameType.GOODBYE, word),
        "DIGEST": message_frame(
            Digest(
                sources=(
                    Summary(source=LOG, count=7, xor="0" * 32),
                    Summary(source="day 20833", count=1, xor=name),
                )
            )
        ),
        "COMPARE": message_frame(Compare(source="day 20833", below=(1 << 52) - 1)),
        "LISTING": message_frame(Listing(source="status", entries=((2, name),), more=False)),
        "FETCH": message_frame(Fetch(source="status", hashes=(name,))),
        "FETCHED": message_frame(Fetched(source="status")),
        "RELAY": relay_frame(1_500, word_frame(DEVICE, FrameType.LEASE, word)),
        "HEARS": message_frame(Hears(devices=(DEVICE.id,), heard=True)),
        "WANT": message_frame(Want(blob=digest(b"plan").hex(), size=4, piece=0)),
        "PIECE": piece_frame(digest(b"plan").hex(), 0, b"plan"),
        "PING": message_frame(Ping(number=7)),
        "PONG": message_frame(Pong(number=7, at=NOW)),
        "DIAL_ME": message_frame(DialMe(number=8, port=47_800)),
        "DIALLED": message_frame(Dialled(number=8, outcome=Outcome.REACHED, host="10.0.0.1")),
    }


def link() -> str:
    membership = Membership(ROOT.id, statements().values())
    return invite_link(membership, KEY, SECRET, (Address("10.0.0.1"),), inviter="Anna Peeters")


def everything() -> dict[str, dict[str, str]]:
    """All that goes over a wire or into a link; text where it is text, else hex."""
    return {
        "statements": {name: s.data.hex() for name, s in statements().items()},
        "records": {name: r.data.hex() for name, r in records().items()},
        "hashes": {name: r.hash.hex() for name, r in {**statements(), **records()}.items()},
        "frames": {name: data.hex() for name, data in frames().items()},
        "derived": {
            "door key": door_key(SECRET).public.hex(),
            "beacon tag": beacon_tag(SECRET, NONCE, 47_800).hex(),
            "BLAKE2b-256 of nothing": digest(b"").hex(),
        },
        "link": {"link": link()},
    }


CASES = [(part, name) for part, found in everything().items() for name in found]


@pytest.mark.parametrize(("part", "name"), CASES, ids=[f"{p} {n}" for p, n in CASES])
def test_the_bytes_are_as_they_were(part: str, name: str) -> None:
    golden = json.loads(GOLDEN.read_text())
    if part != "link":  # deflate's output may differ between versions of zlib
        assert everything()[part][name] == golden[part][name]


def test_nothing_is_missing() -> None:
    golden = json.loads(GOLDEN.read_text())
    assert [(part, name) for part, found in golden.items() for name in found] == CASES
    assert list(golden["frames"]) == [frame_type.name for frame_type in FrameType]


def test_golden_bytes_are_read() -> None:
    golden = json.loads(GOLDEN.read_text())
    for name, statement in statements().items():
        assert Statement.read(bytes.fromhex(golden["statements"][name])) == statement
    for name, record in records().items():
        assert Record.read(bytes.fromhex(golden["records"][name])) == record
    invitation = read_invitation(golden["link"]["link"], NOW)
    assert (invitation.key.id, invitation.secret) == (KEY.id, SECRET)
    assert invitation.inviter == "Anna Peeters"
    channel = channel_of(ROOT.id, LINK_KEY)
    for name, data in golden["frames"].items():
        frame_type, payload = opened(bytes.fromhex(data))
        assert frame_type.name == name
        if frame_type is FrameType.HELLO:
            read_greeting(frame_type, split_signed(payload), channel)
        elif frame_type in (FrameType.LEASE, FrameType.GOODBYE):
            assert read_word(frame_type, split_signed(payload)).head == 3
        elif frame_type is FrameType.RELAY:
            held, inner = relayed(payload)
            assert (held, opened(inner)[0]) == (1_500, FrameType.LEASE)
        elif frame_type is FrameType.PIECE:
            assert split_piece(payload) == (digest(b"plan").hex(), 0, b"plan")
        elif frame_type >= FrameType.DIGEST or frame_type is FrameType.STATEMENTS:
            assert message_frame(read_message(frame_type, payload)) == bytes.fromhex(data)


def test_the_spec_names_every_frame_and_every_context() -> None:
    spec = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text()
    for frame_type in FrameType:
        assert f"| {frame_type.value} | {frame_type.name} |" in spec
    for use in ("statement", "consent", "record", "hello", "lease", "goodbye"):
        assert f"presencemap/{use}/1\\0" in spec
    stated = {statement.claim.kind for statement in statements().values()}
    for kind in {record.header.kind for record in records().values()} | stated:
        assert f"| `{kind}` |" in spec


def test_the_log_of_the_golden_statements_makes_members() -> None:
    first = [s for s in statements().values() if not isinstance(s.claim, Removal)]
    membership = Membership(ROOT.id, first)
    membership.add([certified(ROOT.id, BRAM, DEVICE, NOW)])
    assert membership.people == (ANNA.id, BRAM.id)
    membership.add(statements().values())
    assert membership.people == (ANNA.id,)


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(everything(), indent=1, ensure_ascii=False) + "\n")

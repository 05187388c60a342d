"""Records: golden bytes, and everything a peer may send instead."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presencemap.domain.availability import Availability
from presencemap.domain.contact import ContactKind
from presencemap.domain.errors import PeerError
from presencemap.domain.floor_plan import MAX_SHAPES
from presencemap.domain.place import PlaceKind
from presencemap.domain.post import PostKind
from presencemap.domain.status import Kind
from presencemap.protocol.fields import LAST_MOMENT
from presencemap.protocol.floor_plan import FloorPlanBody, ImageBody
from presencemap.protocol.plan import PlanBody
from presencemap.protocol.record import (
    DAY,
    MAX_LIFE,
    MAX_RECORD,
    RETRACT_MARGIN,
    ActivityBody,
    Body,
    ContactBody,
    PlaceBody,
    PostBody,
    ProfileBody,
    Record,
    RetractBody,
    StatusBody,
)
from presencemap.protocol.replica import ROOM
from presencemap.protocol.signing import Signer, digest

TEAM, AUTHOR, DEVICE = (Signer(bytes([n]) * 32) for n in range(3))
NOW = 1_800_000_000_000
KEY = "0" * 31 + "7"
DOMAIN = b"presencemap/record/1\0"

PROFILE = ProfileBody(
    rev=1,
    name="Zoë Peeters",
    talents=("VAT", "e-invoicing"),
    contacts=(
        ContactBody(kind=ContactKind.MAIL, address="zoe@team.example"),
        ContactBody(kind=ContactKind.WEB, address="https://team.example/zoe"),
    ),
)
STATUS = StatusBody(
    rev=2,
    availability=Availability.DO_NOT_DISTURB,
    since=NOW,
    place=KEY,
    activity=ActivityBody(kind=Kind.STRUGGLING_WITH, text="#Peppol “bounces” 👩\u200d💻"),
    until=NOW + 3_600_000,
)
PLACE = PlaceBody(
    rev=3,
    key=KEY,
    name="Acme, Gent",
    kind=PlaceKind.CLIENT,
    parent=None,
    lat=51.05,
    lon=3.7,
    town="Gent",
    into=None,
    capacity=None,
)
PLAN = PlanBody(rev=4, day="2027-01-16", place=KEY, text="Workshop with #acme", out=False)

GOLDEN = [
    (
        PROFILE,
        "e2450135760967ba7e5153f43cc151b0b51f44a2f14d4ce434c33b418224f717",
        (
            "b4c0a5b5a109e890f53bc5d73d1cb7a889a6184d6284740b990407c857604cd0"
            "b57f26bf7e1aaf6c56e690083b151ea7750e9c6f6a9b12e70ae62dc34487b60e"
        ),
        (
            '{"rev":1,"name":"Zoë Peeters","talents":["VAT","e-invoicing"],"contacts":['
            '{"kind":"mail","address":"zoe@team.example"},'
            '{"kind":"https","address":"https://team.example/zoe"}]}'
        ),
        "546e4f505b73ef6291f8457975cc6c70",
    ),
    (
        STATUS,
        "fafcb3f3d04eb7f7ae66cdad93e6fc994f031175bd3207ddc4c3305e7e051ad4",
        (
            "dc4d4e8a2e5eccbe74386847cc6c6777ea68d641434bed366f26acb85cd01b4b"
            "0a0ee64978dfc1680a71dde962a3e584ce79e4379c816a616ff8842c78f75a0c"
        ),
        (
            '{"rev":2,"availability":"do_not_disturb","since":1800000000000,'
            '"place":"00000000000000000000000000000007","activity":{"kind":"struggling_with",'
            '"text":"#Peppol “bounces” 👩\u200d💻"},"until":1800003600000}'
        ),
        "52142c4011d96d06211baab19d65f1de",
    ),
    (
        PLACE,
        "c55ebb7c5e11fc74069c37c431d7e7d922385722fc338d65880d0935ed2d81f2",
        (
            "ff2fe2ce6cb89ba17a870213eadd483810708cb1a2fe0f3aa4a67f4863e21286"
            "33eb00cdf3101a883fb0622142ef1cecac1117ff1d9e167d9432e7af12b3410f"
        ),
        (
            '{"rev":3,"key":"00000000000000000000000000000007","name":"Acme, Gent",'
            '"kind":"client","parent":null,"lat":51.05,"lon":3.7,"town":"Gent","into":null,'
            '"capacity":null}'
        ),
        "850fdbebfe09436d5100bc68d30b97da",
    ),
]


def signed(body: Body, seq: int = 1, life: int = 90 * DAY) -> Record:
    return Record.sign(
        DEVICE, team=TEAM.id, author=AUTHOR.id, seq=seq, at=NOW, life=life, body=body
    )


def forged(
    body: bytes | dict[str, Any] | None = None,
    kind: str = "status",
    *,
    head: Callable[[dict[str, Any]], bytes | dict[str, Any]] = lambda header: header,
    signer: Signer = DEVICE,
) -> bytes:
    """What a member with a program of their own could send: well signed, of any content."""
    if body is None:
        body = STATUS.model_dump(mode="json")
    rest = body if isinstance(body, bytes) else json.dumps(body).encode()
    header = head(
        {
            "v": 1,
            "kind": kind,
            "team": TEAM.id,
            "author": AUTHOR.id,
            "device": DEVICE.id,
            "seq": 1,
            "at": NOW,
            "life": DAY,
            "body": digest(rest).hex(),
        }
    )
    data = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(data).to_bytes(2) + data + signer.sign(DOMAIN + data) + rest


def refused(data: bytes) -> str:
    with pytest.raises(PeerError) as caught:
        Record.read(data)
    return str(caught.value)


class TestGolden:
    @pytest.mark.parametrize(
        ("body", "body_hash", "signature", "text", "record_hash"),
        GOLDEN,
        ids=["profile", "status", "place"],
    )
    def test_bytes(
        self, body: Body, body_hash: str, signature: str, text: str, record_hash: str
    ) -> None:
        kind = type(body).__name__.removesuffix("Body").lower()
        head = (
            f'{{"v":1,"kind":"{kind}",'
            '"team":"3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29",'
            '"author":"8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c",'
            '"device":"8139770ea87d175f56a35466c34c7ecccb8d8a91b4ee37a25df60f5b8fc9b394",'
            f'"seq":{body.rev},"at":1800000000000,"life":7776000000,"body":"{body_hash}"}}'
        ).encode()
        golden = len(head).to_bytes(2) + head + bytes.fromhex(signature) + text.encode()
        record = signed(body, seq=body.rev)
        assert record.data == golden
        assert record.hash.hex() == record_hash
        assert Record.read(golden) == record
        assert Record.read(golden).body == body

    def test_registers(self) -> None:
        assert signed(PROFILE).register == ("profile", AUTHOR.id)
        assert signed(STATUS).register == ("status", AUTHOR.id)
        assert signed(PLACE).register == ("place", KEY)
        assert signed(PLAN, life=DAY).register == ("plan", f"{AUTHOR.id} 2027-01-16")

    def test_the_winner_is_the_same_everywhere(self) -> None:
        older, newer = signed(STATUS), signed(STATUS.model_copy(update={"rev": 3}))
        assert newer.rank > older.rank
        assert older.rank == (2, AUTHOR.id, DEVICE.id, older.hash)
        twin = signed(STATUS, seq=2)
        assert max(older, twin, key=lambda r: r.rank) is max(twin, older, key=lambda r: r.rank)


def test_the_largest_that_a_person_can_say_fits() -> None:
    wide = "𐍈"  # four bytes, and one character
    ways = tuple(
        ContactBody(kind=ContactKind.WEB, address=f"https://team.example/{n}".ljust(200, "a"))
        for n in range(8)
    )
    profile = ProfileBody(
        rev=2**31 - 1,
        name=wide * 60,
        talents=tuple(f"{n:02}" + wide * 38 for n in range(24)),
        contacts=ways,
    )
    record = signed(profile, seq=2**52 - 1)
    assert len(record.data) <= MAX_RECORD
    assert Record.read(record.data) == record


class TestSize:
    def padded(self, size: int) -> bytes:
        """JSON may have spaces: a record of exactly that size."""
        body = STATUS.model_dump_json().encode()
        return forged(body + b" " * (size - len(forged(body))))

    def test_the_limit_itself_fits(self) -> None:
        data = self.padded(MAX_RECORD)
        assert len(data) == MAX_RECORD
        assert Record.read(data).body == STATUS
        assert Record.read(data).data == data

    def test_one_byte_more_is_refused(self) -> None:
        assert refused(self.padded(MAX_RECORD + 1)) == "a record of 8193 bytes"

    def test_a_megabyte_is_refused_unread(self) -> None:
        assert "1048576 bytes" in refused(b"{" * (1 << 20))


class TestCut:
    DATA = signed(STATUS).data

    @pytest.mark.parametrize("size", [0, 1, 2, 3, 100, 369, 370, 400, 433, 434])
    def test_anywhere(self, size: int) -> None:
        refused(self.DATA[:size])

    @given(st.integers(0, len(DATA) - 1))
    def test_everywhere(self, size: int) -> None:
        refused(self.DATA[:size])

    def test_or_longer(self) -> None:
        assert "body isn't the one signed" in refused(self.DATA + b" ")


class TestSwaps:
    def parts(self, record: Record) -> tuple[bytes, bytes, bytes]:
        split = 2 + int.from_bytes(record.data[:2])
        return record.data[:split], record.data[split : split + 64], record.data[split + 64 :]

    def test_of_bodies(self) -> None:
        head, signature, _ = self.parts(signed(STATUS))
        *_, other = self.parts(signed(STATUS.model_copy(update={"rev": 9})))
        assert "body isn't the one signed" in refused(head + signature + other)

    def test_of_signatures(self) -> None:
        head, _, body = self.parts(signed(STATUS))
        _, other, _ = self.parts(signed(STATUS, seq=2))
        assert "wrong signature" in refused(head + other + body)

    def test_of_headers(self) -> None:
        _, signature, body = self.parts(signed(STATUS))
        other, *_ = self.parts(signed(STATUS, seq=2))
        assert "wrong signature" in refused(other + signature + body)

    def test_of_kinds(self) -> None:
        for kind in ("profile", "place"):
            assert "malformed" in refused(forged(kind=kind))

    def test_signed_by_another_device(self) -> None:
        assert "wrong signature" in refused(forged(signer=Signer.fresh()))
        assert "wrong signature" in refused(forged(signer=AUTHOR))

    def test_signed_for_another_purpose(self) -> None:
        head, _, body = self.parts(signed(STATUS))
        elsewhere = DEVICE.sign(b"presencemap/statement/1\0" + head[2:])
        assert "wrong signature" in refused(head + elsewhere + body)


def header_with(**changes: Any) -> bytes:
    return forged(head=lambda header: {**header, **changes})


@pytest.mark.parametrize(
    "data",
    [
        header_with(more=1),
        header_with(v=2),
        header_with(v="1"),
        header_with(v=True),
        header_with(v=1.0),
        header_with(kind="post"),
        header_with(kind=None),
        header_with(team="0" * 63),
        header_with(author="0" * 65),
        header_with(device=DEVICE.id.upper()),
        header_with(device=DEVICE.id + "\n"),
        header_with(device="z" * 64),
        header_with(device=None),
        header_with(seq=0),
        header_with(seq=-1),
        header_with(seq=1 << 52),
        header_with(seq=10**4000),
        header_with(seq=1.5),
        header_with(seq="1"),
        header_with(seq=True),
        header_with(seq=float("nan")),
        header_with(at=-1),
        header_with(at=float("inf")),
        header_with(life=0),
        header_with(life=MAX_LIFE + RETRACT_MARGIN + 1),
        header_with(body="0" * 62),
        forged(head=lambda header: {k: v for k, v in header.items() if k != "seq"}),
        forged(head=lambda _: b""),
        forged(head=lambda _: b"null"),
        forged(head=lambda _: b"[]"),
        forged(head=lambda _: b"[" * 5000),
        forged(head=lambda _: b'{"v":' * 1500),
        forged(head=lambda _: b"\xff\xfe"),
        forged(head=lambda header: json.dumps(header).encode("utf-16")),
        forged(head=lambda header: json.dumps(header).encode() + b"x"),
    ],
)
def test_headers_that_are_refused(data: bytes) -> None:
    assert "malformed" in refused(data)


ACTIVITY = {"kind": "working_on", "text": "x"}


def status_with(**changes: Any) -> bytes:
    return forged({**STATUS.model_dump(mode="json"), **changes})


def profile_with(**changes: Any) -> bytes:
    return forged({**PROFILE.model_dump(mode="json"), **changes}, "profile")


def place_with(**changes: Any) -> bytes:
    return forged({**PLACE.model_dump(mode="json"), **changes}, "place")


def plan_with(**changes: Any) -> bytes:
    return forged({**PLAN.model_dump(mode="json"), **changes}, "plan")


@pytest.mark.parametrize(
    "data",
    [
        status_with(),
        status_with(place="home", activity=None, until=None),
        status_with(place=None),
        status_with(place="town:51.05,3.72:Gent"),
        status_with(place="home:51.05,3.72:Gent"),
        status_with(place="town:-33.46,-70.65:Santiago de Chile"),
        status_with(activity={**ACTIVITY, "text": "x" * 140}),
        profile_with(talents=[], contacts=[]),
        place_with(parent=KEY, lat=None, lon=None, town=""),
        place_with(lat=-90, lon=180.0),
        plan_with(),
        plan_with(place=None, text=""),
        plan_with(place="town:51.05,3.72:Gent", text="x" * 140),
        plan_with(place=None, out=True),
    ],
)
def test_bodies_that_are_taken(data: bytes) -> None:
    assert Record.read(data).data == data


@pytest.mark.parametrize(
    "data",
    [
        status_with(more=1),
        status_with(rev=0),
        status_with(rev=1 << 31),
        status_with(rev=10**3000),
        status_with(rev="1"),
        status_with(rev=1.0),
        status_with(availability="offline"),
        status_with(availability=["busy"]),
        status_with(since=None),
        status_with(until=-1),
        status_with(until=1e300),
        status_with(until=float("nan")),
        status_with(place="Acme"),
        status_with(place=KEY + "\n"),
        status_with(place="home\n"),
        status_with(place=""),
        status_with(place="town:51.05,3.72:"),
        status_with(place="town:51.0543,3.72:Gent"),
        status_with(place="town:90.01,3.72:Gent"),
        status_with(place="town:51.05,180.01:Gent"),
        status_with(place="town:51.05,3.72:" + "x" * 61),
        status_with(place="town:51.05,3.72:Gent\n"),
        status_with(place="town:51.05,3.72: Gent  Zuid"),
        status_with(place="town:51.05,3.72: Gent"),
        status_with(activity="x"),
        status_with(activity={}),
        status_with(activity={**ACTIVITY, "more": 1}),
        status_with(activity={**ACTIVITY, "kind": "sleeping"}),
        status_with(activity={**ACTIVITY, "text": ""}),
        status_with(activity={**ACTIVITY, "text": "x" * 141}),
        status_with(activity={**ACTIVITY, "text": None}),
        profile_with(name=""),
        profile_with(name="x" * 61),
        profile_with(name=7),
        profile_with(talents=["x"] * 25),
        profile_with(talents=["x" * 41]),
        profile_with(talents=[""]),
        profile_with(talents="VAT"),
        profile_with(talents={"VAT": 1}),
        profile_with(contacts=[{"kind": "mail", "address": "a@b.example"}] * 9),
        profile_with(contacts=[{"kind": "mail", "address": ""}]),
        profile_with(contacts=[{"kind": "mail", "address": "a" * 201}]),
        profile_with(contacts=[{"kind": "javascript", "address": "alert(1)"}]),
        profile_with(contacts=["mail:a@b.example"]),
        place_with(key="home"),
        place_with(key="0" * 31),
        place_with(key="0" * 31 + "G"),
        place_with(parent="nowhere"),
        place_with(kind="galaxy"),
        place_with(kind="town"),
        place_with(parent="town:51.05,3.72:Gent"),
        place_with(lat=90.1),
        place_with(lon=-180.1),
        place_with(lat=float("nan")),
        place_with(lon=float("-inf")),
        place_with(lat="51"),
        place_with(lat=True),
        place_with(town=None),
        place_with(town="x" * 61),
        plan_with(more=1),
        plan_with(rev=0),
        plan_with(day="2027-01-32"),
        plan_with(day="2027-02-29"),
        plan_with(day="0000-01-16"),
        plan_with(day="20270116"),
        plan_with(day="2027-W02-6"),
        plan_with(day="2027-1-16"),
        plan_with(day="2027-01-16\n"),
        plan_with(day="٢027-01-16"),
        plan_with(day=1800057600),
        plan_with(day=None),
        plan_with(place="Acme"),
        plan_with(place="town:51.05,3.72:"),
        plan_with(text="x" * 141),
        plan_with(text=None),
        plan_with(out=0),
        plan_with(out=None),
        forged(b""),
        forged(b"null"),
        forged(b"[]"),
        forged(b"[" * 7000),
        forged(b'{"activity":' * 600),
        forged(b'{"rev":' + b"9" * 6000 + b"}"),
        forged(b'{"rev":1e99999}'),
        forged(b"\x80\x81"),
        forged(STATUS.model_dump_json().encode() + b"{}"),
        forged(STATUS.model_dump_json().replace("#Peppol", "\\ud800").encode()),
        forged(STATUS.model_dump_json().replace("#Peppol", "\\u0000").encode()),
        forged(b"\xef\xbb\xbf" + STATUS.model_dump_json().encode()),
    ],
)
def test_bodies_that_are_refused(data: bytes) -> None:
    assert len(data) <= MAX_RECORD
    assert "malformed" in refused(data)


@pytest.mark.parametrize(
    "text",
    [
        " Anna",
        "Anna ",
        "Anna  Peeters",
        "Anna\nPeeters",
        "Anna\u202egnp.exe",
        "Anna\u200b",
        "An\u200dna",
        "Zoe\u0308",
        "\u3164",
        "\u0301",
        "\x07",
    ],
)
def test_texts_that_are_not_clean_are_refused(text: str) -> None:
    for data in (
        profile_with(name=text),
        profile_with(talents=[text]),
        profile_with(contacts=[{"kind": "mail", "address": text}]),
        status_with(activity={**ACTIVITY, "text": text}),
        plan_with(text=text),
        place_with(name=text),
        place_with(town=text),
    ):
        assert "malformed" in refused(data)


class TestPlanned:
    """NOW is 8:00 on 15 January 2027, by UTC."""

    HOUR = DAY // 24
    LAST = "2027-02-15"

    def planned(self, day: str, at: int = NOW, life: int = 1) -> bytes:
        return forged(
            {**PLAN.model_dump(mode="json"), "day": day},
            "plan",
            head=lambda header: {**header, "at": at, "life": life},
        )

    def test_a_plan_lives_until_its_day_is_over_on_all_of_the_earth_at_most(self) -> None:
        longest = (16 + 12) * self.HOUR
        assert Record.read(self.planned("2027-01-15", life=longest))
        assert "outlives its day" in refused(self.planned("2027-01-15", life=longest + 1))
        assert "outlives its day" in refused(self.planned("2027-01-13", life=1 + 12 * self.HOUR))
        assert "outlives its day" in refused(self.planned("0001-01-01"))

    def test_a_plan_is_for_31_days_ahead_at_most(self) -> None:
        assert Record.read(self.planned(self.LAST))
        assert "too far ahead" in refused(self.planned("2027-02-16"))
        assert "too far ahead" in refused(self.planned("9999-12-31"))

    def test_where_the_next_day_has_begun_already_it_counts_from_there(self) -> None:
        eve = NOW + 2 * self.HOUR  # 10:00 by UTC: midnight at the date line
        assert Record.read(self.planned("2027-02-16", at=eve))
        assert "too far ahead" in refused(self.planned("2027-02-16", at=eve - 1))

    def test_who_is_out_of_office_is_nowhere(self) -> None:
        assert "somewhere" in refused(plan_with(out=True))
        assert Record.read(plan_with(out=True, place=None)).body.model_dump()["out"] is True

    def test_the_day_that_ends_all_calendars_is_too_far_ahead_of_any_moment(self) -> None:
        assert "too far ahead" in refused(self.planned("9999-12-31", at=LAST_MOMENT))


def test_a_receipt_lives_as_long_as_the_notes_of_its_day_can() -> None:
    today = NOW // DAY

    def received(day: int, life: int = 1) -> bytes:
        body = {"rev": 1, "day": day, "marks": "AAAA"}
        return forged(body, "receipt", head=lambda header: {**header, "at": NOW, "life": life})

    assert Record.read(received(today, MAX_LIFE))
    assert Record.read(received(today - 90))
    assert Record.read(received(today + 3))
    assert "outlives its day" in refused(received(today - 91))
    assert "outlives its day" in refused(received(today - 1, MAX_LIFE))
    assert "too far ahead" in refused(received(today + 4))
    assert Record.read(received(today)).register == ("receipt", f"{AUTHOR.id} {today}")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda children: (
        st.lists(children, max_size=4) | st.dictionaries(st.text(max_size=8), children, max_size=4)
    ),
    max_leaves=8,
)


def taken_or_refused(data: bytes) -> None:
    try:
        record = Record.read(data)
    except PeerError:
        return
    assert record.data == data


BODIES: dict[str, Body] = {"status": STATUS, "profile": PROFILE, "place": PLACE, "plan": PLAN}
HEADER = ["v", "kind", "team", "author", "device", "seq", "at", "life", "body", "more"]


class TestAnyBytes:
    """Nothing but PeerError, whatever comes."""

    @given(st.integers(0, 2), st.data())
    def test_no_bit_may_flip(self, which: int, data: st.DataObject) -> None:
        kept = signed([PROFILE, STATUS, PLACE][which]).data
        bit = data.draw(st.integers(0, len(kept) * 8 - 1))
        flipped = bytearray(kept)
        flipped[bit // 8] ^= 1 << bit % 8
        refused(bytes(flipped))

    @given(st.binary(max_size=600))
    def test_noise(self, noise: bytes) -> None:
        refused(noise)

    @given(st.binary(max_size=200))
    def test_noise_well_signed(self, noise: bytes) -> None:
        refused(forged(noise))
        refused(forged(head=lambda _: noise))

    @settings(max_examples=200)
    @given(st.sampled_from([*BODIES]), st.data(), JSON)
    def test_any_value_in_any_field(self, kind: str, data: st.DataObject, value: Any) -> None:
        body = BODIES[kind].model_dump(mode="json")
        body[data.draw(st.sampled_from([*body, "more"]))] = value
        taken_or_refused(forged(body, kind))

    @given(st.sampled_from(HEADER), JSON)
    def test_any_value_in_any_header_field(self, field: str, value: Any) -> None:
        taken_or_refused(header_with(**{field: value}))

    @given(st.text(max_size=150))
    def test_any_text(self, text: str) -> None:
        taken_or_refused(profile_with(name=text, talents=[text]))
        taken_or_refused(status_with(activity={**ACTIVITY, "text": text}))


class TestFloorPlans:
    PLAN = FloorPlanBody(
        rev=1,
        floor=KEY,
        width=800,
        height=600,
        image=ImageBody(hash="1" * 64, size=2 * 1024 * 1024),
        shapes=((KEY, (0, 0, 800, 600)), (KEY, (0, 0, 9, 0, 9, 9))),
    )

    def plan_with(self, **changes: Any) -> bytes:
        return forged({**self.PLAN.model_dump(mode="json"), **changes}, "floor_plan")

    def test_hold_the_register_of_their_floor(self) -> None:
        assert Record.read(self.plan_with()).register == ("floor_plan", KEY)
        assert Record.read(self.plan_with(image=None, shapes=[])).source == "floor_plan"

    @pytest.mark.parametrize(
        "changes",
        [
            {"shapes": [[KEY, [0, 0, 801, 9]]]},
            {"shapes": [[KEY, [0, 601, 9, 9]]]},
        ],
    )
    def test_lie_on_their_plan(self, changes: dict[str, Any]) -> None:
        assert refused(self.plan_with(**changes))

    def test_with_the_most_rectangles_fit(self) -> None:
        shapes = ((KEY, (1000, 1000, 2000, 2000)),) * MAX_SHAPES
        body = self.PLAN.model_copy(
            update={"rev": 2**31 - 1, "width": 8000, "height": 8000, "shapes": shapes}
        )
        record = signed(body, seq=2**52 - 1)
        assert len(record.data) + ROOM <= MAX_RECORD
        assert Record.read(record.data) == record


def test_nothing_is_named_twice() -> None:
    """Who took the same post back twice in one record made the reader fail, not refuse."""
    once, twice = ("ab" * 16,), ("ab" * 16,) * 2
    asks = {"kind": PostKind.QUESTION, "text": "Who?", "links": (), "of": None, "said": NOW}
    for made in (
        lambda names: RetractBody.model_construct(targets=names, device=None, upto=0),
        lambda names: PostBody.model_construct(**asks, replaces=names),
    ):
        assert signed(made(once)).body == made(once)
        assert "malformed record" in refused(signed(made(twice)).data)

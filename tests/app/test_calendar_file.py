"""A calendar file: what stands in it today, and what of it is nobody's business."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from presencemap.app import calendar_file
from presencemap.app.calendar_file import LARGEST, CalendarFile
from presencemap.domain.cue import Entry, SourceUnreadable, Trouble

BRUSSELS = ZoneInfo("Europe/Brussels")
NINE = datetime(2026, 11, 24, 9, 0, tzinfo=BRUSSELS)


def ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


NOW = ms(NINE)


def event(*lines: str, uid: str = "1") -> str:
    return "\r\n".join(
        ("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T000000Z", *lines, "END:VEVENT")
    )


def calendar(*events: str) -> str:
    return "\r\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", *events, "END:VCALENDAR", "")
    )


REVIEW = ("SUMMARY:Peppol review", "DTSTART:20261124T080000Z", "DTEND:20261124T090000Z")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.ics"


def titles(file: Path, now: int = NOW) -> list[str]:
    return sorted(entry.title for entry in CalendarFile().entries(str(file), now))


def trouble_with(path: str) -> Trouble:
    with pytest.raises(SourceUnreadable) as raised:
        CalendarFile().entries(path, NOW)
    assert raised.value.path == path
    return raised.value.trouble


def test_an_entry_with_its_moments(file: Path) -> None:
    file.write_text(calendar(event(*REVIEW)))
    hour = 3_600_000
    assert CalendarFile().entries(str(file), NOW) == (Entry("Peppol review", NOW, NOW + hour),)


def test_one_that_has_no_zone_is_of_this_computers(file: Path) -> None:
    file.write_text(calendar(event("SUMMARY:Here", "DTSTART:20261124T090000", "DURATION:PT30M")))
    (entry,) = CalendarFile().entries(str(file), NOW)
    assert entry.begins == ms(datetime(2026, 11, 24, 9, 0).astimezone())
    assert entry.ends - entry.begins == 1_800_000


def test_one_that_comes_each_week_by_its_own_zone(file: Path) -> None:
    weekly = (
        "SUMMARY:Standup",
        "DTSTART;TZID=Europe/Brussels:20260901T090000",
        "DTEND;TZID=Europe/Brussels:20260901T091500",
        "RRULE:FREQ=WEEKLY;BYDAY=TU",
        "EXDATE;TZID=Europe/Brussels:20261117T090000",
    )
    file.write_text(calendar(event(*weekly)))
    (entry,) = CalendarFile().entries(str(file), NOW)
    assert (entry.title, entry.begins) == ("Standup", NOW), "nine o'clock, also in winter"
    assert titles(file, NOW - 7 * 86_400_000) == [], "it was left out that day"
    assert titles(file, NOW + 86_400_000) == []


def test_what_is_private_free_cancelled_or_the_whole_day_is_left_out(file: Path) -> None:
    marks = ("CLASS:PRIVATE", "CLASS:confidential", "TRANSP:TRANSPARENT", "STATUS:CANCELLED")
    hidden = [event(*REVIEW, mark, uid=mark) for mark in marks]
    day = event("SUMMARY:Birthday", "DTSTART;VALUE=DATE:20261124", uid="day")
    shown = event("SUMMARY:Open", *REVIEW[1:], "CLASS:PUBLIC", "STATUS:CONFIRMED", uid="shown")
    file.write_text(calendar(*hidden, day, shown))
    assert titles(file) == ["Open"]


ME, BOSS, PEER = ("mailto:Anna@acme.example", "mailto:boss@acme.example", "mailto:cleo@x.example")


def meeting(name: str, *guests: str, by: str = BOSS) -> str:
    return event(f"SUMMARY:{name}", *REVIEW[1:], f"ORGANIZER:{by}", *guests, uid=name)


def guest(who: str, answer: str = "ACCEPTED") -> str:
    return f"ATTENDEE;CN=Somebody;PARTSTAT={answer};RSVP=TRUE:{who}"


def test_what_i_declined_or_sent_somebody_to_is_left_out(file: Path) -> None:
    file.write_text(
        calendar(
            meeting("Declined", guest(ME, "DECLINED"), guest(PEER)),
            meeting("Delegated", guest(ME, "delegated"), guest(PEER)),
            meeting("Declined by another", guest(ME), guest(PEER, "DECLINED")),
            meeting("Not answered", guest(ME, "NEEDS-ACTION"), by=PEER),
            meeting("Mine", guest(BOSS, "DECLINED"), by=ME),
            event("SUMMARY:Alone", *REVIEW[1:], uid="alone"),
        )
    )
    assert titles(file) == ["Alone", "Declined by another", "Mine", "Not answered"]


def test_whose_calendar_it_is_tells_all_that_is_in_it_however_its_lines_are_folded(
    file: Path,
) -> None:
    past = [
        event(f"SUMMARY:{n}", f"DTSTART:2026{n:02}01T080000Z", f"ORGANIZER:{BOSS}", guest(each))
        for n, each in enumerate((ME, ME, PEER), start=1)
    ]
    folded = guest(ME, "DECLINED").replace("Anna@", "An\r\n na@")
    quoted = f'ATTENDEE;PARTSTAT=DECLINED;DELEGATED-FROM="{PEER}":{ME}'
    mine = meeting("Me", guest(PEER), by=ME)
    file.write_text(
        calendar(*past, mine, meeting("Folded", folded, by=ME), meeting("Quoted", quoted, by=ME))
    )
    assert titles(file) == ["Me"]


def test_where_it_may_be_any_of_two_neither_may_have_declined(file: Path) -> None:
    file.write_text(calendar(meeting("Tender", guest(ME), guest(BOSS, "DECLINED"))))
    assert titles(file) == []
    file.write_text(calendar(meeting("Tender", guest(ME), guest(BOSS))))
    assert titles(file) == ["Tender"]


def test_who_declined_one_day_of_what_comes_each_week_comes_on_the_others(file: Path) -> None:
    weekly = event(
        "SUMMARY:Standup", "DTSTART:20261103T080000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY",
        f"ORGANIZER:{BOSS}", guest(ME), uid="w",
    )  # fmt: skip
    once = event(
        "SUMMARY:Standup", "DTSTART:20261124T080000Z", "DURATION:PT1H",
        "RECURRENCE-ID:20261124T080000Z", guest(ME, "DECLINED"), uid="w",
    )  # fmt: skip
    file.write_text(calendar(weekly, once))
    assert titles(file) == []
    assert titles(file, NOW + 7 * 86_400_000) == ["Standup"]


def test_a_rule_of_every_second_is_not_followed(file: Path) -> None:
    often = event(
        "SUMMARY:Bomb", "DTSTART:19700101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY", uid="2"
    )
    file.write_text(calendar(often, event(*REVIEW)))
    assert titles(file) == ["Peppol review"]


def test_several_calendars_in_a_file_and_an_entry_without_title(file: Path) -> None:
    file.write_text(calendar(event(*REVIEW)) + calendar(event(*REVIEW[1:], uid="2")))
    assert titles(file) == ["", "Peppol review"]


def test_what_was_once_and_long_ago_is_not_even_parsed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = [
        event(f"SUMMARY:{n}", f"DTSTART:2026{n:02}01T080000Z", "DURATION:PT1H", uid=str(n))
        for n in range(1, 13)
    ]
    long = event("SUMMARY:Trip", "DTSTART:20261030T080000Z", "DTEND:20261130T080000Z", uid="trip")
    weekly = event(
        "SUMMARY:Standup", "DTSTART:20260106T080000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY", uid="w"
    )
    moved = event(
        "SUMMARY:Moved", "DTSTART:20261124T120000Z", "DURATION:PT1H",
        "RECURRENCE-ID:20261124T080000Z", uid="w",
    )  # fmt: skip
    # A start that is folded over two lines can't be seen there: kept, and parsed.
    folded = event("SUMMARY:Folded", "DTSTART;TZID=Europe/\r\n Brussels:20261124T090000", uid="f")
    text = calendar(*once, long, weekly, moved, folded).encode()
    near = calendar_file._near(text, NINE.replace(hour=0))
    assert near.count(b"BEGIN:VEVENT") == 5, "of those that were once November's is near"
    assert near.endswith(b"END:VCALENDAR\r\n")
    file.write_bytes(text)
    shown = titles(file)
    file.write_bytes(near)
    assert titles(file) == shown == ["Folded", "Moved", "Trip"]
    monkeypatch.setattr(calendar_file, "_near", lambda text, _start: text)
    assert titles(file) == shown, "nothing is lost by that"


def test_it_is_read_anew_when_it_changed_or_the_day_did(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []
    parse = calendar_file._entries

    def counted(path: str, text: bytes, start: datetime) -> tuple[Entry, ...]:
        read.append(text)
        return parse(path, text, start)

    monkeypatch.setattr(calendar_file, "_entries", counted)
    file.write_text(calendar(event(*REVIEW)))
    reader = CalendarFile()
    for _ in range(3):
        assert len(reader.entries(str(file), NOW)) == 1
    assert len(read) == 1
    assert reader.entries(str(file), NOW + ms(NINE + timedelta(days=2)) - NOW) == ()
    assert len(read) == 2
    file.write_text(calendar())
    os.utime(file, (1000, 1000))
    assert reader.entries(str(file), NOW) == ()
    assert len(read) == 3


def test_what_can_not_be_read_says_so(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trouble_with("mine.ics") is Trouble.NOT_WHOLE
    assert trouble_with(str(tmp_path)) is Trouble.NO_FILE
    assert trouble_with(str(file)) is Trouble.NO_FILE
    assert trouble_with("~nobody-by-this-name/x.ics") is Trouble.NO_FILE
    for text in (b"no calendar", b"", b"\xff\xfe\x00", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"):
        file.write_bytes(text)
        assert trouble_with(str(file)) is Trouble.NO_CALENDAR, text
    os.truncate(file, LARGEST + 1)
    assert trouble_with(str(file)) is Trouble.TOO_LARGE
    file.write_bytes(b"x")

    def refuse(*_arguments: object) -> bytes:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert trouble_with(str(file)) is Trouble.UNREADABLE


def test_home_may_be_written_short(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(calendar(event(*REVIEW)))
    monkeypatch.setenv("HOME", str(file.parent))
    assert len(CalendarFile().entries("~/mine.ics", NOW)) == 1

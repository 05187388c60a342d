"""The digest: few lines, the most useful first."""

from presencemap.domain.digest import MOST, DigestLine, News, NewsKind, digest


def test_nothing_makes_no_line() -> None:
    assert digest([]) == []


def test_what_belongs_together_is_one_line_by_whom_it_was_last_first() -> None:
    assert digest([
        News(NewsKind.ANSWERED, "an", 1, "p"),
        News(NewsKind.ANSWERED, "bo", 3, "p"),
        News(NewsKind.ANSWERED, "an", 2, "p"),
        News(NewsKind.ANSWERED, "cé", 4, "q"),
    ]) == [
        DigestLine(NewsKind.ANSWERED, ("cé",), "q"),
        DigestLine(NewsKind.ANSWERED, ("bo", "an"), "p"),
    ]  # fmt: skip


def test_on_a_topic_is_a_line_for_each_and_what_i_know_one_for_all() -> None:
    assert digest([
        News(NewsKind.FOLLOWED, "an", 1, "p", "vat"),
        News(NewsKind.FOLLOWED, "bo", 2, "q", "vat"),
        News(NewsKind.LINK, "bo", 3, "r", "sql"),
        News(NewsKind.KNOWN, "an", 1, "s", "vat"),
        News(NewsKind.KNOWN, "cé", 2, "t", "sql"),
    ]) == [
        DigestLine(NewsKind.KNOWN, ("cé", "an"), "t"),
        DigestLine(NewsKind.FOLLOWED, ("bo", "an"), "q", "vat"),
        DigestLine(NewsKind.LINK, ("bo",), "r", "sql"),
    ]  # fmt: skip


def test_what_waits_for_me_comes_first_and_it_ends() -> None:
    many = [News(NewsKind.ANSWERED, "an", n, f"p{n}") for n in range(9)]
    found = digest(
        [*many, News(NewsKind.THANKED, "bo", 1), News(NewsKind.LINK, "cé", 0, waits=True)]
    )
    assert len(found) == MOST
    assert found[0] == DigestLine(NewsKind.LINK, ("cé",), waits=True)
    assert [line.post for line in found[1:]] == ["p8", "p7", "p6", "p5"]


def test_who_is_where_i_am_is_one_line_for_each_place_and_an_introduction_its_own() -> None:
    assert digest([
        News(NewsKind.INTRODUCED, "an", 1, topic="vat", other="bo"),
        News(NewsKind.INTRODUCED, "an", 2, topic="vat", other="cé"),
        News(NewsKind.TOGETHER, "an", 3, place="acme"),
        News(NewsKind.TOGETHER, "bo", 4, place="acme"),
        News(NewsKind.TOGETHER, "cé", 5, place="kade", town="Gent"),
        News(NewsKind.TOGETHER, "dé", 6, place="rail", town="Gent"),
    ]) == [
        DigestLine(NewsKind.TOGETHER, ("dé", "cé"), place="rail", town="Gent"),
        DigestLine(NewsKind.TOGETHER, ("bo", "an"), place="acme"),
        DigestLine(NewsKind.INTRODUCED, ("an",), topic="vat", other="cé"),
        DigestLine(NewsKind.INTRODUCED, ("an",), topic="vat", other="bo"),
    ]  # fmt: skip

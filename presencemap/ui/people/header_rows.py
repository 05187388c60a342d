"""The rows of the list that stand for groups, and where they are among thousands of others.

Pure: a row is its key, which says the group. Knows no model and no painter.
"""

from collections.abc import Callable, Collection, Mapping

from presencemap.domain.roster import Group
from presencemap.ui.people.guest_rows import guest_rows
from presencemap.ui.people.row_facts import RowFacts

_START = "group:"


def header_of(group: Group) -> str:
    """The key of a group's header."""
    return _START + group


def is_header(key: str) -> bool:
    """Whether a row is a header."""
    return key.startswith(_START)


def group_of(header: str) -> Group:
    """The group of a header's key."""
    return Group(header.removeprefix(_START))


def rows_of(
    people: Mapping[str, Group],
    counts: Mapping[Group, int],
    folded: Collection[Group],
    facts_of: Callable[[str], RowFacts | None],
) -> list[str]:
    """The keys of all rows.

    Args:
        people: ids with their groups, in the order of the groups.
        counts: how many each group has.
        folded: the groups of which the header alone is listed.
        facts_of: what a person says; of the chosen place the guests are listed too.
    """
    keys, ids, first = list[str](), list(people), 0
    for group in (group for group in Group if group in counts):
        keys.append(header_of(group))
        last = first + counts[group]
        if group not in folded:
            keys += ids[first:last]
            if group is Group.CHOSEN:
                keys += guest_rows(map(facts_of, ids[first:last]))
        first = last
    return keys


def headers_in(keys: list[str], groups: Collection[Group]) -> list[tuple[Group, int]]:
    """Where the headers of some of these groups are, from the top."""
    found, row = list[tuple[Group, int]](), 0
    for group in (group for group in Group if group in groups):
        try:
            row = keys.index(header_of(group), row)
        except ValueError:
            continue
        found.append((group, row))
    return found

"""Posts below each other on a width: how each lies, how high it is, and which are at a height.

Owns their sheets, and which heights are known by now. Makes no widget and scrolls nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from presencemap.ui.stream.column import Column
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.phrases import Became
from presencemap.ui.stream.post_widget import PostWidget
from presencemap.ui.stream.sheet import Sheet
from presencemap.ui.stream.sheets import Sheets
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_USUAL: Final = 132


class PostColumn(Column):
    """``posts``: its rows, which others add to and tell of; ``room``: px that they are wide.

    ``small``: of a thread.
    """

    def __init__(self, team: Team, *, small: bool) -> None:
        super().__init__(_USUAL)
        self.posts: Sequence[PostFacts] = ()
        self.room = 0
        self._small = small
        self._sheets = Sheets(team, small=small)

    def show(self, posts: Sequence[PostFacts], room: int) -> None:
        """Other posts, on a width; no height is known."""
        if self._small or room != self.room:
            self._sheets.clear()
        self.posts, self.room = posts, room
        self._forget_all()

    def lie_on(self, room: int) -> None:
        """Another width or look: all lie otherwise."""
        self.room = room
        self._sheets.clear()
        self._forget_all()

    def mark_going(self, posts: frozenset[str]) -> None:
        """Those of these ids are being taken back."""
        self._sheets.going = posts

    def sheet(self, post: PostFacts) -> Sheet:
        """How one of them lies."""
        return self._sheets.of(post, self.room, self.posts[0].id)

    def state(self, post: PostFacts) -> Became:
        """What became of it."""
        return self._sheets.state(post)

    def find_out(self, row: int) -> int:
        """Know its height; by how much that is more than was thought."""
        if self.is_measured(row):
            return 0
        post = self.posts[row]
        return self.measure(row, PostWidget.height_of(self.sheet(post), self.state(post)))

    def find_out_between(self, top: int, bottom: int) -> int:
        """Know what lies there; by how much what is above the top is higher than was thought.

        By so much all else lies lower then: the first one's growth is above, not in sight.
        """
        more = 0
        while self.top(row := self.at(top + more)) < top + more and not self.is_measured(row):
            more += self.find_out(row)
        for _ in self.between(top + more, bottom + more):
            pass
        return more

    def between(self, top: int, bottom: int) -> Iterator[tuple[int, int]]:
        """Those that lie there, each as its row and where it begins; their heights are known."""
        row = self.at(top) if self.posts else 0
        y = self.top(row)
        while row < len(self.posts) and y < bottom:
            self.find_out(row)
            yield row, y
            y += self.of(row)
            row += 1

    def _forget_all(self) -> None:
        self.reset(len(self.posts), appearance().theme.px(_USUAL))

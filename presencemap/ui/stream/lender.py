"""Widgets of posts, lent to those in sight, and to the next one before it comes.

Owns whose they are. Where they stand and what they show, the list says.
"""

from collections.abc import Callable, Container, Iterator

from presencemap.ui.stream.post_widget import PostWidget


class Lender:
    """``lent``: by the id of the post in sight. ``make`` gives one more where none is spare."""

    def __init__(self, make: Callable[[], PostWidget]) -> None:
        self._make = make
        self.lent: dict[str, PostWidget] = {}
        self._ahead: dict[str, PostWidget] = {}
        self._spare: list[PostWidget] = []

    def borrow(self, post: str) -> PostWidget:
        """The one of a post in sight; what was made ready for it, else a spare one."""
        if post not in self.lent:
            self.lent[post] = self._ahead.pop(post) if post in self._ahead else self._any()
        return self.lent[post]

    def ready(self, post: str) -> PostWidget:
        """One for a post that isn't in sight yet; hidden."""
        widget = self._ahead.get(post)
        if widget is None:
            widget = self._ahead[post] = self._any()
        return widget

    def keep_ready(self, posts: Container[str]) -> None:
        """Only for these."""
        for post in [post for post in self._ahead if post not in posts]:
            self._spare.append(self._ahead.pop(post))

    def release(self, post: str) -> PostWidget:
        """It is out of sight."""
        widget = self.lent.pop(post)
        self._spare.append(widget)
        return widget

    def reach(self, post: str) -> None:
        """Tab comes to this one of those in sight, and to no other."""
        for each, widget in self.lent.items():
            widget.reachable(on=each == post)

    def make_spare(self) -> Iterator[None]:
        """One more, with all that a post may have below it; a button a step."""
        made = self._make()
        yield from made.furnish()
        self._spare.append(made)

    def _any(self) -> PostWidget:
        return self._spare.pop() if self._spare else self._make()

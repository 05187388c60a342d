"""Posts of unlike heights, for lists of them."""

from types import ModuleType

from presencemap.ui.stream.facts import PostFacts


def some(factories: ModuleType, posts: int) -> list[PostFacts]:
    """So many, by nine people; each says its number."""
    return [
        PostFacts.read(factories.post(n, 1 + n % 9, f"post {n} " + "and more " * (n % 12), n))
        for n in range(posts)
    ]

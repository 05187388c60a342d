"""A matter: what of a post one can help with."""

from types import ModuleType

from PySide6.QtWidgets import QApplication

from presencemap.domain.post import PostKind
from presencemap.ui.matter import Matter
from presencemap.ui.stream.facts import PostFacts


def test_of_a_post_it_is_whose_and_which_and_its_words(
    factories: ModuleType, qapp: QApplication
) -> None:
    post = PostFacts.read(factories.thread()[0])
    assert post.matter == Matter(post.person, post.text, PostKind.QUESTION, post.id)

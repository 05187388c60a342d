"""A link that came with a note."""

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from presencemap.ui.links.wording import new_link
from presencemap.ui.notes.link_line import LinkLine
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.theme import Appearance


def test_it_is_opened_and_kept(look: Appearance, qtbot: QtBot) -> None:
    went: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        went.append(url)
        return True

    link = new_link("https://a.example/x", "A page")
    assert link is not None
    line = LinkLine(link, ContactOpener(open_url=open_url))
    qtbot.addWidget(line)
    assert line.open_button.accessibleName() == "Open a.example/x"
    line.open_button.click()
    assert went == [QUrl("https://a.example/x")]
    with qtbot.waitSignal(line.keep_wanted) as said:
        line.keep.click()
    assert said.args == [link]

"""The stream as a screen: whose posts at the top, the posts, a thread beside them.

Owns which of it stands beside which at a width. Which posts there are, the feed knows.
"""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.post_commands import ShowPosts
from presencemap.app.views import Json
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.post import PostKind
from presencemap.domain.topic import topics_in
from presencemap.ui.controls import Chip, IconButton, Label, PrimaryButton
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.preferences import Preferences
from presencemap.ui.sentences import sentence
from presencemap.ui.stream.acts import Act
from presencemap.ui.stream.deeds import Deeds
from presencemap.ui.stream.digest_card import DigestCard
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.feed import Feed, Scope
from presencemap.ui.stream.following import Following
from presencemap.ui.stream.follows_dialog import FollowsDialog
from presencemap.ui.stream.foot import Foot
from presencemap.ui.stream.post_form import PostForm
from presencemap.ui.stream.post_list import WIDEST, PostList
from presencemap.ui.stream.say_box import SayBox
from presencemap.ui.stream.thread_pane import ThreadPane
from presencemap.ui.stream.topic_bar import TopicBar
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_BESIDE: Final = 700
"""Px from which stream and thread are side by side; below, one of them at a time."""
_THREAD: Final = 384
_NARROW: Final = 560
_SAID_HERE: Final = (PostKind.ACTIVITY, PostKind.QUESTION, PostKind.LINK)


class StreamPage(QWidget):
    """`person_wanted` with an id: somebody's face or name was clicked. `dialog_wanted`: show it.

    `link_wanted` and `introduction_wanted` with the ``Matter``. `keep_wanted` with a link: its
    address, title and topics. `wanted`: this screen is to be seen. `thread_shown`: whether one is.
    """

    person_wanted = Signal(str)
    dialog_wanted = Signal(object)
    link_wanted = Signal(object)
    introduction_wanted = Signal(object)
    keep_wanted = Signal(object)
    wanted = Signal()
    thread_shown = Signal(bool)

    def __init__(self, team: Team, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.digest = DigestCard(team, preferences)
        self.feed = Feed(team, self)
        self.opener = ContactOpener(self)
        self.list = PostList(team)
        self.list.setAccessibleName(self.tr("Stream, the newest post first"))
        self.talk = ThreadPane(team)
        self.followed = Chip(self.tr("People and topics I follow"))
        self.everybody = Chip(self.tr("Whole team"))
        self.topic = Chip("")
        self._asked = ""
        self.fresh = PrimaryButton(self.tr("New posts"), icon="arrow-up", small=True)
        self.foot = Foot()
        self.message = Label("", "small", "danger", wrap=True)
        self.message.hide()
        # Else it is never narrower than stream and thread side by side.
        self.setMinimumSize(1, 1)
        self.deeds = Deeds(team, self)
        self.following = Following(team, self)
        self.hint = Label("", "small", "ink2", wrap=True)
        self.hint.hide()
        self.topic_bar = TopicBar(team, self.following, self)
        self.follows = IconButton("users", self.tr("Whom I follow, and who follows me"))
        self.form = PostForm(team)
        self._lay_out()
        self._connect()
        self.followed.setChecked(True)
        self._share_out()

    def show_topic(self, topic: str) -> None:
        """The posts on a topic, without its ``#``, by what it is called."""
        self._asked = topic
        topic = self._team.roster.names.name(topic)
        self.topic.setText(f"#{topic}")
        self.topic.setAccessibleName(f"#{topic}")
        self.topic.setVisible(True)
        self.topic.setChecked(True)
        self.feed.show(Scope(topic=topic))

    @Slot(object)
    def open_thread(self, post: PostFacts) -> None:
        """Show what was said on a post."""
        self._open(post, reply=False)

    @Slot(str)
    def open_post(self, post: str) -> None:
        """The same, of a post by its id, wherever that is asked; what is gone opens nothing."""
        self._team.ask(ShowPosts((post,)), self._take_post, self._not_opened)

    def _take_post(self, views: list[Json]) -> None:
        for view in views:
            self.wanted.emit()
            self.open_thread(PostFacts.read(view))
            # R answers what one came for, from wherever that was.
            self.talk.list.go_to(view["id"])

    def _not_opened(self, error: Exception) -> None:
        self.wanted.emit()
        self._tell(sentence(error))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow one at a time."""
        super().resizeEvent(event)
        self._share_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Now somebody looks."""
        super().showEvent(event)
        self.feed.watch(on=True)
        if self._team.running:
            self.digest.look()
            self.following.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """And no more."""
        super().hideEvent(event)
        self.feed.watch(on=False)

    def event(self, event: QEvent) -> bool:
        """Esc is the thread's while one is open; else it is the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = event.key() == Qt.Key.Key_Escape and bool(self.talk.root)
            event.setAccepted(mine)
            return mine
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the thread; Home, End and the like are the list's."""
        if event.key() == Qt.Key.Key_Escape and self.talk.root:
            self.talk.close_thread()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface that the posts lie on."""
        QPainter(self).fillRect(self.rect(), appearance().theme.colour("surface"))

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for chip in (self.followed, self.everybody, self.topic):
            group.addButton(chip)
        self.topic.hide()
        self._top = QWidget()
        head = QHBoxLayout(self._top)
        head.setContentsMargins(14, 14, 14, 10)
        head.setSpacing(8)
        self._title = Label(self.tr("Stream"), "heading")
        head.addWidget(self._title)
        head.addStretch(1)
        for chip in (self.followed, self.everybody, self.topic):
            head.addWidget(chip)
        head.addWidget(self.follows)
        self._stream = QWidget()
        column = QVBoxLayout(self._stream)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        # As the posts below, which leave room for their scroll bar.
        top.setContentsMargins(0, 0, self.list.verticalScrollBar().sizeHint().width(), 0)
        top.addStretch(0)
        top.addWidget(self._top, 1)
        top.addStretch(0)
        column.addLayout(top)
        column.addWidget(self.message)
        column.addWidget(self.list, 1)
        self.list.set_head(self._head())
        self.list.set_foot(self.foot)
        self.fresh.setParent(self._stream)
        self.fresh.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._stream, 1)
        row.addWidget(self.talk, 0)

    def _head(self) -> QWidget:
        """What stands above the posts and scrolls along."""
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(14, 2, 14, 14)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.addWidget(self.hint, 1)
        line.addWidget(self.topic_bar)
        line.addStretch(0)
        column.addLayout(line)
        column.addWidget(self.digest)
        column.addWidget(self.form)
        return head

    def _connect(self) -> None:
        feed, posts = self.feed, self.list
        feed.reset.connect(lambda: posts.set_rows(feed.rows))
        feed.grew.connect(posts.rows_grew)
        feed.came.connect(posts.rows_came)
        feed.changed.connect(posts.row_changed)
        feed.removed.connect(posts.row_removed)
        feed.state_changed.connect(self._learn)
        posts.end_near.connect(feed.fetch_more, Qt.ConnectionType.QueuedConnection)
        self.followed.clicked.connect(lambda: feed.show(Scope()))
        self.everybody.clicked.connect(lambda: feed.show(Scope(everybody=True)))
        self.topic.clicked.connect(lambda: self.show_topic(self._asked))
        self.fresh.clicked.connect(feed.take_waiting)
        self.follows.clicked.connect(self._show_follows)
        self.following.changed.connect(self._hint)
        self.foot.again.clicked.connect(feed.again)
        self.talk.closed.connect(self._thread_closed)
        for each in (posts, self.talk.list):
            each.opened.connect(self.open_thread)
            each.act_wanted.connect(self._act)
            each.spot_clicked.connect(self._spot)
        self.digest.post_wanted.connect(self.open_post)
        for part in (self.form, self.digest):
            part.resized.connect(posts.relayout)
        self.deeds.told.connect(self._tell)
        self.deeds.dialog_wanted.connect(self.dialog_wanted)
        self.deeds.going.connect(self._say_again)
        self.deeds.stays.connect(self._say_no_more)
        self.deeds.taken_back.connect(self._taken_back)
        for each in (posts, self.talk.list):
            self.deeds.going_changed.connect(each.show_going)
        self._team.roster.names_changed.connect(self._renamed)
        appearance().changed.connect(self._share_out)

    @Slot()
    def _renamed(self) -> None:
        """The topic whose posts are shown stays so by what it is called now."""
        topic = self.feed.scope.topic
        if topic and topic != self._team.roster.names.name(self._asked):
            self.show_topic(self._asked)

    def _open(self, post: PostFacts, *, reply: bool) -> None:
        self.list.show_open(post.id)
        self.talk.setVisible(True)
        self.talk.open(post, reply=reply)
        self._share_out()
        self.thread_shown.emit(True)

    @Slot(Act, object)
    def _act(self, act: Act, post: PostFacts) -> None:
        match act:
            case Act.REPLY:
                self._open(post, reply=True)
            case Act.LINK:
                self.link_wanted.emit(post.matter)
            case Act.INTRODUCE:
                self.introduction_wanted.emit(post.matter)
            case _:
                self.deeds.do(act, post)

    @Slot(object)
    def _say_again(self, post: PostFacts) -> None:
        """The words come back to where they were written, if nothing is written there."""
        say, words = self._said_in(post), _words(post)
        if say is not None and not say.box.text:
            say.set_text(words)

    @Slot(object)
    def _say_no_more(self, post: PostFacts) -> None:
        """It stays: its words go from there, unless they were changed."""
        say, words = self._said_in(post), _words(post)
        if say is not None and say.box.text == words:
            say.set_text("")

    def _said_in(self, post: PostFacts) -> SayBox | None:
        if post.kind is PostKind.REPLY and self.talk.shows(post.id):
            return self.talk.say
        return self.form.say if post.kind in _SAID_HERE else None

    @Slot(object)
    def _taken_back(self, post: PostFacts) -> None:
        if post.id == self.talk.root:
            self.talk.close_thread()

    @Slot(str)
    def _tell(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))

    @Slot(str, str)
    def _spot(self, what: str, value: str) -> None:
        match what:
            case "person":
                self.person_wanted.emit(value)
            case "topic":
                self.show_topic(value)
            case "link":
                self.opener.open(ContactWay(ContactKind.WEB, value))
            case "keep":
                self._keep(value)
            case _:
                known = [*self.feed.rows, *self.talk.posts]
                about = next((p.about for p in known if p.about and p.about.id == value), None)
                if about is not None:
                    self.open_thread(about)

    def _keep(self, url: str) -> None:
        """A link is called what its sender calls it, else what they say with it."""
        known = (p for post in (*self.talk.posts, *self.feed.rows) for p in (post, post.about) if p)
        for post in known:
            for link in post.links:
                if link.url == url:
                    topics = list(topics_in(post.text))
                    title = link.title or post.text
                    self.keep_wanted.emit({"url": url, "title": title, "topics": topics})
                    return

    @Slot()
    def _thread_closed(self) -> None:
        opened = self.list.opened_post
        self.list.show_open("")
        self._share_out()
        self.thread_shown.emit(False)
        self.list.go_to(opened)

    @Slot()
    def _learn(self) -> None:
        feed = self.feed
        self.fresh.setVisible(feed.waiting)
        self.foot.show_state(feed)
        self._hint()
        self._share_out()
        self.list.relayout()

    @Slot()
    def _hint(self) -> None:
        """What is shown where that isn't plain, and what can be done with the topic that is."""
        nobody = self.following.nobody and self.feed.scope == Scope()
        self.hint.setText(
            self.tr("You follow nobody yet, so this is the whole team.") if nobody else ""
        )
        self.hint.setVisible(nobody)
        self.topic_bar.show_topic(self.feed.scope.topic)
        self.list.relayout()

    @Slot()
    def _show_follows(self) -> None:
        self.dialog_wanted.emit(FollowsDialog(self._team, self.following, self.window()))

    @Slot()
    def _share_out(self) -> None:
        theme = appearance().theme
        self._top.setMaximumWidth(theme.px(WIDEST))
        # Where it is narrow, the topic says what this is.
        narrow = self.width() < theme.px(_NARROW)
        self._title.setVisible(not (narrow and self.feed.scope.topic))
        opened, beside = bool(self.talk.root), self.width() >= theme.px(_BESIDE)
        self.talk.setVisible(opened)
        self._stream.setVisible(beside or not opened)
        self.setFocusProxy(self.list if beside or not opened else self.talk.list)
        if beside:
            self.talk.setFixedWidth(theme.px(_THREAD))
        else:
            self.talk.setMinimumWidth(0)
            self.talk.setMaximumWidth(16_777_215)
        layout = self.layout()
        if layout is not None:
            # Now, not at the next turn: the pill stands in the middle of what there is.
            layout.activate()
        self._place_pill()

    def _place_pill(self) -> None:
        """Over the top of the posts, in their middle."""
        self.fresh.adjustSize()
        top = self.list.geometry().top() + 10
        self.fresh.move((self._stream.width() - self.fresh.width()) // 2, top)
        self.fresh.raise_()


def _words(post: PostFacts) -> str:
    """As they were typed."""
    return " ".join([post.text, *(link.url for link in post.links)]).strip()

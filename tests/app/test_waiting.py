"""How much of mine is on no other computer: since the last colleague was here."""

from presencemap.app.notices import WaitingChanged
from presencemap.app.waiting import waiting_changed
from presencemap.domain.post import Draft, PostKind
from tests.protocol.lan import Lan, Node


def says(node: Node, text: str) -> None:
    node.do(node.endpoint.stream.say(Draft(PostKind.QUESTION, text), node.now))


def test_what_is_said_with_nobody_there_waits_until_somebody_is() -> None:
    lan = Lan()
    anna, bram = lan.team_of("Bram")
    lan.settle()
    anna.says("the budget")
    says(anna, "Who knows #peppol?")
    anna.do(anna.endpoint.mailbox.write(bram.id, "Lunch?", anna.now))
    assert waiting_changed(anna.endpoint) == WaitingChanged(), "they went out as they were said"
    lan.pass_time(20_000)
    bram.crash()
    lan.settle()
    assert waiting_changed(anna.endpoint) == WaitingChanged(), "he has it all"
    lan.pass_time(1_000)
    says(anna, "And #invoices?")
    assert waiting_changed(anna.endpoint) == WaitingChanged(posts=1)
    anna.says("lunch")
    anna.says("a long lunch")
    for text in ("Lunch?", "Or later?"):
        anna.do(anna.endpoint.mailbox.write(bram.id, text, anna.now))
    says(anna, "And #tax?")
    assert waiting_changed(anna.endpoint) == WaitingChanged(1, 2, 2), "a status is what holds now"
    anna.crash()
    lan.pass_time(60_000)
    anna.start()
    assert waiting_changed(anna.endpoint) == WaitingChanged(1, 2, 2), "after a restart, too"
    bram.start()
    lan.meet()
    assert waiting_changed(anna.endpoint) == WaitingChanged()
    lan.pass_time(20_000)
    bram.crash()
    lan.settle()
    assert waiting_changed(anna.endpoint) == WaitingChanged()


def test_with_nobody_to_hear_it_all_waits() -> None:
    lan = Lan()
    [anna] = lan.team_of()
    says(anna, "Is anybody here?")
    assert waiting_changed(anna.endpoint).posts == 1

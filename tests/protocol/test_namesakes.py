"""Names that are the same as they are compared."""

from presencemap.domain.person import Profile
from presencemap.protocol.effects import TellCard
from presencemap.protocol.namesakes import Namesakes
from tests.protocol.lan import Lan


def test_the_same_name_in_another_spelling_is_found_until_it_is_gone() -> None:
    names = Namesakes()
    names.add("a", "Chloé Dubois")
    names.add("b", "chloe  dubois")
    names.add("c", "Cleo Dubois")
    assert (names.of("a"), names.of("b"), names.of("c")) == ({"b"}, {"a"}, set())
    names.add("b", "Bram")
    assert (names.of("a"), names.of("b")) == (set(), set())
    names.add("c", "CHLOÉ-DUBOIS")
    assert names.of("c") == {"a"}
    names.discard("a")
    names.discard("unknown")
    assert (names.of("c"), names.of("a")) == (set(), set())
    names.clear()
    names.add("d", "Chloé Dubois")
    assert names.of("d") == set()


def test_a_known_name_under_another_key_is_shown_as_such_until_it_is_verified() -> None:
    lan = Lan()
    anna, tom = lan.team_of("Tom")
    assert anna.endpoint.card(tom.id, lan.now).same_name_as == ()
    other = lan.join("Tom again")
    other.do(other.endpoint.set_profile(Profile("TOM"), lan.now))
    lan.meet()
    first, second = (anna.endpoint.card(p.id, lan.now) for p in (tom, other))
    assert (first.same_name_as, second.same_name_as) == ((other.id,), (tom.id,))
    assert not first.new_key
    assert not second.new_key
    told = anna.endpoint.verify(tom.id)
    assert told == [TellCard(tom.id), TellCard(other.id)]
    first, second = (anna.endpoint.card(p.id, lan.now) for p in (tom, other))
    assert (first.verified, first.same_name_as) == (True, ())
    assert (second.verified, second.same_name_as, second.new_key) == (False, (tom.id,), True)
    # Also when the one who is known has left.
    anna.do(anna.endpoint.remove([tom.id], None, lan.now))
    assert anna.endpoint.card(other.id, lan.now).new_key
    anna.endpoint.verify(other.id)
    assert not anna.endpoint.card(other.id, lan.now).new_key


def test_who_calls_themselves_as_i_am_called_is_somebody_else() -> None:
    lan = Lan()
    anna, _ = lan.team_of()[0], lan.join("Mallory")
    mallory = lan.nodes["Mallory"]
    mallory.do(mallory.endpoint.set_profile(Profile("Anna"), lan.now))
    lan.meet()
    card = anna.endpoint.card(mallory.id, lan.now)
    assert (card.same_name_as, card.new_key) == ((anna.id,), True)
    assert anna.endpoint.card(anna.id, lan.now).same_name_as == ()
    # Nobody is the namesake of those who have no name yet.
    anna.endpoint.verified["f" * 64] = ""
    nameless = lan.join("Nameless")
    assert anna.endpoint.card(nameless.id, lan.now).same_name_as == ()

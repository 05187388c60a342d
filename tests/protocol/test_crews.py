"""The index of jobs, and of who is on each, follows what is held."""

from presencemap.domain.job import Job
from presencemap.protocol.bodies import job_body
from presencemap.protocol.crews import Crews
from presencemap.protocol.job import WorkBody
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer
from tests.protocol.adds import post, signed
from tests.protocol.lan import NOW
from tests.protocol.statements import ANNA, BRAM

TENDER, CLOUD = Job("a" * 32, "Tender", ("bids",)), Job("b" * 32, "Cloud")


def known(job: Job) -> Held:
    return Held.of(signed(job_body(job, 1)), NOW)


def on(*jobs: str, author: Signer = BRAM) -> Held:
    return Held.of(signed(WorkBody(rev=1, jobs=jobs), author=author), NOW)


def test_who_is_on_a_job_is_known_both_ways_until_they_say_otherwise() -> None:
    crews = Crews()
    bram, anna = on(CLOUD.id, TENDER.id), on(TENDER.id, author=ANNA)
    for held in (known(TENDER), known(CLOUD), bram, anna, Held.of(post("hello"), NOW)):
        crews.put(held)
    tender = Job(TENDER.id, "Tender", ("bids",), tuple(sorted([ANNA.id, BRAM.id])))
    cloud = Job(CLOUD.id, "Cloud", (), (BRAM.id,))
    assert crews.jobs() == [cloud, tender]
    assert crews.of(BRAM.id) == (cloud, tender), "in the order in which they joined"
    assert crews.worked_on == {TENDER.id, CLOUD.id}
    crews.take_off(bram)
    assert crews.jobs() == [Job(TENDER.id, "Tender", ("bids",), (ANNA.id,)), CLOUD]
    assert crews.of(BRAM.id) == ()
    crews.take_off(anna)
    crews.take_off(Held.of(post("hello"), NOW))
    assert crews.jobs() == [CLOUD, TENDER]
    assert crews.worked_on == frozenset()


def test_a_job_that_nobody_knows_here_is_none_whoever_is_on_it() -> None:
    crews = Crews()
    crews.put(on(TENDER.id))
    assert (crews.jobs(), crews.of(BRAM.id), crews.job(TENDER.id)) == ([], (), None)
    tender = known(TENDER)
    crews.put(tender)
    assert crews.of(BRAM.id) == (Job(TENDER.id, "Tender", ("bids",), (BRAM.id,)),)
    crews.take_off(tender)
    assert crews.of(BRAM.id) == ()


def test_a_job_named_twice_counts_once() -> None:
    crews = Crews()
    twice = on(TENDER.id, TENDER.id)
    crews.put(twice)
    assert crews.worked_on == {TENDER.id}
    crews.take_off(twice)
    assert crews.worked_on == frozenset()

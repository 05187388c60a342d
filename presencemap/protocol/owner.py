"""What the owner of this node says of themselves, and of places: signed, shared, ended in time.

Knows no links; what a register keeps is the replica's. Posts are the stream's.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from presencemap.domain.availability import Availability
from presencemap.domain.errors import Refused
from presencemap.domain.floor_plan import FloorPlan
from presencemap.domain.job import MAX_JOBS, Job
from presencemap.domain.map_server import MapServer
from presencemap.domain.person import Profile
from presencemap.domain.place import Place
from presencemap.domain.plan import Plan
from presencemap.domain.status import Status
from presencemap.domain.wrong import Wrong
from presencemap.protocol.bodies import (
    floor_plan_body,
    job_body,
    map_server_body,
    place_body,
    plan_body,
    profile_body,
    status_body,
)
from presencemap.protocol.effects import Effect
from presencemap.protocol.end import EndBody
from presencemap.protocol.fields import LAST_MOMENT, MAX_REVISION
from presencemap.protocol.job import WorkBody
from presencemap.protocol.map_choice import next_revision
from presencemap.protocol.presence import SKEW
from presencemap.protocol.record import MAX_LIFE, register_of
from presencemap.protocol.replica import Replica
from presencemap.protocol.topic import TopicBody


class Owner:
    """The person of this node, by its id. Methods return what is to be done."""

    def __init__(self, replica: Replica, person: str) -> None:
        self._replica = replica
        self._person = person

    def set_profile(self, profile: Profile, now: int) -> list[Effect]:
        """Share this profile."""
        rev = self._replica.next_revision("profile", self._person)
        return self._replica.post(profile_body(profile, rev), now)

    def status(self, now: int) -> Status:
        """My status as it stands."""
        said = self._replica.status(self._person)
        return said.at(now) if said else Status(Availability.AVAILABLE, now)

    def set_status(self, status: Status, now: int) -> list[Effect]:
        """Share this status; its record lives hardly longer than it holds."""
        replica = self._replica
        known = replica.next_revision("status", self._person)
        rev = min(max(known, replica.endings.upto(self._person) + 1), MAX_REVISION)
        # Longer than it holds, by how far clocks may differ: so what remains of it (the
        # availability) comes before it goes.
        life = MAX_LIFE if status.until is None else max(status.until - now, 0) + SKEW
        return replica.post(status_body(status, rev), now, min(life, MAX_LIFE))

    def end_status(self, now: int) -> list[Effect]:
        """My own status past its until: say what is left of it, so that nothing lingers.

        Before that: say once that it ends, and what it replaced with it, as I may be gone by then.
        """
        record = self._replica.register("status", self._person)
        said = self._replica.status(self._person)
        if record is None or said is None:
            return []
        if self._replica.endings.ended(record, now) or (said.until and now >= said.until):
            return self.set_status(replace(said.at(now), since=now), now)
        rev = record.rank[0]
        if said.until is None or self._replica.endings.upto(self._person) >= rev:
            return []
        body = EndBody(
            rev=self._replica.next_revision("end", self._person),
            upto=rev,
            of=record.hash.hex(),
            after=min(said.until + SKEW, LAST_MOMENT),
        )
        # Never so long that it would be signed anew, as a receipt: what it ends is gone by then.
        return self._replica.post(body, now, MAX_LIFE - 1)

    def plans(self) -> dict[date, Plan]:
        """My plans, by day."""
        return {plan.day: plan for plan in self._replica.plans.of(self._person)}

    def set_plan(self, plan: Plan, over: int, now: int) -> list[Effect]:
        """Share a plan, an empty one to take it back; its day is ``over`` then, and the record."""
        body = plan_body(plan, rev=1)
        rev = self._replica.next_revision(*register_of(body, self._person))
        return self._replica.post(body.model_copy(update={"rev": rev}), now, over - now)

    def change_plans(self, changed: Callable[[Plan], Plan], now: int) -> list[Effect]:
        """Share those of my plans anew that this makes others."""
        known = [(p, over) for p, over in self._replica.plans.ends(self._person) if over > now]
        anew = [(new, over) for plan, over in known if (new := changed(plan)) != plan]
        return [effect for plan, over in anew for effect in self.set_plan(plan, over, now)]

    def withdraw(self, now: int) -> list[Effect]:
        """Take back where I am and what I am on, and what I planned."""
        status = self.status(now)
        said = status.place or status.activity
        bare = Status(status.availability, now)
        withdrawn = self.set_status(bare, now) if said else []
        return [*withdrawn, *self.change_plans(lambda plan: Plan(plan.day), now)]

    def put_place(self, place: Place, now: int) -> list[Effect]:
        """Share a new or changed place."""
        rev = self._replica.next_revision("place", place.id)
        return self._replica.post(place_body(place, rev), now)

    def put_floor_plan(self, plan: FloorPlan, now: int) -> list[Effect]:
        """Share a floor's plan in place of the one before.

        Raises:
            Refused: more shapes than fit.
        """
        rev = self._replica.next_revision("floor_plan", plan.floor)
        return self._replica.post(floor_plan_body(plan, rev), now)

    def put_job(self, job: Job, now: int) -> list[Effect]:
        """Share a new or changed job; who is on it stays."""
        rev = self._replica.next_revision("job", job.id)
        return self._replica.post(job_body(job, rev), now)

    def work_on(self, jobs: tuple[str, ...], now: int) -> list[Effect]:
        """Be on these jobs, by id, and on no others; nothing tells what I was on before.

        Raises:
            Refused: too many at a time.
        """
        if len(jobs) > MAX_JOBS:
            raise Refused(
                f"You are on {MAX_JOBS} jobs, and more don't fit; leave one first.",
                Wrong.JOBS_FULL,
                most=MAX_JOBS,
            )
        rev = self._replica.next_revision("work", self._person)
        return self._replica.post(WorkBody(rev=rev, jobs=jobs), now)

    def call_topic(self, topic: str, name: str, now: int) -> list[Effect]:
        """Have a topic, by its key, called so for everybody; by another's name it is that one."""
        rev = self._replica.next_revision("topic", topic)
        return self._replica.post(TopicBody(rev=rev, topic=topic, name=name), now)

    def choose_map_server(self, server: MapServer | None, now: int) -> list[Effect]:
        """Have the team use this map server, or none.

        Raises:
            Refused: it is for others to decide.
        """
        rev = next_revision(self._replica, self._person)
        return self._replica.post(map_server_body(server, rev), now)

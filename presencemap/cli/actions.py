"""Which command does what. Each is given the parsed words and the profile."""

from argparse import Namespace
from collections.abc import Callable
from typing import Final

from presencemap.app.paths import ProfilePaths
from presencemap.cli import (
    colleagues,
    jobs,
    knowledge,
    links,
    myself,
    network,
    notes,
    places,
    plans,
    posts,
    team,
    topics,
)

ACTIONS: Final[dict[str, Callable[[Namespace, ProfilePaths], int | None]]] = {
    action.__name__: action
    for action in (
        team.team_backup,
        team.team_create,
        team.team_invite,
        team.team_join,
        team.team_leave,
        team.team_map,
        team.team_members,
        team.team_invites,
        team.team_remove,
        team.team_restore,
        team.team_steward,
        team.team_verify,
        myself.set_status,
        myself.profile_set,
        myself.profile_show,
        myself.sharing,
        myself.precision,
        myself.home,
        plans.plan,
        plans.plan_show,
        places.place_add,
        places.place_edit,
        places.place_merge,
        places.place_list,
        places.place_plan,
        jobs.job_add,
        jobs.job_edit,
        jobs.job_join,
        jobs.job_leave,
        jobs.job_list,
        topics.topic_rename,
        topics.topic_join,
        topics.topic_part,
        topics.topic_list,
        colleagues.who,
        colleagues.watch,
        knowledge.experts,
        knowledge.search,
        notes.note,
        notes.notes,
        notes.introduce,
        links.link_save,
        links.link_list,
        links.link_remove,
        network.doctor,
        network.peer_add,
        network.peer_remove,
        network.peer_list,
    )
}
ACTIONS.update(dict.fromkeys(posts.ACTIONS, posts.about_posts))

from presencemap.app.knowledge.sheet import KINDS, Sheet
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import SayPost
from presencemap.domain.post import PostKind


def test_a_sheet_is_what_is_held(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        post = str(desk.obey(SayPost(PostKind.ACTIVITY, "Peppol")))
        replica = desk.team.endpoint.replica
        (held,) = replica.threads.versions(bytes.fromhex(post))
        assert held.kind in KINDS
        assert Sheet.of(held) == Sheet(held.hash, bytes.fromhex(post), held.data)

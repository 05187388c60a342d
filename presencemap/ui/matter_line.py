"""A line that says what a colleague is to be helped with: what they said, else what they are on.

Owns nothing. Knows cards and matters, no dialog.
"""

from presencemap.domain.roster import Card
from presencemap.ui.matter import Matter
from presencemap.ui.people.card_sections import BriefActivity
from presencemap.ui.stream.phrases import KIND_ICONS


def matter_line(card: Card, now: int, matter: Matter | None) -> BriefActivity | None:
    """The line at a moment, in ms; None where nothing is known."""
    status = card.status_at(now)
    made = BriefActivity(several=True)
    if matter is not None:
        made.show_words(matter.text, *KIND_ICONS[matter.kind])
    elif status is not None and status.activity is not None:
        made.show_activity(status.activity)
    else:
        return None
    return made

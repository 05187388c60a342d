"""What one asks, posts and notes, and jobs, topics and links: what is wrong, in words."""

from PySide6.QtCore import QCoreApplication

from presencemap.domain.wrong import Wrong

translate = QCoreApplication.translate


def words() -> dict[Wrong, str]:
    """Each in the window's language; in braces what the error's ``facts`` fill in."""
    return {
        Wrong.TEXT_TOO_LONG: translate(
            "Sentences", "That is {length} characters; at most {limit} fit. Nothing was shared."
        ),
        Wrong.SOUGHT_WORDLESS: translate(
            "Sentences", "Name in a few words what you ask about, like “peppol vat”."
        ),
        Wrong.NO_STRUGGLE: translate(
            "Sentences", "Say what to ask, or tell in your status what you struggle with."
        ),
        Wrong.POST_EMPTY: translate(
            "Sentences",
            "Say something: a post needs a text of at most {most} characters, or a link.",
        ),
        Wrong.POST_LINKS: translate("Sentences", "A post has at most {most} links."),
        Wrong.POST_UNKNOWN: translate("Sentences", "That post isn't here any more."),
        Wrong.POST_OF_ANOTHER: translate(
            "Sentences", "That is somebody else's post. You can change and take back your own only."
        ),
        Wrong.POST_SETTLED: translate(
            "Sentences",
            "A post can be changed for {minutes} minutes and {times} times, so that "
            "nobody's answer stands under something else. Take it back, or add to it with a"
            " reply.",
        ),
        Wrong.NOT_ASKER: translate("Sentences", "Only who asked a question can call it solved."),
        Wrong.HELPERS: translate(
            "Sentences", "Name at most {most} others by whose help it is solved."
        ),
        Wrong.OWN_THANKS: translate(
            "Sentences", "Thanks go to somebody else's post; this one is yours."
        ),
        Wrong.OWN_FOLLOW: translate(
            "Sentences", "You see your own posts anyway. Follow somebody else, or a topic."
        ),
        Wrong.NOTE_EMPTY: translate(
            "Sentences", "Say something: a note needs a text of at most {most} characters."
        ),
        Wrong.NOTE_TO_SELF: translate("Sentences", "That is you. A note goes to a colleague."),
        Wrong.NOTE_UNKNOWN: translate(
            "Sentences", "That note isn't here any more, or isn't yours."
        ),
        Wrong.NOTE_UNSEALABLE: translate(
            "Sentences",
            "Nothing can be sealed to that person's key, so that they alone read it. Reach "
            "them another way.",
        ),
        Wrong.INTRODUCED_SELF: translate(
            "Sentences", "An introduction is of two colleagues, not of oneself."
        ),
        Wrong.INTRODUCTION_UNKNOWN: translate(
            "Sentences", "That introduction isn't here any more."
        ),
        Wrong.JOB_UNNAMED: translate(
            "Sentences", "A job needs a name, like “Tender for Acme #bids”."
        ),
        Wrong.JOB_TOPICS: translate(
            "Sentences", "A job has at most {most} topics of {letters} letters."
        ),
        Wrong.JOB_UNKNOWN: translate("Sentences", "That job isn't here any more."),
        Wrong.JOBS_FULL: translate(
            "Sentences", "You are on {most} jobs, and more don't fit. Leave one first."
        ),
        Wrong.NO_TOPIC: translate("Sentences", "Name one topic, like #peppol."),
        Wrong.TOPICS_ONE: translate("Sentences", "#{topic} and #{other} are one topic already."),
        Wrong.TOPIC_CALLED_SO: translate("Sentences", "#{topic} is called so already."),
        Wrong.TOPIC_STANDS_FOR: translate(
            "Sentences", "#{topic} is what {joined} are called. Part one of those."
        ),
        Wrong.TOPIC_ALONE: translate("Sentences", "#{topic} was neither renamed nor joined."),
        Wrong.LINKS_FULL: translate(
            "Sentences", "{most} links are saved, which is all there can be. Remove some first."
        ),
        Wrong.LINK_UNKNOWN: translate("Sentences", "That link isn't saved any more."),
        Wrong.SHARED_TOO_LONG: translate(
            "Sentences",
            "That is {excess} bytes more than colleagues take. Shorten it; nothing was shared.",
        ),
        Wrong.CHANGED_TOO_OFTEN: translate(
            "Sentences", "This was changed too often and can't be changed any more. Make a new one."
        ),
    }

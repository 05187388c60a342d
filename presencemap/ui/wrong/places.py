"""Places, plans of floors and their pictures, and one's days: what is wrong, in words."""

from PySide6.QtCore import QCoreApplication

from presencemap.domain.wrong import Wrong

translate = QCoreApplication.translate


def words() -> dict[Wrong, str]:
    """Each in the window's language; in braces what the error's ``facts`` fill in."""
    return {
        Wrong.NOT_COORDINATES: translate(
            "Sentences", "Write latitude and longitude in degrees, like 51.0543, 3.7174."
        ),
        Wrong.PLACE_UNNAMED: translate("Sentences", "A place needs a name."),
        Wrong.PLACE_HALF_SPOT: translate(
            "Sentences", "Give both latitude and longitude, or neither."
        ),
        Wrong.PLACE_OFF_EARTH: translate(
            "Sentences", "A latitude is within ±90 degrees, a longitude within ±180."
        ),
        Wrong.PLACE_AROUND_UNKNOWN: translate(
            "Sentences", "The place to put it in isn't known. Choose another one."
        ),
        Wrong.PLACE_IN_ITSELF: translate("Sentences", "A place can't be inside itself."),
        Wrong.PLACES_NESTED: translate(
            "Sentences", "Choose two places of which neither is inside the other."
        ),
        Wrong.PLACE_UNKNOWN: translate("Sentences", "Nobody knows that place. Choose another one."),
        Wrong.PLACE_OF_ALL: translate(
            "Sentences", "Home and On the road are in every team and stay as they are."
        ),
        Wrong.NO_ROOM: translate(
            "Sentences", "Only of a room it is said for how many people it is."
        ),
        Wrong.ROOM_CAPACITY: translate("Sentences", "A room is for 1 to {most} people."),
        Wrong.TOWN_UNKNOWN: translate(
            "Sentences", "No town “{town}” is known. Try a larger town nearby."
        ),
        Wrong.NO_FLOOR: translate(
            "Sentences", "Only a floor has a plan. Choose a floor, or add one."
        ),
        Wrong.FLOOR_PLAN_SIZE: translate(
            "Sentences", "A plan has at most {most} by {most} pixels."
        ),
        Wrong.SHAPES_FULL: translate("Sentences", "At most {most} rooms and desks fit on a plan."),
        Wrong.SHAPE_CORNERS: translate("Sentences", "A room or desk has at most {most} corners."),
        Wrong.SHAPE_OUTSIDE: translate(
            "Sentences", "A room or desk lies outside of the plan. Move it onto the plan."
        ),
        Wrong.SHAPE_UNKNOWN: translate(
            "Sentences", "A room or desk on the plan isn't a place of this floor. Add it first."
        ),
        Wrong.PICTURE_OTHER: translate(
            "Sentences",
            "This is no PNG, JPEG or WebP picture. Save the plan as one of these, and take that.",
        ),
        Wrong.PICTURE_CUT: translate(
            "Sentences", "This picture is cut short or damaged. Take a whole copy of it."
        ),
        Wrong.PICTURE_UNREAD: translate(
            "Sentences", "{file} can't be read. Take a file, not a folder, that you may read."
        ),
        Wrong.DAY_OVER: translate(
            "Sentences", "That day is over. Plans are for today and the days to come."
        ),
        Wrong.DAYS_TURNED: translate(
            "Sentences", "The last day comes before the first. Give the first one first."
        ),
        Wrong.DAY_TOO_FAR: translate("Sentences", "Only the next {most} days can be planned."),
        Wrong.TIME_OVER: translate("Sentences", "That time is over. Choose one to come."),
        Wrong.GUESTS_FULL: translate("Sentences", "At most {most} guests can be told."),
        Wrong.GUESTS_NOWHERE: translate(
            "Sentences", "Guests are with you at a place. Say where you are too."
        ),
    }

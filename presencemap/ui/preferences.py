"""What the window remembers between two starts: where it stood, how it looks, what was agreed to.

Owns one file in the profile's own folder. Holds nothing about colleagues, and of my statuses
only the one that I am to be asked about once it has ended; on which topics I was, for two weeks.
"""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray

from presencemap.app.settings_file import SettingsFile
from presencemap.ui.theme import Mode

LARGEST_TEXT = 2.0


class Key(StrEnum):
    """The names in the file."""

    GEOMETRY = "window/geometry"
    SPLITTER = "window/splitter"
    MAP_VIEW = "window/map"
    THEME = "appearance/theme"
    LANGUAGE = "appearance/language"
    TEXT_SIZE = "appearance/text-size"
    COMPACT = "appearance/compact"
    LESS_MOTION = "appearance/less-motion"
    TRAY_TOLD = "tray/told"
    MAP_SERVER = "map/server"
    NOTES_SEEN = "notes/seen"
    ASK_ABOUT = "status/ask-about"
    TOPICS = "prompts/topics"
    FORGETS_TOPICS = "prompts/never"
    CUES = "prompts/cues"
    STREAM_SEEN = "stream/seen"


class Preferences:
    """Typed access to the file; a value that can't be read is as good as none."""

    def __init__(self, path: Path, cache: Path | None = None) -> None:
        self.cache = cache
        """The folder for what can be fetched again; None: none of it is kept."""
        self.path = path
        self._file = SettingsFile(path)

    @property
    def mode(self) -> Mode:
        """Light, dark or the system's."""
        try:
            return Mode(self._text(Key.THEME))
        except ValueError:
            return Mode.SYSTEM

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._put(Key.THEME, mode.value)

    @property
    def language(self) -> str:
        """The code of the language chosen, as "nl"; "" for the system's."""
        return self._text(Key.LANGUAGE)

    @language.setter
    def language(self, code: str) -> None:
        self._put(Key.LANGUAGE, code)

    @property
    def text_size(self) -> float:
        """How large texts are, from the usual 1.0 to 2.0."""
        try:
            size = float(self._text(Key.TEXT_SIZE))
        except ValueError:
            return 1.0
        return size if 1.0 <= size <= LARGEST_TEXT else 1.0

    @text_size.setter
    def text_size(self, size: float) -> None:
        self._put(Key.TEXT_SIZE, str(size))

    @property
    def compact(self) -> bool:
        """Whether lists have rows of 40 px in place of 56."""
        return self._text(Key.COMPACT) == "yes"

    @compact.setter
    def compact(self, compact: bool) -> None:
        self._put(Key.COMPACT, "yes" if compact else "")

    @property
    def less_motion(self) -> bool:
        """Whether things are to jump where they would glide."""
        return self._text(Key.LESS_MOTION) == "yes"

    @less_motion.setter
    def less_motion(self, less: bool) -> None:
        self._put(Key.LESS_MOTION, "yes" if less else "")

    @property
    def told_about_tray(self) -> bool:
        """Whether it was said once that the closed window stays in the tray."""
        return self._text(Key.TRAY_TOLD) == "yes"

    @told_about_tray.setter
    def told_about_tray(self, told: bool) -> None:
        self._put(Key.TRAY_TOLD, "yes" if told else "")

    @property
    def notes_seen(self) -> str:
        """Which notes were seen, as the notebook keeps it."""
        return self._text(Key.NOTES_SEEN)

    @notes_seen.setter
    def notes_seen(self, seen: str) -> None:
        self._put(Key.NOTES_SEEN, seen)

    @property
    def ask_about(self) -> str:
        """What I shared and am asked about at its end, as `Ended` writes it; "" for nothing."""
        return self._text(Key.ASK_ABOUT)

    @ask_about.setter
    def ask_about(self, said: str) -> None:
        self._put(Key.ASK_ABOUT, said)

    @property
    def topics(self) -> str:
        """On which topics I was, as the prompts keep it."""
        return self._text(Key.TOPICS)

    @topics.setter
    def topics(self, topics: str) -> None:
        self._put(Key.TOPICS, topics)

    @property
    def forgets_topics(self) -> bool:
        """Whether that is kept no more, and nothing is asked about it."""
        return self._text(Key.FORGETS_TOPICS) == "yes"

    @forgets_topics.setter
    def forgets_topics(self, forgets: bool) -> None:
        self._put(Key.FORGETS_TOPICS, "yes" if forgets else "")

    @property
    def cues(self) -> str:
        """What drafts are taken from, as ``CueSources`` writes it; "" for nothing."""
        return self._text(Key.CUES)

    @cues.setter
    def cues(self, cues: str) -> None:
        self._put(Key.CUES, cues)

    @property
    def stream_seen(self) -> int | None:
        """When I had caught up on the stream, ms; None before the first time."""
        text = self._text(Key.STREAM_SEEN)
        return int(text) if text.isdecimal() else None

    @stream_seen.setter
    def stream_seen(self, at: int) -> None:
        self._put(Key.STREAM_SEEN, str(at))

    def blob(self, key: Key) -> QByteArray:
        """A state as Qt saved it, empty where there is none."""
        return QByteArray.fromBase64(self._text(key).encode())

    def set_blob(self, key: Key, value: QByteArray) -> None:
        """Keep a state."""
        self._put(key, bytes(value.toBase64().data()).decode())

    @property
    def map_view(self) -> tuple[float, float, float] | None:
        """Centre (lat, lon in degrees) and scale of the map, None before the first time."""
        try:
            lat, lon, scale = map(float, self._text(Key.MAP_VIEW).split())
        except ValueError:
            return None
        return lat, lon, scale

    @map_view.setter
    def map_view(self, view: tuple[float, float, float] | None) -> None:
        self._put(Key.MAP_VIEW, "" if view is None else " ".join(f"{part:.6f}" for part in view))

    def map_server_agreed(self, site: str) -> bool | None:
        """Whether pictures may be fetched from that host; None where that wasn't answered."""
        answer, _, about = self._text(Key.MAP_SERVER).partition(" ")
        return answer == "yes" if about == site and answer in ("yes", "no") else None

    def agree_to_map_server(self, site: str, *, agreed: bool) -> None:
        """Remember the answer for that host."""
        self._put(Key.MAP_SERVER, f"{'yes' if agreed else 'no'} {site}")

    def save(self) -> None:
        """Wait until all is on the disk; an unwritable file loses looks and nothing else."""
        self._file.save()

    def _text(self, key: Key) -> str:
        return self._file.get(key.value)

    def _put(self, key: Key, value: str) -> None:
        self._file.put(key.value, value)

"""The controls that every screen is made of."""

from presencemap.ui.controls.buttons import Button, IconButton, PrimaryButton, QuietButton
from presencemap.ui.controls.chip import Chip, Tag
from presencemap.ui.controls.choice import ENTER, Choice
from presencemap.ui.controls.elided_line import ElidedLine
from presencemap.ui.controls.elided_text import ElidedText
from presencemap.ui.controls.face import Face
from presencemap.ui.controls.field import Field, clearable
from presencemap.ui.controls.flow import FlowLayout
from presencemap.ui.controls.labels import ElidedLabel, Glyph, Label, Line, plain_tooltip, set_tip
from presencemap.ui.controls.menu_button import PICTURE_AIR, MenuButton
from presencemap.ui.controls.ring_counter import RingCounter
from presencemap.ui.controls.row_button import RowButton
from presencemap.ui.controls.rows import Rows, growing_down
from presencemap.ui.controls.scroll_area import ScrollArea
from presencemap.ui.controls.segmented import Segmented
from presencemap.ui.controls.stillness import kept_still
from presencemap.ui.controls.suggestion_list import SuggestionList
from presencemap.ui.controls.text_box import TextBox, utf16
from presencemap.ui.controls.themed import ThemedIcon, dress, plain, polish
from presencemap.ui.controls.two_lines import two_lines

__all__ = [
    "ENTER",
    "PICTURE_AIR",
    "Button",
    "Chip",
    "Choice",
    "ElidedLabel",
    "ElidedLine",
    "ElidedText",
    "Face",
    "Field",
    "FlowLayout",
    "Glyph",
    "IconButton",
    "Label",
    "Line",
    "MenuButton",
    "PrimaryButton",
    "QuietButton",
    "RingCounter",
    "RowButton",
    "Rows",
    "ScrollArea",
    "Segmented",
    "SuggestionList",
    "Tag",
    "TextBox",
    "ThemedIcon",
    "clearable",
    "dress",
    "growing_down",
    "kept_still",
    "plain",
    "plain_tooltip",
    "polish",
    "set_tip",
    "two_lines",
    "utf16",
]

"""The one style sheet, generated from the tokens.

Owns the looks of Qt's stock controls. A control asks for a variant by dynamic property:

- QPushButton, QToolButton `variant`: "primary", "quiet" (text in accent), "danger", "icon" (square,
  no frame), "frame" (square, framed), "segment", "chip"; `small` true for 28 px instead of 32;
  a chip or a segment takes `touch` true where it is pressed as high as in a narrow window;
  a chip takes `kind` = working_on | struggling_with | thinking_about for that kind's colours; `on`
  true looks checked where nothing is chosen.
- QLabel `role`: display heading title post body strong small micro; `tone`: ink ink2 ink3 accent
  warn danger ok work struggle think and the av... tokens; `strong` true: weight 600.
- QFrame `surface`: card raised sunken note warn danger ok work struggle think stale line.
- Fields `invalid` true: danger border; `search` true: room for a leading icon.
"""

from collections.abc import Mapping

from presencemap.ui.theme.tokens import Theme

_KINDS = {
    "working_on": ("work", "workSoft"),
    "struggling_with": ("struggle", "struggleSoft"),
    "thinking_about": ("think", "thinkSoft"),
}
_TONES = ("ink", "ink2", "ink3", "accent", "warn", "danger", "ok", "work", "struggle", "think")
_AVAILABILITY_TONES = ("avFree", "avBusy", "avDnd", "avAway", "avOff")
# The images that the sheet needs, by name: (icon, colour token, size).
IMAGES = {
    "down": ("chevron-down", "ink2", 16),
    "down-off": ("chevron-down", "borderStrong", 16),
    "up": ("chevron-up", "ink2", 16),
    "right": ("chevron-right", "ink2", 16),
    "tick": ("check", "onAccent", 14),
    "tick-off": ("check", "surface", 14),
    "mark": ("check", "accent", 16),
}


def style_sheet(theme: Theme, images: Mapping[str, str]) -> str:
    """The sheet of a look; `images` gives a file path, with slashes, for each name in IMAGES."""
    parts = (
        _base,
        _labels,
        _surfaces,
        _buttons,
        _chips,
        _fields,
        _choices,
        _popups,
        _scroll,
        _rest,
    )
    return "\n".join(part(theme, images) for part in parts)


def _type(theme: Theme, role: str) -> str:
    font = theme.font(role)
    return f"font-size: {font.pixelSize()}px; font-weight: {int(font.weight())};"


def _base(t: Theme, _images: Mapping[str, str]) -> str:
    return f"""
QWidget {{ color: {t.css("ink")}; }}
QMainWindow, QDialog, QMessageBox, QWizard {{ background: {t.css("bg")}; }}
QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollArea {{ border: none; }}
QMenu, QPushButton, QToolButton, QLineEdit, QComboBox {{ icon-size: 16px; }}
QMessageBox, QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{ background: {t.css("raised")}; color: {t.css("ink")};
  border: 1px solid {t.css("border")}; padding: 2px; {_type(t, "small")} }}
"""


def _labels(t: Theme, _images: Mapping[str, str]) -> str:
    lines = ["QLabel { background: transparent; }"]
    lines += [f'QLabel[role="{role}"] {{ {_type(t, role)} }}' for role in t.roles]
    lines += [
        f'QLabel[tone="{tone}"] {{ color: {t.css(tone)}; }}'
        for tone in _TONES + _AVAILABILITY_TONES
    ]
    lines.append('QLabel[strong="true"] { font-weight: 600; }')
    lines.append(
        f'QLabel[tag="talent"] {{ border: 1px solid {t.css("border")}; color: {t.css("ink2")};'
        f" border-radius: {t.px(20) // 2 + 1}px; padding: 0 9px; min-height: {t.px(20)}px;"
        f" {_type(t, 'small')} font-weight: 500; }}"
    )
    lines.append(
        f'QLabel[tag="shared"] {{ border: 1px solid {t.css("accent")}; color: {t.css("accent")};'
        f" border-radius: {t.px(20) // 2 + 1}px; padding: 0 9px; min-height: {t.px(20)}px;"
        f" {_type(t, 'small')} font-weight: 500; }}"
    )
    lines.append(
        f'QLabel[tag="topic"] {{ background: {t.css("raised")}; color: {t.css("accent")};'
        f" border-radius: {t.px(20) // 2}px; padding: 0 8px; min-height: {t.px(20)}px;"
        f" {_type(t, 'small')} font-weight: 500; }}"
    )
    return "\n".join(lines)


def _surfaces(t: Theme, _images: Mapping[str, str]) -> str:
    card, control = t.radius("card"), t.radius("control")
    strong = t.high_contrast
    lines = [
        f"""
QFrame[surface="card"] {{ background: {t.css("surface")}; border: 1px solid {t.css("border")};
  border-radius: {card}px; }}
QFrame[surface="raised"] {{ background: {t.css("raised")}; border: 1px solid {t.css("border")};
  border-radius: {card}px; }}
QFrame[surface="sunken"] {{ background: {t.css("sunken")}; border: none;
  border-radius: {control}px; }}
QFrame[surface="stale"] {{ background: transparent; border: 1px dashed {t.css("borderStrong")};
  border-radius: {control}px; }}
QFrame[surface="line"] {{ background: {t.css("border")}; border: none; }}
"""
    ]
    soft = {"note": "accent", **{name: name for name in ("warn", "danger", "ok")}}
    soft |= {name: name for name, _ in _KINDS.values()}
    for name, tone in soft.items():
        border = f"2px solid {t.css(tone)}" if strong else "none"
        lines.append(
            f'QFrame[surface="{name}"] {{ background: {t.css(tone + "Soft")}; border: {border};'
            f" border-radius: {control}px; }}"
        )
    return "\n".join(lines)


def _buttons(t: Theme, _images: Mapping[str, str]) -> str:
    high, low, radius = t.px(30), t.px(26), t.radius("control")
    return f"""
QPushButton, QToolButton {{ background: {t.css("surface")}; color: {t.css("ink")};
  border: 1px solid {t.css("border")}; border-radius: {radius}px;
  min-height: {high}px; padding: 0 12px; {_type(t, "body")} font-weight: 500; }}
QPushButton:hover, QToolButton:hover {{ background: {t.css("hover")};
  border-color: {t.css("borderStrong")}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.css("sunken")}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.css("ink3")};
  background: {t.css("sunken")}; border-color: {t.css("sunken")}; }}
QPushButton:focus, QToolButton:focus {{ outline: none; }}
QPushButton[small="true"], QToolButton[small="true"] {{ min-height: {low}px; padding: 0 10px;
  {_type(t, "small")} font-weight: 500; }}
QPushButton[variant="primary"], QPushButton:default[variant="primary"] {{
  background: {t.css("accent")}; color: {t.css("onAccent")}; border-color: {t.css("accent")};
  font-weight: 500; }}
QPushButton[variant="primary"]:hover, QPushButton[variant="primary"]:pressed {{
  background: {t.css("accentHover")}; border-color: {t.css("accentHover")}; }}
QPushButton[variant="primary"]:disabled {{ background: {t.css("sunken")};
  border-color: {t.css("sunken")}; color: {t.css("ink3")}; }}
QPushButton[variant="danger"] {{ color: {t.css("danger")}; border-color: {t.css("danger")}; }}
QPushButton[variant="danger"]:hover {{ background: {t.css("dangerSoft")}; }}
QPushButton[variant="quiet"], QToolButton[variant="quiet"] {{ background: transparent;
  border-color: transparent; color: {t.css("accent")}; padding: 0 8px; }}
QPushButton[bar="true"] {{ min-height: {t.px(18)}px; border-radius: 6px; margin: {t.px(4)}px 0;
  {_type(t, "micro")} font-weight: 600; }}
QPushButton[variant="quiet"]:hover, QToolButton[variant="quiet"]:hover {{
  background: {t.css("accentSoft")}; }}
QPushButton[variant="quiet"]:disabled, QToolButton[variant="quiet"]:disabled {{
  color: {t.css("ink3")}; }}
QToolButton[variant="icon"], QPushButton[variant="icon"] {{ background: transparent;
  border-color: transparent; padding: 0; min-width: {low}px; min-height: {low}px; }}
QToolButton[variant="icon"]:hover, QPushButton[variant="icon"]:hover {{
  background: {t.css("hover")}; }}
QToolButton[variant="act"] {{ background: transparent; border-color: transparent;
  color: {t.css("ink2")}; padding: 0 6px; min-height: {low}px; border-radius: 6px;
  {_type(t, "small")} font-weight: 500; }}
QToolButton[variant="act"]:hover {{ background: {t.css("hover")}; color: {t.css("ink")}; }}
QToolButton[variant="act"]:disabled {{ color: {t.css("ok")}; }}
QToolButton[variant="frame"], QPushButton[variant="frame"] {{ padding: 0;
  min-width: {t.px(38)}px; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
"""


def chip_height(t: Theme, *, tall: bool, narrow: bool) -> int:
    """Px that is drawn of a chip: in a narrow window more of what is pressed."""
    return max(t.px(28 if tall else 22) + 2, t.size("hitMin") if narrow else 0)


def _chip(t: Theme, *, tall: bool, narrow: bool) -> str:
    """As high as it is drawn, in the middle of what is pressed."""
    high = chip_height(t, tall=tall, narrow=narrow)
    air = max(0, t.hit(narrow=narrow) - high) // 2
    return f"min-height: {high - 2}px; border-radius: {high // 2}px; margin: {air}px 0;"


def _chips(t: Theme, _images: Mapping[str, str]) -> str:
    segment = t.px(26)
    lines = [
        f"""
QPushButton[variant="chip"] {{ {_chip(t, tall=False, narrow=False)}
  padding: 0 9px; color: {t.css("ink2")}; {_type(t, "small")} font-weight: 500; }}
QPushButton[variant="chip"]:hover {{ color: {t.css("ink")}; }}
QPushButton[variant="chip"]:checked, QPushButton[variant="chip"][on="true"] {{
  background: {t.css("accentSoft")};
  border-color: {t.css("accent")}; color: {t.css("accent")}; font-weight: 600; }}
QPushButton[variant="chip"][tall="true"] {{ {_chip(t, tall=True, narrow=False)} }}
QPushButton[variant="chip"][touch="true"] {{ {_chip(t, tall=False, narrow=True)} }}
QPushButton[variant="chip"][tall="true"][touch="true"] {{ {_chip(t, tall=True, narrow=True)} }}
QPushButton[variant="segment"] {{ background: transparent; border: 1px solid transparent;
  color: {t.css("ink2")}; min-height: {segment}px; padding: 0 12px; border-radius: 6px; }}
QPushButton[variant="segment"][touch="true"] {{ margin: 3px 0;
  min-height: {max(segment, t.hit(narrow=True) - 8)}px; }}
QPushButton[variant="segment"]:hover {{ color: {t.css("ink")}; }}
QPushButton[variant="segment"]:checked {{ background: {t.css("surface")};
  color: {t.css("ink")}; border-color: {t.css("border")}; font-weight: 600; }}
QFrame[segmented="true"] {{ background: {t.css("sunken")}; border: none;
  border-radius: {t.radius("control")}px; }}
"""
    ]
    for kind, (strong, soft) in _KINDS.items():
        lines.append(
            f'QPushButton[variant="chip"][kind="{kind}"]:checked {{ background: {t.css(soft)};'
            f" border-color: {t.css(strong)}; color: {t.css(strong)}; }}"
        )
    return "\n".join(lines)


def _fields(t: Theme, images: Mapping[str, str]) -> str:
    fields = "QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox"
    high, radius = t.px(30), t.radius("control")
    return f"""
{fields} {{ background: {t.css("surface")}; color: {t.css("ink")};
  border: 1px solid {t.css("borderStrong")}; border-radius: {radius}px;
  selection-background-color: {t.css("accent")}; selection-color: {t.css("onAccent")};
  {_type(t, "body")} }}
QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: {high}px; padding: 0 10px; }}
QPlainTextEdit, QTextEdit {{ padding: 7px 8px; {_type(t, "post")} }}
QLineEdit:focus, QAbstractSpinBox:focus {{ border: 2px solid {t.css("focus")};
  padding: 0 9px; min-height: {high - 2}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {t.css("focus")}; padding: 6px 7px; }}
QLineEdit[search="true"] {{ padding: 0 4px; }}
QLineEdit[search="true"]:focus {{ padding: 0 3px; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QTextEdit[invalid="true"],
QComboBox[invalid="true"] {{ border-color: {t.css("danger")}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled {{ background: {t.css("sunken")}; color: {t.css("ink3")};
  border-color: {t.css("border")}; }}
QLineEdit QToolButton {{ background: transparent; border: none; min-height: 0; padding: 0; }}
QComboBox {{ padding-right: 4px; combobox-popup: 0; }}
QComboBox:hover {{ background: {t.css("hover")}; }}
QComboBox:editable {{ background: {t.css("surface")}; }}
QComboBox:editable:focus {{ border: 2px solid {t.css("focus")}; padding: 0 3px 0 9px;
  min-height: {high - 2}px; }}
QComboBox QLineEdit {{ border: none; background: transparent; padding: 0; min-height: 0; }}
QComboBox QLineEdit:focus {{ border: none; padding: 0; min-height: 0; }}
QComboBox::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right;
  width: 26px; border: none; background: transparent; }}
QComboBox::down-arrow {{ image: url("{images["down"]}"); width: 16px; height: 16px; }}
QComboBox::down-arrow:disabled {{ image: url("{images["down-off"]}"); }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 20px;
  background: transparent; }}
QAbstractSpinBox::up-arrow {{ image: url("{images["up"]}"); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url("{images["down"]}"); width: 12px; height: 12px; }}
"""


def _choices(t: Theme, images: Mapping[str, str]) -> str:
    return f"""
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; {_type(t, "body")} }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.css("ink3")}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px;
  border: 1px solid {t.css("borderStrong")}; background: {t.css("surface")}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.css("accent")}; }}
QCheckBox::indicator:checked {{ background: {t.css("accent")}; border-color: {t.css("accent")};
  image: url("{images["tick"]}"); }}
QCheckBox::indicator:checked:disabled {{ background: {t.css("borderStrong")};
  border-color: {t.css("borderStrong")}; image: url("{images["tick-off"]}"); }}
QRadioButton::indicator:checked {{ border: 5px solid {t.css("accent")}; width: 6px; height: 6px; }}
QProgressBar {{ background: {t.css("sunken")}; border: none; border-radius: 2px;
  max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {t.css("accent")}; border-radius: 2px; }}
"""


def _popups(t: Theme, images: Mapping[str, str]) -> str:
    item = t.px(30)
    return f"""
QComboBox QAbstractItemView, QListView[popup="true"] {{ background: {t.css("raised")};
  color: {t.css("ink")}; border: 1px solid {t.css("border")}; padding: 4px; outline: none;
  selection-background-color: {t.css("accentSoft")}; selection-color: {t.css("ink")};
  {_type(t, "body")} }}
QComboBox QAbstractItemView::item, QListView[popup="true"]::item {{ min-height: {item}px;
  padding: 0 8px; border-radius: 6px; border: none; }}
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected,
QListView[popup="true"]::item:hover, QListView[popup="true"]::item:selected {{
  background: {t.css("accentSoft")}; color: {t.css("ink")}; }}
QListView[rows="true"]::item {{ min-height: {t.px(44)}px; padding: 0 14px; border: none;
  color: {t.css("ink")}; }}
QListView[rows="true"]::item:hover {{ background: {t.css("hover")}; }}
QListView[rows="true"]::item:selected {{ background: {t.css("accentSoft")};
  color: {t.css("ink")}; }}
QMenu {{ background: {t.css("raised")}; color: {t.css("ink")};
  border: 1px solid {t.css("border")}; padding: 6px; {_type(t, "body")} }}
QMenu::item {{ padding: 0 20px 0 12px; min-height: {item}px; height: {item}px;
  border-radius: 6px; border: none; }}
QMenu::item:selected {{ background: {t.css("accentSoft")}; }}
QMenu::item:disabled {{ color: {t.css("ink3")}; background: transparent; }}
QMenu::icon {{ padding-left: 12px; }}
QMenu::separator {{ height: 1px; background: {t.css("border")}; margin: 6px 0; }}
QMenu::indicator {{ width: 16px; height: 16px; margin-left: 4px; }}
QMenu::indicator:checked {{ image: url("{images["mark"]}"); }}
QMenu::right-arrow {{ image: url("{images["right"]}"); width: 14px; height: 14px;
  right: 8px; }}
"""


def _scroll(t: Theme, _images: Mapping[str, str]) -> str:
    return f"""
QAbstractScrollArea::corner {{ background: transparent; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {t.css("borderStrong")}; border-radius: 2px; margin: 4px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {t.css("ink3")};
  border-radius: 3px; margin: 3px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _rest(t: Theme, _images: Mapping[str, str]) -> str:
    return f"""
QStatusBar {{ background: {t.css("bg")}; color: {t.css("ink3")};
  border-top: 1px solid {t.css("border")}; {_type(t, "micro")} }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.css("ink3")}; {_type(t, "micro")} }}
QSplitter::handle {{ background: {t.css("border")}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover, QSplitter::handle:pressed {{ background: {t.css("accent")}; }}
QTabWidget::pane {{ border: none; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {t.css("ink2")}; border: none;
  border-bottom: 2px solid transparent; padding: 6px 12px; {_type(t, "body")} font-weight: 500; }}
QTabBar::tab:hover {{ color: {t.css("ink")}; }}
QTabBar::tab:selected {{ color: {t.css("accent")}; border-bottom-color: {t.css("accent")}; }}
QDialog QLabel, QMessageBox QLabel {{ {_type(t, "body")} }}
QTreeView::item {{ border-bottom: 1px solid {t.css("border")}; height: {t.px(40)}px;
  padding: 0 4px; }}
QTreeView::item:hover {{ background: {t.css("hover")}; }}
QTreeView::item:selected {{ background: {t.css("accentSoft")}; color: {t.css("ink")}; }}
QListView, QTreeView, QTableView {{ background: {t.css("surface")}; border: none; outline: none; }}
QListView[found="true"] {{ background: {t.css("raised")}; }}
"""

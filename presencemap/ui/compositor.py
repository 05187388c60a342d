"""Whether a window may be see-through, and whether an X server has a tray.

Qt says neither. On X11 both are told by who owns a selection of the screen: `_NET_WM_CM_Sn` is the
compositor's (EWMH), `_NET_SYSTEM_TRAY_Sn` the tray's. Asked over libxcb, on which Qt's own X11
plugin stands, on a connection of its own that is closed at once (under a millisecond).
"""

import ctypes
import os
from typing import Any

from PySide6.QtGui import QGuiApplication


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _AtomReply(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("atom", ctypes.c_uint32),
    )


class _OwnerReply(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("owner", ctypes.c_uint32),
    )


def see_through() -> bool:
    """Whether translucent pixels of a window show what lies behind; a bare X11 paints them black.

    Every other platform that we run on always composes.
    """
    if QGuiApplication.platformName() != "xcb":
        return True
    return selection_owned("_NET_WM_CM_S")


def has_x11_tray() -> bool:
    """Whether an XEmbed tray runs; False away from X11."""
    return QGuiApplication.platformName() == "xcb" and selection_owned("_NET_SYSTEM_TRAY_S")


def selection_owned(prefix: str) -> bool:
    """Whether somebody owns the selection of the default screen; False without an X server."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = _library()
    except OSError:
        return False
    screen = ctypes.c_int(0)
    connection = xcb.xcb_connect(None, ctypes.byref(screen))
    try:
        if xcb.xcb_connection_has_error(connection):
            return False
        return _owner(xcb, connection, f"{prefix}{screen.value}".encode()) != 0
    finally:
        xcb.xcb_disconnect(connection)


def _owner(xcb: Any, connection: int, name: bytes) -> int:
    """The window that owns the selection, 0 for none."""
    free = ctypes.CDLL(None).free
    free.argtypes = [ctypes.c_void_p]
    asked = xcb.xcb_intern_atom(connection, 0, len(name), name)
    atom = xcb.xcb_intern_atom_reply(connection, asked, None)
    if not atom:
        return 0
    asked = xcb.xcb_get_selection_owner(connection, atom.contents.atom)
    free(atom)
    reply = xcb.xcb_get_selection_owner_reply(connection, asked, None)
    if not reply:
        return 0
    owner = int(reply.contents.owner)
    free(reply)
    return owner


def _library() -> Any:
    xcb = ctypes.CDLL("libxcb.so.1")
    pointer = ctypes.c_void_p
    xcb.xcb_connect.restype = pointer
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_connection_has_error.argtypes = [pointer]
    xcb.xcb_disconnect.argtypes = [pointer]
    xcb.xcb_intern_atom.restype = _Cookie
    xcb.xcb_intern_atom.argtypes = [pointer, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_char_p]
    xcb.xcb_intern_atom_reply.restype = ctypes.POINTER(_AtomReply)
    xcb.xcb_intern_atom_reply.argtypes = [pointer, _Cookie, pointer]
    xcb.xcb_get_selection_owner.restype = _Cookie
    xcb.xcb_get_selection_owner.argtypes = [pointer, ctypes.c_uint32]
    xcb.xcb_get_selection_owner_reply.restype = ctypes.POINTER(_OwnerReply)
    xcb.xcb_get_selection_owner_reply.argtypes = [pointer, _Cookie, pointer]
    return xcb

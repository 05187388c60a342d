"""What Qt and the tests need from the system, what of it is missing, and which package has it.

Owns the names in other people's distributions. Asks the linker rather than the package database, so
a library that came another way counts. Standard library only: it runs before anything is installed.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Self

# Without these no Qt program starts, not even one without a screen ...
CORE = (
    "lib/libQt6Widgets.so.6",
    "lib/libQt6DBus.so.6",
    "lib/libQt6Network.so.6",
    "lib/libQt6Svg.so.6",
    "plugins/platforms/libqoffscreen.so",
)
# ... and without these no window shows on X11 or Wayland.
WINDOW = ("plugins/platforms/libqxcb.so", "plugins/platforms/libqwayland.so")

# Programs that only the tests use.
TOOLS = ("Xvfb", "dbus-run-session", "xdotool", "ip", "nft", "tcpdump", "faketime")

DEBIAN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
    "ip": "iproute2",
    "nft": "nftables",
}
ARCH = {
    "libEGL.so.1": "libglvnd",
    "libGL.so.1": "libglvnd",
    "libX11-xcb.so.1": "libx11",
    "libX11.so.6": "libx11",
    "libdbus-1.so.3": "dbus",
    "libfontconfig.so.1": "fontconfig",
    "libfreetype.so.6": "freetype2",
    "libglib-2.0.so.0": "glib2",
    "libgssapi_krb5.so.2": "krb5",
    "libgthread-2.0.so.0": "glib2",
    "libwayland-client.so.0": "wayland",
    "libwayland-cursor.so.0": "wayland",
    "libxcb-cursor.so.0": "xcb-util-cursor",
    "libxcb-icccm.so.4": "xcb-util-wm",
    "libxcb-image.so.0": "xcb-util-image",
    "libxcb-keysyms.so.1": "xcb-util-keysyms",
    "libxcb-render-util.so.0": "xcb-util-renderutil",
    "libxcb-util.so.1": "xcb-util",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11",
    "libxkbcommon.so.0": "libxkbcommon",
    "libz.so.1": "zlib",
    "Xvfb": "xorg-server-xvfb",
    "dbus-run-session": "dbus",
    "ip": "iproute2",
    "nft": "nftables",
}


def missing(site: Path, *, with_tools: bool) -> tuple[list[str], list[str]]:
    """Tell what is missing: what nothing starts without, and what a window or the tests want.

    Args:
        site: the site-packages folder that holds PySide6.
        with_tools: whether the tests' programs are wanted too.

    Returns:
        Sonames; sonames and program names.
    """
    qt = site / "PySide6" / "Qt"
    needed = unresolved([qt / name for name in CORE])
    wanted = [name for name in unresolved([qt / name for name in WINDOW]) if name not in needed]
    if with_tools:
        # Debian keeps ip in sbin, which is not on everybody's PATH.
        path = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"
        wanted += [name for name in TOOLS if not shutil.which(name, path=path)]
    return needed, wanted


def unresolved(files: list[Path]) -> list[str]:
    """Ask the linker which libraries of these files it can't find."""
    listing = subprocess.run(
        ["ldd", *map(str, files)], capture_output=True, text=True, check=False
    ).stdout
    return sorted(set(re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE)))


@dataclass(frozen=True)
class Manager:
    """A package manager: its program, the words that install, and how it names things."""

    name: str
    install_words: tuple[str, ...]
    refresh_words: tuple[str, ...] = ()
    names: dict[str, str] | None = None

    @classmethod
    def of_this_machine(cls) -> Self | None:
        """Give the first package manager found, if it is one we know."""
        known = (
            cls("apt-get", ("install", "--yes", "--no-install-recommends"), ("update",), DEBIAN),
            cls("dnf", ("install", "--assumeyes")),
            cls("zypper", ("--non-interactive", "install")),
            cls("pacman", ("-S", "--needed", "--noconfirm"), (), ARCH),
        )
        return next((manager for manager in known if shutil.which(manager.name)), None)

    def packages(self, missing: list[str]) -> list[str]:
        """Name the packages that hold these libraries and programs."""
        return sorted({self._package(name) for name in missing})

    def command(self, packages: list[str]) -> str:
        """Give the line that a person types, without sudo."""
        quoted = (f"'{name}'" if "(" in name else name for name in packages)
        return " ".join((self.name, *self.install_words, *quoted))

    def install(self, packages: list[str]) -> bool:
        """Install packages, as root; True when the package manager says that it did."""
        environment = {
            **os.environ,
            "DEBIAN_FRONTEND": "noninteractive",
            "DEBCONF_NOWARNINGS": "yes",
        }
        quiet = ("-qq",) if self.name == "apt-get" else ()
        if self.refresh_words:
            refresh = [self.name, *quiet, *self.refresh_words]
            subprocess.run(refresh, env=environment, stdout=subprocess.DEVNULL, check=False)
        install = [self.name, *quiet, *self.install_words, *packages]
        return (
            subprocess.run(
                install, env=environment, stdout=subprocess.DEVNULL, check=False
            ).returncode
            == 0
        )

    def _package(self, name: str) -> str:
        if self.names is not None:
            return self.names.get(name, "libxcb" if name.startswith("libxcb") else name)
        # rpm's managers take what a package provides: a soname, or a program's path.
        if ".so" in name:
            return f"{name}()(64bit)"
        return f"/usr/sbin/{name}" if name in ("ip", "nft") else f"/usr/bin/{name}"

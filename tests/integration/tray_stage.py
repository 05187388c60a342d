"""The other sides of the tray's desktop test: a panel on the session bus, the app on the screen.

``panel``: a StatusNotifierWatcher that prints each item registered with it. ``app PROFILE``: the
app on loopback. Both run until they are ended.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusVariant,
    QDBusVirtualObject,
)

from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.protocol.address import Address
from presencemap.ui.application import run_app

WATCHER = "org.kde.StatusNotifierWatcher"
PROPERTIES = {"IsStatusNotifierHostRegistered": True, "ProtocolVersion": 0}


class Watcher(QDBusVirtualObject):
    """Answers what an item asks before and when it registers."""

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802
        arguments = message.arguments()
        match message.member():
            case "RegisterStatusNotifierItem":
                connection.send(message.createReply())
                print("item", message.service(), arguments[0], flush=True)
            case "Get":
                answer = QDBusVariant(PROPERTIES[arguments[1]])
                connection.send(message.createReply([answer]))
            case _:
                return False
        return True


def panel() -> int:
    app = QCoreApplication(sys.argv[:1])
    bus = QDBusConnection.sessionBus()
    watcher = Watcher()
    bus.registerVirtualObject("/StatusNotifierWatcher", watcher)
    if not bus.registerService(WATCHER):
        return 1
    print("ready", flush=True)
    return app.exec()


def app(profile: str) -> int:
    options = Options(Address("127.0.0.1", 0), interfaces=("127.0.0.1",), mdns=False)
    return run_app(ProfilePaths.at(Path(profile)), options)


if __name__ == "__main__":
    raise SystemExit(panel() if sys.argv[1] == "panel" else app(sys.argv[2]))

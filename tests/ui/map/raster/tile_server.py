"""A map server on loopback, over https, that draws plain tiles or misbehaves as it is told.

Its certificate is made here, by hand: Ed25519, for 127.0.0.1, signed by itself.
"""

import ssl
import time
from base64 import encodebytes
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_RDWR, socket
from threading import Event, Lock, Thread
from typing import Any

from nacl.signing import SigningKey
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage
from PySide6.QtNetwork import QSsl, QSslCertificate, QSslConfiguration

from presencemap.domain.map_server import MapServer

_ED25519 = bytes.fromhex("300506032b6570")
_FOR_NAME = bytes.fromhex("0603550403")
_BASIC, _NAMES = bytes.fromhex("0603551d13"), bytes.fromhex("0603551d11")


def _der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    length = len(body)
    if length < 0x80:
        return bytes([tag, length]) + body
    size = (length.bit_length() + 7) // 8
    return bytes([tag, 0x80 | size]) + length.to_bytes(size) + body


def _pem(name: str, der: bytes) -> str:
    return f"-----BEGIN {name}-----\n{encodebytes(der).decode()}-----END {name}-----\n"


def certificate(seed: bytes = b"t" * 32) -> tuple[str, str]:
    """(certificate, key) in PEM."""
    key = SigningKey(seed)
    name = _der(0x30, _der(0x31, _der(0x30, _FOR_NAME, _der(0x0C, b"a test's map server"))))
    valid = _der(0x30, _der(0x17, b"250101000000Z"), _der(0x17, b"491231235959Z"))
    public = _der(0x30, _ED25519, _der(0x03, b"\0", key.verify_key.encode()))
    authority = _der(0x30, _BASIC, b"\x01\x01\xff", _der(0x04, _der(0x30, b"\x01\x01\xff")))
    address = _der(0x30, _NAMES, _der(0x04, _der(0x30, _der(0x87, bytes([127, 0, 0, 1])))))
    extensions = _der(0xA3, _der(0x30, authority, address))
    version, serial = _der(0xA0, b"\x02\x01\x02"), b"\x02\x01\x07"
    said = _der(0x30, version, serial, _ED25519, name, valid, name, public, extensions)
    signed = _der(0x30, said, _ED25519, _der(0x03, b"\0", key.sign(said).signature))
    private = _der(0x30, b"\x02\x01\x00", _ED25519, _der(0x04, _der(0x04, seed)))
    return _pem("CERTIFICATE", signed), _pem("PRIVATE KEY", private)


def picture(side: int = 256, kind: str = "png", colour: str = "#7aa26c") -> bytes:
    """A plain tile."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return written(image, kind)


def written(image: QImage, kind: str = "png") -> bytes:
    """An image as a file has it."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]  # the stubs want bytes
    return bytes(buffer.data().data())


class TileServer:
    """``draw`` gives the body for a path; ``status``, ``headers`` and ``hold`` change the rest.

    Who has the picture of this ``etag`` gets none again.
    """

    def __init__(self, folder: Path) -> None:
        made, key = certificate()
        (folder / "chain.pem").write_text(made + key)
        self.certificate = QSslCertificate.fromData(made.encode(), QSsl.EncodingFormat.Pem)
        self.status = 200
        self.headers: dict[str, str] = {"Cache-Control": "max-age=3600"}
        plain = picture()
        self.draw: Callable[[str], bytes] = lambda _: plain
        self.etag = ""
        self.hold = Event()
        self.hold.set()
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.most_at_once = 0
        self._at_once = 0
        self._lock = Lock()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "chain.pem")
        self._server = _Quiet(("127.0.0.1", 0), _handler(self))
        self._server.socket = context.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False
        )
        self._server.timeout = 0.1
        self.port = self._server.server_address[1]
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def used(self) -> MapServer:
        """As a team would name it."""
        return MapServer(f"https://127.0.0.1:{self.port}/{{z}}/{{x}}/{{y}}.png", "© Plain Tiles")

    def paths(self) -> list[str]:
        """What was asked for."""
        return [path for path, _ in self.asked]

    def close(self) -> None:
        """Nobody answers there any more; twice does no harm."""
        self.hold.set()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
            self._server.hang_up()
            self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.asked.append((handler.path, dict(handler.headers.items())))
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            self.hold.wait(20)
            same = bool(self.etag) and handler.headers.get("If-None-Match") == self.etag
            body = b"" if same else self.draw(handler.path)
            handler.send_response(304 if same else self.status)
            length = {} if same else {"Content-Length": str(len(body))}
            for name, value in {**length, "ETag": self.etag, **self.headers}.items():
                if value:
                    handler.send_header(name, value)
            handler.end_headers()
            for start in range(0, len(body), 65_536):
                handler.wfile.write(body[start : start + 65_536])
        finally:
            with self._lock:
                self._at_once -= 1


class _Quiet(ThreadingHTTPServer):
    """Its threads end when it closes, also those whose connection somebody keeps open."""

    def __init__(self, *asked: Any) -> None:
        super().__init__(*asked)
        self._callers: list[socket] = []

    def get_request(self) -> tuple[socket, Any]:
        """Remember who calls."""
        found = super().get_request()
        self._callers.append(found[0])
        return found

    def hang_up(self) -> None:
        """End all connections."""
        for caller in self._callers:
            with suppress(OSError):
                caller.shutdown(SHUT_RDWR)

    def handle_error(self, *_: Any) -> None:
        """Who hung up is no news."""


def _handler(server: TileServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 5

        def do_GET(self) -> None:
            server.answer(self)

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    return Handler


@contextmanager
def trusted(server: TileServer) -> Iterator[None]:
    """Qt trusts its certificate meanwhile, and no other."""
    before = QSslConfiguration.defaultConfiguration()
    trusting = QSslConfiguration(before)
    trusting.setCaCertificates(server.certificate)
    QSslConfiguration.setDefaultConfiguration(trusting)
    try:
        yield
    finally:
        QSslConfiguration.setDefaultConfiguration(before)


def until(holds: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait for what a thread of the server does."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)

"""Web Mercator: where a point of the earth is on the screen, and back.

Plain numbers, no Qt. Screen coordinates are device-independent pixels from the top left corner;
geographic ones are degrees (WGS 84). At zoom z the world is 256 * 2**z pixels wide.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import asinh, atan, cos, degrees, log2, pi, radians, sinh, tan
from typing import NamedTuple, Self

MIN_ZOOM = 2.0
MAX_ZOOM = 15.0
MAX_LATITUDE = 85.05112878
"""Where the square world ends."""
WORLD = 256.0
_EQUATOR_KM = 40_075.017


class Margins(NamedTuple):
    """Pixels at each side that something else covers."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


def world_x(lon: float) -> float:
    """0 at 180 degrees west, 1 at 180 east."""
    return (lon + 180.0) / 360.0


def world_y(lat: float) -> float:
    """0 at the northern edge, 1 at the southern; latitudes beyond the edges are on them."""
    inside = max(-MAX_LATITUDE, min(MAX_LATITUDE, lat))
    return 0.5 - asinh(tan(radians(inside))) / (2.0 * pi)


def longitude(x: float) -> float:
    """The longitude of a world x, brought into -180..180."""
    return (x % 1.0) * 360.0 - 180.0 if not 0.0 <= x <= 1.0 else x * 360.0 - 180.0


def latitude(y: float) -> float:
    """The latitude of a world y."""
    return degrees(atan(sinh(2.0 * pi * (0.5 - y))))


@dataclass(frozen=True, slots=True)
class View:
    """What a window of `width` by `height` pixels shows of the earth."""

    center_lat: float
    center_lon: float
    zoom: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels across the world."""
        return float(WORLD * 2.0**self.zoom)

    @property
    def left(self) -> float:
        """World x of the left edge; outside 0..1 where the view reaches over the date line."""
        return world_x(self.center_lon) - self.width / 2.0 / self.scale

    @property
    def top(self) -> float:
        """World y of the upper edge."""
        return world_y(self.center_lat) - self.height / 2.0 / self.scale

    def to_screen(self, lat: float, lon: float) -> tuple[float, float]:
        """Pixels of a point, in the copy of the world that is nearest to the centre."""
        dx = world_x(lon) - world_x(self.center_lon)
        dx -= round(dx)
        dy = world_y(lat) - world_y(self.center_lat)
        return self.width / 2.0 + dx * self.scale, self.height / 2.0 + dy * self.scale

    def to_geo(self, x: float, y: float) -> tuple[float, float]:
        """Latitude and longitude under a pixel."""
        return latitude(self.top + y / self.scale), longitude(self.left + x / self.scale)

    def zoomed_at(self, factor: float, x: float, y: float) -> Self:
        """`factor` times as large; what is under the pixel stays under it."""
        zoom = max(MIN_ZOOM, min(MAX_ZOOM, self.zoom + log2(factor)))
        scale = WORLD * 2.0**zoom
        dx, dy = x - self.width / 2.0, y - self.height / 2.0
        center_x = self.left + x / self.scale - dx / scale
        center_y = self.top + y / self.scale - dy / scale
        return self._centred(center_x, center_y, zoom)

    def panned(self, dx: float, dy: float) -> Self:
        """The picture moved by so many pixels, as a hand drags it: to the right shows the west."""
        return self._centred(
            world_x(self.center_lon) - dx / self.scale,
            world_y(self.center_lat) - dy / self.scale,
            self.zoom,
        )

    def resized(self, width: float, height: float) -> Self:
        """The same centre and zoom in a window of another size."""
        if (width, height) == (self.width, self.height):
            return self
        x, y = world_x(self.center_lon), world_y(self.center_lat)
        lat, lon = _kept_inside(x, y, self.zoom, height)
        return replace(self, center_lat=lat, center_lon=lon, width=width, height=height)

    def fitted(
        self,
        points: Iterable[tuple[float, float]],
        margins: Margins = Margins(),  # noqa: B008  immutable
        max_zoom: float = 11.0,
    ) -> Self:
        """The closest view of all `points` (lat, lon) in the window less its margins.

        One point, or points in one spot, come no closer than `max_zoom`. No point: the view as is.
        """
        placed = [(world_x(lon), world_y(lat)) for lat, lon in points]
        if not placed:
            return self
        # A team on both sides of the date line is nearer to itself over it: measure from one of it.
        first = placed[0][0]
        xs = [first + (x - first) - round(x - first) for x, _ in placed]
        ys = [y for _, y in placed]
        free_width = max(1.0, self.width - margins.left - margins.right)
        free_height = max(1.0, self.height - margins.top - margins.bottom)
        spread = max((max(xs) - min(xs)) / free_width, (max(ys) - min(ys)) / free_height)
        closest = log2(1.0 / (spread * WORLD)) if spread > 0.0 else max_zoom
        zoom = max(MIN_ZOOM, min(max_zoom, closest))
        scale = WORLD * 2.0**zoom
        return self._centred(
            (min(xs) + max(xs)) / 2.0 + (margins.right - margins.left) / 2.0 / scale,
            (min(ys) + max(ys)) / 2.0 + (margins.bottom - margins.top) / 2.0 / scale,
            zoom,
        )

    def _centred(self, x: float, y: float, zoom: float) -> Self:
        lat, lon = _kept_inside(x, y, zoom, self.height)
        return replace(self, center_lat=lat, center_lon=lon, zoom=zoom)


def _kept_inside(x: float, y: float, zoom: float, height: float) -> tuple[float, float]:
    """The centre (lat, lon) for a world point, so that nothing beyond the poles shows if it can."""
    half = height / 2.0 / (WORLD * 2.0**zoom)
    inside = 0.5 if half >= 0.5 else max(half, min(1.0 - half, y))
    return latitude(inside), longitude(x)


def px_per_10km(lat: float, zoom: float) -> float:
    """How many px 10 km are at a latitude and zoom."""
    return float(WORLD * 2.0**zoom * 10.0 / (_EQUATOR_KM * cos(radians(lat))))

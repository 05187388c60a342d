"""Where the program's own read-only files are: icons, font, towns, basemap, translations, theme.

Knows the two lay-outs (installed wheel, checkout) and nothing about what the files hold.
"""

from functools import cache
from pathlib import Path

from presencemap.domain.errors import EnvironmentFault


@cache
def resource_root() -> Path:
    """The resources folder.

    Raises:
        EnvironmentFault: the installation is broken: neither lay-out has the folder.
    """
    package = Path(__file__).resolve().parent.parent
    # In a checkout presencemap/resources doesn't exist; in a wheel nothing lies beside the package.
    for candidate in (package / "resources", package.parent / "resources"):
        if (candidate / "icons").is_dir():
            return candidate
    raise EnvironmentFault(f"the resources folder is missing beside {package}; install again")


def resource(*parts: str) -> Path:
    """Path of one resource, as `resource("icons", "map.svg")`. It may not exist."""
    return resource_root().joinpath(*parts)

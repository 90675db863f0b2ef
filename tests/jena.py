"""Apache Jena's command line, where Debian's package of it is installed (libapache-jena-java)."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

JARS = Path("/usr/share/java")
MISSING = "Apache Jena needs java and Debian's libapache-jena-java"

needs_jena = pytest.mark.skipif(
    shutil.which("java") is None or not (JARS / "jena-cmds.jar").exists(), reason=MISSING
)


def riot(path: Path, *options: str) -> tuple[str, str]:
    """Parse a file with all of riot's checks; return the N-Quads it makes and what it complains of."""
    command = ["java", "-cp", _class_path(), "riotcmd.riot", "--check", "--output=nq", *options, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout, done.stderr


@cache
def _class_path() -> str:
    names = sorted(str(path) for path in JARS.glob("*.jar") if "slf4j" not in path.name)
    logging = [str(JARS / "slf4j-api.jar"), str(JARS / "slf4j-simple.jar")]
    return ":".join([str(_messages()), *names, *logging])


def _messages() -> Path:
    """Return a folder with Jena's message files where Debian's build of it looks for them.

    Debian renames the package of Jena's XML Schema code, and leaves its messages under the old name.
    """
    folder = Path(mkdtemp(prefix="jena-"))
    old = "org/apache/jena/ext/"
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(f"{old}xerces/") and name.endswith(".properties"):
                target = folder / name.removeprefix(old)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    return folder

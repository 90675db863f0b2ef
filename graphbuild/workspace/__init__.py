"""An output folder as a workspace: what is in it, and how articles come, go and are replaced."""

from __future__ import annotations

from graphbuild.workspace.folder import Workspace, open
from graphbuild.workspace.updating import Given, Options, Update, Watch, add, build, remove, replace

__all__ = ["Given", "Options", "Update", "Watch", "Workspace", "add", "build", "open", "remove", "replace"]

"""Whether a file lies on a network share, where SQLite's locks and shared memory cannot be trusted."""

import ctypes
import os
import re
import sys
from pathlib import Path
from typing import Final

_MOUNTS: Final = Path("/proc/mounts")
_DRIVE_REMOTE: Final = 4  # GetDriveTypeW
_NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afs", "ncpfs", "ceph", "glusterfs", "lustre", "gpfs"}
    | {"beegfs", "ocfs2", "gfs2", "davfs", "9p", "vboxsf", "fuse.sshfs", "fuse.rclone", "fuse.s3fs"}
    | {"fuse.glusterfs", "fuse.ceph", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.vmhgfs-fuse", "fuse.smbnetfs"}
)


def is_network_path(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether `path` (it need not exist yet) lies on another machine's disk.

    Known on Windows (UNC paths, mapped drives) and where `mounts` lists what is mounted (Linux); elsewhere
    nothing is known and the answer is no.
    """
    if sys.platform == "win32":
        return _is_remote_on_windows(path)
    try:
        table = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return _is_remote_by(table, Path(os.path.realpath(path)))


def _is_remote_by(table: str, path: Path) -> bool:
    kinds: dict[Path, str] = {}
    for line in table.splitlines():
        words = line.split(" ")
        if len(words) > 2:
            kinds[Path(_unescaped(words[1]))] = words[2]
    kind = next((kinds[place] for place in (path, *path.parents) if place in kinds), "")
    if kind == "9p" and kinds.get(Path("/")) == "9p":
        return False  # a small virtual machine whose own disk comes this way, not a share
    return kind in _NETWORK


def _unescaped(mount_point: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), mount_point)


def _is_remote_on_windows(path: Path) -> bool:
    resolved = os.path.realpath(path)
    if resolved.startswith("\\\\") and not resolved.startswith("\\\\?\\"):
        return True
    if resolved.startswith("\\\\?\\UNC\\"):
        return True
    windll = getattr(ctypes, "windll")  # noqa: B009 - there is none elsewhere, and the type checker knows it
    drive = os.path.splitdrive(resolved)[0]
    return bool(drive) and int(windll.kernel32.GetDriveTypeW(f"{drive}\\")) == _DRIVE_REMOTE

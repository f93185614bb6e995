"""The same source in two places, at two times, in two surroundings: the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .figures import Figure
from .processes import FOLDERS

OURS = Path(__file__).parents[2]
SURROUNDINGS: tuple[Mapping[str, str], ...] = (
    {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "umask": "022"},
    {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "2", "umask": "077"},
    {"TZ": "UTC", "LC_ALL": "POSIX", "PYTHONHASHSEED": "3", "umask": "000", "HOME": ""},
)


def figures() -> tuple[Figure, ...]:
    """Our own issues, built in folders of different names."""
    with TemporaryDirectory(prefix="kjqb-same-", dir=FOLDERS) as name:
        built = [_built(Path(name) / f"第 {rank} 处", env) for rank, env in enumerate(SURROUNDINGS)]
    same = sum(each[path] == data for each in built[1:] for path, data in built[0].items() if path in each)
    tried = (len(built) - 1) * len(built[0])
    whole = all(each.keys() == built[0].keys() for each in built)
    remark = "时区、语言环境、umask、HOME、文件时间、字典次序、路径（含空格和汉字）各不相同"
    return (Figure("异地再次编制，产品逐字节相同", tried, same if whole else 0, remark),)


def _built(root: Path, surroundings: Mapping[str, str]) -> dict[str, bytes]:
    for name in ("issues", "kjqb.toml"):
        copy = shutil.copytree if (OURS / name).is_dir() else shutil.copy2
        root.mkdir(exist_ok=True)
        copy(OURS / name, root / name)
    for path in root.rglob("*"):
        os.utime(path, (len(root.name) * 10**8, int(surroundings["umask"]) * 10**7))
    env = {
        **os.environ,
        "PYTHONPATH": str(OURS),
        **{name: value for name, value in surroundings.items() if name != "umask"},
    }
    line = [sys.executable, "-m", "kjqb", "build", "--all", "--force"]
    mask = int(surroundings["umask"], 8)
    subprocess.run(line, cwd=root, env=env, check=False, capture_output=True, umask=mask)
    found = (path for folder in ("dist", "issues") for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}

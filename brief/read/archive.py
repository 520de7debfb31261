"""Members of a zip archive, under limits: nothing is unpacked to disk, and nothing can grow without end."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO

from brief.errors import InputProblem

MEMBERS = 1_000
MEMBER_LIMIT = 20_000_000
TOTAL_LIMIT = 100_000_000
RATIO = 200
_SMALL = 1_000_000
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DIRECTORY_MARK = b"PK\x01\x02"
_DAMAGED = (
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


class Damaged(InputProblem):
    """An archive, or a member of it, that can't be unpacked."""


class Archive:
    """A zip archive in memory; its members are read one by one.

    Raises InputProblem when it is damaged, has more than 1,000 members, or would unpack to more than 100 MB.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(_DIRECTORY_MARK) > 20 * MEMBERS:
            raise InputProblem(_many(f"over {20 * MEMBERS:,}"))
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGED as error:
            raise Damaged("a damaged zip archive: make it anew, or unpack it") from error
        self.members = [member for member in self._zip.infolist() if not member.is_dir()]
        if len(self.members) > MEMBERS:
            raise InputProblem(_many(f"{len(self.members):,}"))
        total = sum(member.file_size for member in self.members)
        if total > TOTAL_LIMIT:
            raise InputProblem(
                f"an archive that unpacks to {total / 1e6:,.0f} MB, the limit is {TOTAL_LIMIT // 10**6} MB: split it"
            )

    def files(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Return the name of each member, with what gives its bytes or raises InputProblem."""
        for member in self.members:
            yield member.filename.replace("\\", "/"), partial(self.content, member)

    def content(self, member: zipfile.ZipInfo) -> bytes:
        """Return the bytes of a member.

        Raises InputProblem when its name leads out of the archive, and when it is encrypted, damaged, over 20 MB, or
        packed more than 200 times smaller.
        """
        name = member.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
            raise InputProblem("a name that leads out of the archive: rename the file and make the archive anew")
        if member.flag_bits & _ENCRYPTED:
            raise InputProblem("encrypted: unpack it with its password, and give the files")
        if member.compress_type not in _METHODS:
            raise InputProblem("packed in a way that is not read: make the archive anew as an ordinary zip")
        if member.file_size > MEMBER_LIMIT:
            raise InputProblem(f"too large: {member.file_size / 1e6:.1f} MB, the limit is {MEMBER_LIMIT // 10**6} MB")
        if member.file_size > _SMALL and member.file_size > RATIO * max(member.compress_size, 1):
            raise InputProblem(f"packed more than {RATIO} times smaller, as no article is: unpack it and look at it")
        try:
            with self._zip.open(member) as file:
                return file.read(MEMBER_LIMIT)
        except _DAMAGED as error:
            raise Damaged("damaged in the archive: make the archive anew") from error


def _many(number: str) -> str:
    return f"an archive of {number} files, the limit is {MEMBERS:,}: split it"

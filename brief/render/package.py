"""The zip package around the parts: written so that the same parts give the same bytes, read with limits."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from brief.errors import InputProblem

CONTENT_TYPES = "[Content_Types].xml"
MOST_PARTS = 5_000
LARGEST_PART = 256 * 1024 * 1024
CORE_PROPERTIES = "docProps/core.xml"
SEAL = "sha256:" + "0" * 64
"""Stands in the core properties where `pack` writes the digest of all parts."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEADERS = 30 + 46
"""Bytes of the headers of a part, in front of it and in the directory, without its name (APPNOTE 4.3.7 and 4.3.12)."""
_END = 22
"""Bytes of the end of the directory (APPNOTE 4.3.16)."""
_SEALED = re.compile(rb"sha256:[0-9a-f]{64}")


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Zip the parts: content types first, then by name, no clock and no machine in the headers.

    The digest of all parts takes the place of `SEAL` in the core properties.
    """
    digest = f"sha256:{_digest(parts)}".encode()
    parts = {**parts, CORE_PROPERTIES: parts[CORE_PROPERTIES].replace(SEAL.encode(), digest, 1)}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, parts[name])
    return target.getvalue()


def unchanged(data: bytes) -> bool:
    """Whether a file is a document that `pack` wrote and nobody has changed since."""
    try:
        package = Package(data)
        parts = {name: package.read(name) for name in package.names}
    except InputProblem:
        return False
    if len(data) != package.size:
        return False
    sealed = _SEALED.search(parts.get(CORE_PROPERTIES, b""))
    if sealed is None:
        return False
    parts[CORE_PROPERTIES] = _SEALED.sub(SEAL.encode(), parts[CORE_PROPERTIES], count=1)
    return sealed.group() == f"sha256:{_digest(parts)}".encode()


def _digest(parts: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name in sorted(parts):
        whole.update(f"{name}\n{len(parts[name])}\n".encode())
        whole.update(parts[name])
    return whole.hexdigest()


class Package:
    """A zip package opened for reading; every fault of it is an `InputProblem` in one line."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
            raise InputProblem(f"not a Word file: {fault}") from fault
        names = self._archive.namelist()
        if len(names) > MOST_PARTS:
            raise InputProblem(f"not a Word file: {len(names)} parts, more than {MOST_PARTS}")
        if len(names) != len(set(names)):
            raise InputProblem("not a Word file: two parts have the same name")
        self.names = tuple(names)

    @property
    def size(self) -> int:
        """Bytes of a zip file that holds these parts as they are compressed here, and nothing before or after them."""
        entries = self._archive.infolist()
        return _END + sum(_HEADERS + 2 * len(entry.filename.encode()) + entry.compress_size for entry in entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part, at most `LARGEST_PART` of them."""
        try:
            with self._archive.open(name) as part:
                content = part.read(LARGEST_PART + 1)
        except KeyError as fault:
            raise InputProblem(f"the Word file lacks its part {name}") from fault
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError, zlib.error) as fault:
            raise InputProblem(f"the part {name} of the Word file is damaged: {fault}") from fault
        if len(content) > LARGEST_PART:
            raise InputProblem(f"the part {name} of the Word file is larger than {LARGEST_PART} bytes")
        return content

    def xml(self, name: str) -> etree._Element:
        """The root element of a part; a document type declaration is refused, so no entity is ever expanded."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True
        )
        try:
            root = etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as fault:
            raise InputProblem(f"the part {name} of the Word file is not well-formed XML: {fault}") from fault
        if root.getroottree().docinfo.internalDTD is not None:
            raise InputProblem(f"the part {name} of the Word file declares a document type, which Word files never do")
        return root

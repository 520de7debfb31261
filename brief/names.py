"""Names that the program prints as its own words: of files, outlets and authors."""

from __future__ import annotations

_APOSTROPHES = str.maketrans(dict.fromkeys('"“”„‟«»', "'"))


def unquoted(name: str) -> str:
    """Return the name with apostrophes for double quotation marks, which in a document mean a source's words."""
    return name.translate(_APOSTROPHES)

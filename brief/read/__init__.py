"""Reading: from paths to the one stored plain text of each input."""

from brief.read.document import read
from brief.read.inputs import FoundInputs, Input, find_inputs

__all__ = ["FoundInputs", "Input", "find_inputs", "read"]

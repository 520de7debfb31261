"""What can go wrong, as exceptions. Findings are data; an exception means that the work could not be done.

BriefError               exit 1   a fault of ours
+- UsageError            exit 2   an option, path or configuration file
+- FindingsError         exit 3   findings that did not hold (--strict, check)
+- EndpointError         exit 4   the model's endpoint could not be used
+- MissingRecording      exit 5   a reply that replay needs was never recorded
+- NothingUsable         exit 6   no article in the input
InputProblem                      one input that can't be used: reported, the others go on
"""

from __future__ import annotations


class BriefError(Exception):
    """Root of the errors that end a run; the message names the file, the fact and the next step."""

    exit_code = 1


class UsageError(BriefError):
    """An option, a path or a configuration file that can't be used as given."""

    exit_code = 2


class FindingsError(BriefError):
    """Findings that did not hold, under --strict or in `brief check`."""

    exit_code = 3


class EndpointError(BriefError):
    """The endpoint of the named model could not be used."""

    exit_code = 4


class MissingRecording(BriefError):
    """Replay needs a reply that was never recorded."""

    exit_code = 5


class NothingUsable(BriefError):
    """No article was found in any input."""

    exit_code = 6


class InputProblem(Exception):
    """One input that can't be used; the run reports it and goes on with the others."""

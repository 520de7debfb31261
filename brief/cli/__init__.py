"""The command line. Each command reads its options, calls the line, and writes what came out."""

from brief.cli import check, listing, make, stages
from brief.cli.app import app

__all__ = ["app", "check", "listing", "main", "make", "stages"]


def main() -> None:
    """Run the command line."""
    app()

"""Cleaning: from a stored plain text to the articles in it, with everything left out accounted for."""

from brief.clean.articles import clean

__all__ = ["clean"]

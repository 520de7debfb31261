"""Assembles the briefing: chooses, orders and words what the document says, from verified material only."""

from brief.assemble.briefing import assemble
from brief.assemble.material import Material

__all__ = ["Material", "assemble"]

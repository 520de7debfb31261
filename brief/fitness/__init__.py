"""Whether the words of an article are its author's: synonym-spun copies and clumsy machine translation are not."""

from brief.fitness.verdict import fitness

__all__ = ["fitness"]

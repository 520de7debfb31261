"""Bottom line and findings by a language model, from verified items and contradictions only."""

from brief.conclude.by_model import ModelConclusion, conclude

__all__ = ["ModelConclusion", "conclude"]

"""Labelled news texts in Spanish, French, German, Portuguese and Italian, all invented."""

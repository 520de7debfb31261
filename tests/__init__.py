"""Tests of `brief`, in the order of the line: each docstring states the behaviour that holds."""

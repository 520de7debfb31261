"""How much a stance weighs when a reader sees only a few statements: a denial more than a plain assertion."""

from __future__ import annotations

from collections.abc import Mapping

from brief.schema import Stance

WEIGHT: Mapping[Stance, float] = {
    "deny": 1.5,
    "accuse": 1.2,
    "concede": 1.2,
    "warn": 1.0,
    "demand": 1.0,
    "promise": 1.0,
    "assert": 0.5,
    "ask": 0.0,
    "decline": -0.5,
}

"""Long trials under faults, kills and damage: `python -m tests.soak [--seed N] [--only NAME]`."""

"""Runs the campaigns and prints what they found as a Markdown table; exit 1 when a promise did not hold."""

from __future__ import annotations

import argparse
import sys

from tests.soak import corruptions, faults, inputs, kills, make_faults, make_kills, mutations
from tests.soak.campaign import HEAD, Campaign, table

CAMPAIGNS: dict[str, Campaign] = {
    "corruptions": corruptions.campaign,
    "faults": faults.campaign,
    "kills": kills.campaign,
    "mutations": mutations.campaign,
    "inputs": inputs.campaign,
    "make under faults": make_faults.campaign,
    "make killed": make_kills.campaign,
}


def main() -> None:
    """Run them one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=CAMPAIGNS, action="append")
    options = parser.parse_args()
    held = True
    print(HEAD)
    for name in options.only or CAMPAIGNS:
        findings = CAMPAIGNS[name](options.seed)
        print(table(name, findings), flush=True)
        held = held and all(f.held for f in findings)
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()

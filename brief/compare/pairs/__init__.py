"""How two passages stand to each other: what they share, where they differ, how alike that is to a contradiction."""

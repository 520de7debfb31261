"""The Word document: laid out from a briefing, and read back by `brief check`."""

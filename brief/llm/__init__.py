"""The seam to a language model: one request, one reply, whoever answers."""

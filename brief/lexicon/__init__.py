"""Word lists shared by the stages: closed classes, reporting verbs with their stance, names and titles."""

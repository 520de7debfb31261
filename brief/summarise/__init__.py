"""What is said about one article, by rules or by a model."""

"""Briefings in Word from scraped news articles, every quotation checked against its source."""

__version__ = "0.1.0"

"""Measurements that anyone can rerun. None of them is a test: seconds are never asserted."""

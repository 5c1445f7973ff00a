"""Validation at the edge: what a content file may say, and the readers of its keys."""

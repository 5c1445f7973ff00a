"""Checks across entries: each module's ``check`` looks at all records and returns its faults."""

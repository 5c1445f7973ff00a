"""Handing the catalogue on: lists, records, contacts and parcels of what was chosen."""

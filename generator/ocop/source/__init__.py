"""Bytes and positions: walking the content folder and reading YAML, without meaning."""

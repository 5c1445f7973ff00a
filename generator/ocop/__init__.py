"""OCOP Showcase: a static product catalogue from YAML and Markdown kept in git."""

__version__ = "0.1.0"

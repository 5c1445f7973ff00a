"""The web editor's own pages: Decap CMS, set up from the schema (docs/adr/0012)."""

"""The edge where text becomes typed: pydantic models, loaded only when something is parsed."""

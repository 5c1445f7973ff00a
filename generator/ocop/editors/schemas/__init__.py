"""JSON Schema of every file for editors that know YAML: completion, hover, faults while typing."""

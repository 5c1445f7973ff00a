"""What a build remembers in ``.ocop/``: safe to delete at any time, never trusted blindly."""

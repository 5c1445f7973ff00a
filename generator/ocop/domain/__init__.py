"""The programme's things and rules: immutable, without files, clock or templates."""

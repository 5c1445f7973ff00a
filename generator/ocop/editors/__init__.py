"""What editors do to content other than by hand: canonical form, lists, decisions."""

"""What editors do to the content other than by hand: canonical form, lists in and out, decisions."""

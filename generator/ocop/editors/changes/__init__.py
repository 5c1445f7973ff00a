"""What changed for shoppers between two versions of the content, in words."""

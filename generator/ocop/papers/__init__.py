"""Papers beside entries: decisions, certificates and directives as PDF, published unchanged."""

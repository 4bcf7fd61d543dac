"""What the tools of others find and mend in our examples, by running them."""

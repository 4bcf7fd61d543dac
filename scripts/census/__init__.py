"""The API census: the public surface of every release, and what left, moved or changed between them."""

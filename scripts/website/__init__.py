"""The registry as web pages."""

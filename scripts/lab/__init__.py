"""Runs examples inside TensorFlow releases and records what they do."""

"""Resync: a Teams bot that says why a photo is old, starts the resync and comes back with proof."""

__version__ = "0.1.0"

"""Learns from bot/texts what bot/language needs to know. Runs on a developer's machine only."""

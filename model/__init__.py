"""Builds the packed model from pinned sources; nothing here reaches a user."""

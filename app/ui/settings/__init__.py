"""Preferences, password, users, health of the installation, backup."""

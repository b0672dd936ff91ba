"""The desktop client: the only room that imports PySide6."""

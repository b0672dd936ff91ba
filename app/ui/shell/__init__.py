"""The frame of the desktop: sign-in, window, navigation, theme, preferences, engine gate, errors."""

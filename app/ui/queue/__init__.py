"""The queue: every claim, filtered, sorted, and the next one to take."""

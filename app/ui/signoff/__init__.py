"""The supervisor's sign-off of a batch."""

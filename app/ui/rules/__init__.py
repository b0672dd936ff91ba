"""The rule library room: the batches in use, their rules, what each caught, and later batches to take over."""

"""The cashier's payment of signed batches."""

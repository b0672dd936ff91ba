"""The desk: paper on the left, its values on the right, doubts first, the settlement beside them."""

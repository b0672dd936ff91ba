"""Words out of page images: weights, the recogniser and the process it lives in."""

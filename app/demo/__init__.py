"""The demo: two sample claims with made-up people, walked from paper to archived payment by different users."""

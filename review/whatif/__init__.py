"""What-if: any set of claims replayed under two packs, and what that does to funds and people."""

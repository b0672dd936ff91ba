"""The what-if room: claims replayed under two packs in the background, and who pays more or less then."""

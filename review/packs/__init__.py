"""Policy packs: what they may say, how they are read, inherited, looked over, compared and changed."""

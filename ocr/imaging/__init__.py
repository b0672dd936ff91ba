"""Page images made readable: each step a pure function, array in, array out, one file a step."""

"""Page images made readable: each step a pure function, array in, array out, one file a step."""

import os

import cv2  # noqa: F401  imported here once, since it points Qt at its own plugins

for _name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    os.environ.pop(_name, None)

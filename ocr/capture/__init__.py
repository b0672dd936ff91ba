"""Paper into page files: images, PDF files, folders and scanners, each hostile until proven sane."""

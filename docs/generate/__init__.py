"""Which pages are written from the code? `script/reference` runs this package; see `docs.generate.__main__`."""

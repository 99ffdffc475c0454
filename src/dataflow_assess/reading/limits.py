"""How large and how deep may a description be, and how much is told about one?

The limits stop hostile input; the largest real description seen is a thousand times smaller.
"""

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read, in bytes."""

MAX_DEPTH = 64
"""Deepest nesting of lists and mappings, with every alias as deep as what it stands for."""

MAX_VALUES = 5_000_000
"""Most values in a file, with every alias counted as all that it stands for."""

MAX_PROBLEMS = 1000
"""Most problems told about one file; reading stops there."""

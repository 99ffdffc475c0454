"""How does the text of a description become a model? All problems are collected, each with its place."""

from dataflow_assess.reading.description import read_bytes, read_file, read_source
from dataflow_assess.reading.folders import descriptions

__all__ = ["descriptions", "read_bytes", "read_file", "read_source"]

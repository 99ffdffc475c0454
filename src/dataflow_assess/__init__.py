"""dataflow-assess."""

"""What do reading, facts and rules cost, and how does the cost grow? See docs/benchmarks.md."""

"""HTML pages: the source with its numbers marked, each with its verdict. Draws only; computes nothing."""

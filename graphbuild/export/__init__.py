"""Writers: each takes a `GraphData` and gives it in one format."""

"""The workspace inside an output folder: shards of extractions, tables of the graph, one manifest."""

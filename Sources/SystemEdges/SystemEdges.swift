// SystemEdges

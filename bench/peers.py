"""Answers one question by a peer, once, and prints loops, CPU seconds, wall seconds and MB added, as JSON.

python3 peers.py PEER FILE [THROUGH MAX_LENGTH]: all loops of a graph with parallel edges merged; igraph those
through one entity, of at most so many legs.
"""
import gzip
import json
import resource
import sys
import time


def edges(file):
    opened = gzip.open(file, "rt") if file.endswith(".gz") else open(file)
    rows = (line.split()[:2] for line in opened if line.strip() and not line.startswith("#"))
    return sorted({(int(a), int(b)) for a, b in rows if a != b})


def with_networkx(rows):
    import networkx

    graph = networkx.DiGraph(rows)
    return networkx.__version__, lambda: sum(1 for _ in networkx.simple_cycles(graph))


def with_graph_tool(rows):
    import graph_tool
    from graph_tool.topology import all_circuits

    graph = graph_tool.Graph(directed=True)
    graph.add_edge_list(rows)
    return graph_tool.__version__.split()[0], lambda: sum(1 for _ in all_circuits(graph))


def with_igraph(rows, through, max_length):
    import igraph

    # Loops through an entity are paths from it to a twin that is paid in its place.
    nodes = max(max(row) for row in rows) + 1
    split = [(a, nodes if b == through else b) for a, b in rows]
    graph = igraph.Graph(n=nodes + 1, edges=split, directed=True)
    return igraph.__version__, lambda: len(graph.get_all_simple_paths(through, to=nodes, cutoff=max_length))


PEERS = {"networkx": with_networkx, "graph-tool": with_graph_tool, "igraph": with_igraph}

peer, file, *limits = sys.argv[1:]
version, count = PEERS[peer](edges(file), *map(int, limits))
loaded = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
cpu, wall = time.process_time(), time.perf_counter()
loops = count()
print(
    json.dumps(
        {
            "version": version,
            "loops": loops,
            "cpu": time.process_time() - cpu,
            "wall": time.perf_counter() - wall,
            "addedMb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - loaded) / 1024,
        }
    )
)

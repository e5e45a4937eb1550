"""Makes the networkx-* files here: python3 make.py. NetworkX 3.6.1 made those that are kept."""
import networkx as nx

simple = nx.DiGraph()
simple.add_node("lab", label="Example Lab 实验室", country="US")
simple.add_node("cloud", label="Example Cloud")
simple.add_node("chips", label='"Chips" & <Sons>')
simple.add_edge("lab", "cloud", kind="compute_purchase", amount=5e9, date="2031-01-02", weight=3.5)
simple.add_edge("cloud", "chips", kind="chip_purchase", amount=3e9, date="2031-02")
simple.add_edge("chips", "lab", kind="equity_investment", date="2031")
nx.write_gexf(simple, "networkx-simple.gexf")
nx.write_graphml(simple, "networkx-simple.graphml")

parallel = nx.MultiDiGraph()
parallel.add_edge("a", "b", amount=1)
parallel.add_edge("a", "b", amount=2)
parallel.add_edge("b", "a", amount=4)
nx.write_gexf(parallel, "networkx-parallel.gexf")
nx.write_graphml(parallel, "networkx-parallel.graphml")

undirected = nx.Graph()
undirected.add_edge("a", "b")
nx.write_gexf(undirected, "networkx-undirected.gexf")
nx.write_graphml(undirected, "networkx-undirected.graphml")

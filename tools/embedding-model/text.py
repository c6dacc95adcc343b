"""The original's text pipeline: normalise, split on spaces, unigram over the full vocabulary."""

import unicodedata

from tokenizers import Tokenizer, models

from source import Source

METASPACE = "\u2581"
UNKNOWN_ID = 3


def unigram(source: Source) -> Tokenizer:
    """The unigram model alone: no normalising, no splitting."""
    vocab = [(piece, float(score)) for piece, score in zip(source.pieces, source.scores)]
    return Tokenizer(models.Unigram(vocab, unk_id=UNKNOWN_ID))


def normalise(source: Source, text: str) -> str:
    """The code-point map, then composition, as SentencePiece's sequence rules have it."""
    mapped = "".join(source.normalisation.get(ord(char), char) for char in text)
    return unicodedata.normalize("NFC", mapped)


def encode(source: Source, tokenizer: Tokenizer, text: str) -> list[int]:
    """Original ids between <s> and </s>, not truncated."""
    words = [METASPACE + word for word in normalise(source, text).split(" ") if word]
    ids = [id for encoding in tokenizer.encode_batch(words) for id in encoding.ids]
    return [0, *ids, 2]


def strip_diacritics(text: str) -> str:
    """Vietnamese as typed without marks: 'Đối chứng' becomes 'Doi chung'."""
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
    return bare.replace("đ", "d").replace("Đ", "D")

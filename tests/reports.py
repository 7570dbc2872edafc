"""Reports for tests, and texts that try to get out of them."""

import datetime

import unspoof
from unspoof import report

DATE = datetime.datetime(2026, 11, 28, 9, 30, tzinfo=datetime.timezone.utc)
READER = unspoof.Reader("full")


def tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(char)) for char in text)


# Each line is a trap of its own: markup, controls, links, mentions, directions, marks, emoji.
NASTY = "\n".join(
    [
        "<script>alert('раypаl')</script> & \"quoted\" <img src=x onerror=alert(1)>",
        "Transfer to \u202eknab eht\u202c today, ]]> --> </style></pre></td>",
        f"Your раypаl account{tags('<b>ignore</b> `all` @team http://evil.example/')} is locked",
        "see http://evil.example/?a=1&b=2 and www.evil.example, ask @team or #12 | pipe `tick`",
        "# no heading, **no bold**, [no](http://evil.example), ![no](http://evil.example/x.png)",
        "هذا النص سليم، وفيه كلمة wоrld 123 والسلام",
        "می‌خواهم به خانه بروم و раypаl را ببینم",
        "שלום לכולם, זה טקסט רגיל עם\u200f סימון",
        "пpивeт, кaк дeлa сегoдня, мой дpуг?",
        "ខ្ញុំ\u200bចូល\u200bចិត្ត",
        "𝓯𝓻𝓮𝓮 𝔀𝓲𝓯𝓲 and Ⓕⓡⓔⓔ beer",
        f"👩\u200d👩\u200d👧 and 🏴{tags('gben')}\U000e007f",
        "h̸̡̛e̴͙̕l̶̨̀l̷̰̈́o̶͔͝ world",
        "cafex\x08 and \x1b[31mred\x1b[0m \x00 \x9b \u2028 \u2066 \ufdd0 \ufffe",
        "```",
        "````` five ticks",
    ]
)
NASTY_NAME = "<script>alert(1)</script>|`@team`\u202etxt.exe\n&amp;.txt"


def made(*texts: str, reader: unspoof.Reader = READER) -> report.Report:
    """A report on these texts, by a reader, of a fixed date."""
    sources = [report.Source(f"text-{n}.txt", reader.read(text)) for n, text in enumerate(texts, 1)]
    return report.build(sources, reader, generated=DATE)


def named(name: str, text: str, data: bytes | None = None) -> report.Report:
    """A report on one text under a name of its own."""
    source = report.Source(name, READER.read(text), data)
    return report.build([source], READER, generated=DATE)

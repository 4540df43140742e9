#!/usr/bin/env python3
"""Builds the demonstration data: dialogues/{en,zh}/*.txt in, WebVTT transcripts and calls.tsv out.

A dialogue is a header (rep, team, customer, industry, language, week, weekday, time, outcome), a line `---`
and one turn a line: `R: ...` or `C (1.4): ...`; the number is the silence in seconds before the turn (0.5 if
absent), a negative one starts before the other has finished. Times are made up from the length of the text and
a hash of speaker and turn, so the same dialogues always give the same files. Rows of recordings.tsv, if there
is one (the same columns, with or without a header), are appended to the manifest. Run: python3 build.py
"""
import hashlib
import html
import re
import sys
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src/main/resources/talktrack/demonstration"
COLUMNS = "file kind rep team customer language week weekday time channels industry outcome".split()
HEADER = dict.fromkeys(("rep", "team", "customer", "industry"), r"[^\t]+") | {
    "week": "[1-9]|10", "weekday": "[1-5]", "time": r"\d\d:\d\d", "outcome": "order|advance|continuation|no-sale"}

UNITS_PER_MINUTE = {"en": 165, "zh": 260}  # words, characters
LONGEST_CUE = {"en": 25, "zh": 60}  # words, characters; a longer turn is split at sentence ends
USUAL_GAP_SECONDS = 0.5
GAP_INSIDE_TURN_SECONDS = 0.2
SHORTEST_CUE_SECONDS = 0.5

TURN = re.compile(r"([RC])\s*(?:[(\uff08]\s*([-\u2212]?\d+(?:\.\d+)?)\s*[)\uff09])?\s*[:\uff1a]\s*(\S.*)")
SENTENCE_END = {"en": re.compile(r"(?<=[.!?])(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)\s+(?=[^a-z])"),
                "zh": re.compile(r"(?<=[。!?\uff01\uff1f…])(?![。!?\uff01\uff1f…”’」』])")}


def read(path):
    """Returns the header as a dict and the turns as (voice, gap in seconds, text)."""
    head, _, body = path.read_text(encoding="utf-8-sig").partition("\n---\n")
    call = dict(map(str.strip, line.split(":", 1)) for line in head.splitlines() if line.strip())
    for key, wanted in {**HEADER, "language": path.parent.name}.items():
        if not re.fullmatch(wanted, call.get(key, "")):
            sys.exit(f"{path}: {key} is {call.get(key)!r}, wanted {wanted!r}")
    turns = []
    for line in filter(str.strip, body.splitlines()):
        if not (match := TURN.fullmatch(line.strip())):
            sys.exit(f"{path}: cannot read {line!r}, wanted 'R: text' or 'C (1.4): text'")
        gap = float(match[2].replace("\u2212", "-")) if match[2] else USUAL_GAP_SECONDS
        turns.append((call["rep"] if match[1] == "R" else "Customer", gap, match[3]))
    return call, turns


def units(text, language):
    """Words of English; characters of Chinese, where a foreign word or a number counts as two."""
    if language == "en":
        return len(re.findall(r"[\w'’]+", text))
    return len(re.findall(r"[\u3400-\u9fff]", text)) + 2 * len(re.findall(r"[A-Za-z0-9.%]+", text))


def pieces(text, language):
    """Splits a long turn at sentence ends into cues no longer than LONGEST_CUE where the sentences allow it."""
    if units(text, language) <= LONGEST_CUE[language]:
        return [text]
    joint, packed = " " if language == "en" else "", [""]
    for sentence in SENTENCE_END[language].split(text):
        longer = (packed[-1] + joint + sentence).strip()
        packed[-1:] = [longer] if units(longer, language) <= LONGEST_CUE[language] else [packed[-1], sentence]
    return list(filter(None, packed))


def wobble(key, spread):
    """A factor within 1 ± spread that depends on nothing but the key."""
    return 1 + spread * (int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) / 0x7FFFFFFF - 1)


def cues(call, turns):
    """Gives each piece its time: (start, end, voice, text) in order of start; no voice overlaps itself."""
    language, result, ends = call["language"], [], {}
    for number, (voice, gap, text) in enumerate(turns):
        speaker = call["customer"] if voice == "Customer" else voice
        pace = UNITS_PER_MINUTE[language] / 60 * wobble(speaker, 0.08) * wobble(f"{speaker} {number} {text}", 0.06)
        start = max(max(ends.values(), default=0) + gap, ends.get(voice, 0) + 0.05)
        for piece in pieces(text, language):
            end = start + max(SHORTEST_CUE_SECONDS, units(piece, language) / pace)
            result.append((start, end, voice, piece))
            ends[voice] = end
            start = end + GAP_INSIDE_TURN_SECONDS
    return sorted(result)


def clock(seconds):
    millis = round(seconds * 1000)
    return f"{millis // 3600000:02d}:{millis // 60000 % 60:02d}:{millis // 1000 % 60:02d}.{millis % 1000:03d}"


def vtt(timed):
    escape = partial(html.escape, quote=False)  # &, < and >
    return "WEBVTT\n" + "".join(
        f"\n{clock(start)} --> {clock(end)}\n<v {escape(voice)}>{escape(text)}\n" for start, end, voice, text in timed)


def main():
    rows = []
    for path in sorted(HERE.glob("dialogues/en/*.txt")) + sorted(HERE.glob("dialogues/zh/*.txt")):
        call, turns = read(path)
        call.update(file=f"transcripts/{call['language']}/{path.stem}.vtt", kind="transcript", channels="-")
        target = OUT / call["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(vtt(cues(call, turns)), encoding="utf-8")
        rows.append("\t".join(call[column] for column in COLUMNS))
    header = "\t".join(COLUMNS)
    if (recordings := HERE / "recordings.tsv").exists():
        rows += [row for row in recordings.read_text(encoding="utf-8").splitlines() if row and row != header]
    if wrong := [row for row in rows if row.count("\t") != header.count("\t")]:
        sys.exit(f"{recordings}: wanted {len(COLUMNS)} columns, got {wrong[0]!r}")
    (OUT / "calls.tsv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    print(f"{len(rows)} calls in {OUT / 'calls.tsv'}")


if __name__ == "__main__":
    main()

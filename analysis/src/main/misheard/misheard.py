"""Speaks the lines of a held-out table and has the starter model write them down.

Usage: misheard.py TALKTRACK TABLE.tsv > MISHEARD.tsv

TALKTRACK is the launcher, TABLE an English one of the held-out tables. Prints its rows with what was heard in the
place of the text, what was said beside it, and what was said before without case and punctuation. Needs flite and
sox (Debian 12). The voice, and whether a telephone line lies between, hang on the line alone, so that the same
tools print the same rows.
"""

import csv
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# flite's name, duration stretch, pitch in cents
VOICES = [("rms", 1.15, 0), ("slt", 1.1, -150), ("awb", 1.0, 0), ("kal16", 1.1, 0), ("slt", 1.1, -280), ("rms", 1.2, 0)]
FILES_AT_ONCE = 200


def speak(text, file):
    choice = hashlib.sha1(text.encode()).hexdigest()
    voice, stretch, cents = VOICES[int(choice[:12], 16) % len(VOICES)]
    effects = ["pitch", str(cents)] if cents else []
    effects += ["sinc", "300-3400"] if int(choice[:2], 16) % 2 else []
    with tempfile.NamedTemporaryFile(suffix=".wav") as spoken:
        slower = ["--setf", f"duration_stretch={stretch}"]
        subprocess.run(["flite", "-voice", voice, *slower, "-t", text, "-o", spoken.name], check=True)
        shape = ["-r", "16000", "-b", "16", "-c", "1"]
        subprocess.run(["sox", "-D", spoken.name, *shape, file, *effects, "pad", "0.3", "0.5"], check=True)


def heard(talktrack, files):
    """What is written down of each file, in their order."""
    command = [talktrack, "transcribe", *files, "--json", "--channels", "mono", "--language", "en"]
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    return [" ".join(utterance["text"] for utterance in json.loads(line)["utterances"]) for line in lines]


def main(talktrack, table):
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    print("label", "author", "previous", "said", "text", sep="\t")
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(rows), FILES_AT_ONCE):
            part = rows[start : start + FILES_AT_ONCE]
            files = [str(Path(folder, f"{start + i}.wav")) for i in range(len(part))]
            for row, file in zip(part, files):
                speak(row["text"], file)
            for row, text in zip(part, heard(talktrack, files)):
                if text:
                    previous = " ".join(re.sub(r"[^a-z0-9' ]", " ", row["previous"].lower()).split())
                    print(row["label"], row.get("author", "h"), previous, row["text"], text, sep="\t", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

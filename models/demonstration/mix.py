"""Speaks one dialogue with flite and places its lines on the channels of a 16 kHz WAV file.

Usage: mix.py DIALOGUE CHANNELS REP-VOICE CUSTOMER-VOICE WAVE FILE
CHANNELS is rep,customer | customer,rep | mono; a voice is name:stretch:cents (see synthesise.sh).
Prints the manifest's row for FILE. Needs flite and sox; synthesise.sh calls it.
"""

import math
import random
import re
import subprocess
import sys
import tempfile
import wave
import zlib
from array import array

RATE = 16000
DEFAULT_GAP_SECONDS = 0.5
EDGE_SECONDS = 1.0  # room noise before the first line and after the last
SPEECH_LEVEL = 2600  # root mean square of a line, of 32767
PEAK_LEVEL = 30000
SILENCE_LEVEL = 100  # what is quieter at a line's ends is cut off
NOISE_LEVEL = 12  # root mean square of the room, about -69 dB
LINE = re.compile(r"([RC])(?: \((-?[0-9.]+)\))?: (.+)")


def read_dialogue(path):
    """Header as a dict, lines as (side R or C, gap in seconds, text)."""
    head, body = open(path, encoding="utf-8").read().split("\n---\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    lines = []
    for number, text in enumerate(body.splitlines(), head.count("\n") + 3):
        match = LINE.fullmatch(text)
        if not match:
            sys.exit(f"{path}:{number}: expected 'R: text', 'C: text' or 'R (1.4): text', found: {text}")
        side, gap, words = match.groups()
        lines.append((side, DEFAULT_GAP_SECONDS if gap is None else float(gap), words))
    return header, lines


def speak(text, voice):
    """Samples of one line, cut to the speech and brought to SPEECH_LEVEL."""
    name, stretch, cents = voice.split(":")
    with tempfile.TemporaryDirectory() as folder:
        spoken, tuned = f"{folder}/spoken.wav", f"{folder}/tuned.wav"
        subprocess.run(
            ["flite", "-voice", name, "--setf", f"duration_stretch={stretch}", "-t", text, "-o", spoken], check=True
        )
        effects = [] if cents == "0" else ["pitch", cents]
        subprocess.run(
            ["sox", "-D", "-V1", spoken, "-r", str(RATE), "-c", "1", "-b", "16", tuned, "gain", "-6", *effects], check=True
        )
        with wave.open(tuned) as file:
            samples = array("h", file.readframes(file.getnframes()))
    loud = [i for i, sample in enumerate(samples) if abs(sample) > SILENCE_LEVEL]
    samples = samples[loud[0] : loud[-1] + 1]
    level = math.sqrt(sum(s * s for s in samples) / len(samples))
    factor = min(SPEECH_LEVEL / level, PEAK_LEVEL / max(map(abs, samples)))
    return array("h", (round(s * factor) for s in samples))


def room(length, seed):
    """Soft low-pass noise; the same seed gives the same noise."""
    white = array("h", random.Random(seed).randbytes(2 * length))
    keep = 0.8
    scale = NOISE_LEVEL / (32768 / math.sqrt(3)) * math.sqrt(1 - keep * keep)
    value, noise = 0.0, array("h", bytes(2 * length))
    for i, sample in enumerate(white):
        value = keep * value + scale * sample
        noise[i] = round(value)
    return noise


def place(lines, voices):
    """(side, first sample, samples) per line, and the length of the whole in samples."""
    placed, end = [], 0
    for side, gap, text in lines:
        samples = speak(text, voices[side])
        start = end + round((gap if placed else EDGE_SECONDS) * RATE)
        placed.append((side, start, samples))
        end = max(end, start + len(samples))
    return placed, end + round(EDGE_SECONDS * RATE)


def write(path, tracks):
    frames = array("h", bytes(2 * len(tracks) * len(tracks[0])))
    for channel, track in enumerate(tracks):
        frames[channel :: len(tracks)] = track
    if sys.byteorder == "big":
        frames.byteswap()
    with wave.open(path, "wb") as file:
        file.setparams((len(tracks), 2, RATE, 0, "NONE", ""))
        file.writeframes(frames.tobytes())


def main(dialogue, channels, rep_voice, customer_voice, wave_path, file):
    header, lines = read_dialogue(dialogue)
    placed, length = place(lines, {"R": rep_voice, "C": customer_voice})
    channel_of = {"mono": {"R": 0, "C": 0}, "rep,customer": {"R": 0, "C": 1}, "customer,rep": {"R": 1, "C": 0}}[channels]
    seed = zlib.crc32(header["customer"].encode())
    tracks = [room(length, seed + channel) for channel in range(max(channel_of.values()) + 1)]
    for side, start, samples in placed:
        track = tracks[channel_of[side]]
        for i, sample in enumerate(samples, start):
            track[i] = max(-32768, min(32767, track[i] + sample))
    write(wave_path, tracks)
    columns = ["rep", "team", "customer", "language", "week", "weekday", "time"]
    row = [file, "recording", *(header[c] for c in columns), channels, header["industry"], header["outcome"]]
    print("\t".join(row))


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env bash
# Makes the demonstration recordings from the dialogues in dialogues/recorded.
#
# Needs   flite 2.2 (voices kal16, awb, rms, slt), sox with all formats, ffmpeg with libopus and
#         libmp3lame, python3. On Debian 12: apt-get install flite sox libsox-fmt-all ffmpeg
#         Only for authors: the project neither builds nor runs with any of them.
# Makes   ../src/main/resources/talktrack/demonstration/recordings/*  (six small calls and their texts)
#         recordings.tsv, one row per call, no header: file, kind, rep, team, customer, language,
#         week, weekday, time, channels, industry, outcome
# Repeat  The same versions of the tools give the same bytes: fixed seeds, no dates in the files.
#
# Usage   ./synthesise.sh [folder for the 16 kHz WAV files before compression]
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")"

recordings=../src/main/resources/talktrack/demonstration/recordings
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
waves=${1:-$work}
mkdir -p "$recordings" "$waves"

# A voice is flite's name : duration stretch (more is slower) : pitch in cents. The starter model
# hears slt better when she speaks a little lower.
# dialogue                 format     channels      rep's voice      customer's voice
calls='
red-barn-furniture         telephone  customer,rep  rms:1.15:0       kal16:1.15:0
north-point-cold-storage   opus       rep,customer  slt:1.1:-150     rms:1.2:0
green-valley-hotel         m4a        mono          slt:1.1:-280     awb:1.0:0
silver-creek-foods         opus       rep,customer  rms:1.15:0       awb:1.0:0
lake-street-clinic         mp3        customer,rep  slt:1.1:-150     kal16:1.0:0
oak-hill-builders          opus       customer,rep  slt:1.1:-280     rms:1.2:0
'

# No dates, no random stream numbers, no tags.
compress() { # wave, file, encoder options
    local wave=$1 file=$2
    shift 2
    ffmpeg -nostdin -loglevel error -y -i "$wave" -map_metadata -1 -fflags +bitexact -flags:a +bitexact "$@" "$file"
}

# 300-3400 Hz, 8 kHz, through G.711 mu-law and back to 16 bits.
telephone() { # wave, wave
    sox -D "$1" -r 8000 -e mu-law -b 8 "$work/telephone.wav" sinc 300-3400 rate 8000
    sox -D "$work/telephone.wav" -e signed -b 16 "$2"
}

while read -r name format channels rep customer; do
    [[ -n $name ]] || continue
    wave=$waves/$name.wav
    case $format in opus) ending=ogg ;; telephone) ending=flac ;; *) ending=$format ;; esac
    python3 mix.py "dialogues/recorded/$name.txt" "$channels" "$rep" "$customer" "$wave" "recordings/$name.$ending" >> "$work/rows"
    file=$recordings/$name.$ending
    # What is said, for measuring word errors.
    sed -nE 's/^[RC]( \([^)]*\))?: //p' "dialogues/recorded/$name.txt" > "$recordings/$name.txt"
    case $format in
        opus) compress "$wave" "$file" -c:a libopus -b:a 28k -application voip ;;
        mp3) compress "$wave" "$file" -c:a libmp3lame -q:a 6 -joint_stereo 0 ;;
        m4a) compress "$wave" "$file" -c:a aac -b:a 32k ;;
        telephone)
            telephone "$wave" "$work/band.wav"
            compress "$work/band.wav" "$file" -c:a flac -compression_level 12
            ;;
    esac
done <<< "$calls"

sort "$work/rows" > recordings.tsv

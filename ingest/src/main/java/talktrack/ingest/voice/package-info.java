/** What a voice tells besides its words: pitch, loudness, pace, pauses and, from these, arousal. */
package talktrack.ingest.voice;

/**
 * Decoded sound in, words with times and confidences out, cut into what is said between pauses; one
 * Vosk model per language is shared, one recogniser works per channel.
 */
package talktrack.ingest.transcribe;

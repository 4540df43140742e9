/**
 * Recordings in, figures about ingest itself out: speed against plain Vosk, word errors, memory
 * (docs/bench.md).
 */
package talktrack.ingest.bench;

/**
 * Sound of one channel and the times of its words in, who says which word out: voices told apart
 * without any trained speaker model (docs/speakers.md).
 */
package talktrack.ingest.diarize;

/** Recordings and transcripts in, utterances with speakers and times out. */
package talktrack.ingest;

/**
 * A transcript file in (own JSON, WebVTT, SRT, speaker lines), its cues with names and times out.
 */
package talktrack.ingest.transcripts;

/** What channels or named speakers said in, which of them is the rep out. */
package talktrack.ingest.speakers;

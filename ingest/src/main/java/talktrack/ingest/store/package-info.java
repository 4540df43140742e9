/** Where recordings lie: a folder of this machine, or a bucket of an S3-compatible service. */
package talktrack.ingest.store;

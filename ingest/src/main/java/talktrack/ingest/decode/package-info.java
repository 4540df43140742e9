/**
 * A sound file of any common format in, 16 kHz samples of one or two channels and a copy that
 * browsers play out; FFmpeg works in a limited child JVM, since native decoders crash on hostile
 * files.
 */
package talktrack.ingest.decode;

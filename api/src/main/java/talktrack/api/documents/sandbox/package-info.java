/**
 * One file after another is read in a process of its own, with limits: files may come from anybody,
 * and parsers of every format can be made to run for hours or to take all memory there is.
 */
package talktrack.api.documents.sandbox;

/**
 * Makes recognised words readable for people: numbers as digits, capitals, punctuation. For display
 * only; whatever reads a call reads the words.
 */
package talktrack.ingest.readable;

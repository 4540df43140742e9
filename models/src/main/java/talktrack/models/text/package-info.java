/** Text tools that every stage shares: text in, one normal form, words or vectors out. */
package talktrack.models.text;

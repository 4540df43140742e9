/**
 * The company's own words: names that no speech model knows are put where something that sounds
 * like them was recognised.
 */
package talktrack.ingest.glossary;

/** One utterance and the ten before it in, its labels out. */
package talktrack.analysis.score;

/** An analysis and its utterances in, the call in a few lines out; each names what says so. */
package talktrack.analysis.summary;

/** A whole call's scored utterances in, its metrics, objections, skills and commitment out. */
package talktrack.analysis.call;

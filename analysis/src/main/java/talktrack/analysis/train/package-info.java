/** Labelled utterances in, trained and calibrated classifiers out; runs at build time. */
package talktrack.analysis.train;

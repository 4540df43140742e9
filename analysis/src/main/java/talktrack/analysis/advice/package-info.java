/** Analyses in, what deserves advice out; rankings in, one ranking out. */
package talktrack.analysis.advice;

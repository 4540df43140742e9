/**
 * Analyses of calls in, second opinions of a language model on doubtful labels out; and whether
 * they are worth it.
 */
package talktrack.api.opinion;

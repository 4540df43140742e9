/**
 * A call in two minutes: from the analysis alone, or worded by a language model that is checked.
 */
package talktrack.api.summary;

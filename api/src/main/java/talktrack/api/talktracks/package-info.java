/** The talk-track library and the search for the one that fits. */
package talktrack.api.talktracks;

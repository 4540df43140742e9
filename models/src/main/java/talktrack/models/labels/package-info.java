/**
 * The words of the conversation model: each closed set once, spelled alike in code, topics, JSON
 * and pages.
 */
package talktrack.models.labels;

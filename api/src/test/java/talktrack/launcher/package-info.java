/**
 * The launcher script at the repository's root: arguments and machines in; builds, sentences and a
 * running program out.
 */
package talktrack.launcher;

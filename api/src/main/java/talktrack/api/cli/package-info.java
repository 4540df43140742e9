/** The command line: words in, words or JSON out, and an exit code. */
package talktrack.api.cli;

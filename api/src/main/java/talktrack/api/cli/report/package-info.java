/** One call read without servers in; a report for people or for programs out. */
package talktrack.api.cli.report;

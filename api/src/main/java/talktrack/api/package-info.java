/**
 * The doors of Talktrack: HTTP, web pages and command line, and everything that reads or writes the
 * index.
 */
package talktrack.api;

/**
 * Speech models over HTTP: what a language is heard with, and installing a better one when asked.
 */
package talktrack.api.speech;

/** What drafts for the libraries are made of: the words of calls that ended well. */
package talktrack.api.mining;

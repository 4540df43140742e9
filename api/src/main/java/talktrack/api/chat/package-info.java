/**
 * Product questions answered from the company's own documents: passages in; retrieval and answers
 * with citations out.
 */
package talktrack.api.chat;

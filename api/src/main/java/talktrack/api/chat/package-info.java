/**
 * Product questions answered from the company's own documents: documents in; passages, retrieval
 * and answers with citations out.
 */
package talktrack.api.chat;

/** The knowledge base: files become passages, passages an index. */
package talktrack.api.documents;

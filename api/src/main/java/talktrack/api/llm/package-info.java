/** The language model: asked for JSON, distrusted, and never needed. */
package talktrack.api.llm;

/** What people asked the chat, what it could not answer and what they think of its answers. */
package talktrack.api.conversations;

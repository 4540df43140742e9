/**
 * Practice calls: a rep's typed words in; a customer's answers out, by a script, worded by a
 * language model where one is configured; in the end what the readers of real calls say of it.
 */
package talktrack.api.roleplay;

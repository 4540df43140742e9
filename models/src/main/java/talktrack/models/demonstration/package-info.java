/**
 * Invented calls and a product handbook, to show what Talktrack does before anyone trusts it with a
 * real call.
 */
package talktrack.models.demonstration;

/** What every stage shares. Depends on nothing of ours. */
package talktrack.models;

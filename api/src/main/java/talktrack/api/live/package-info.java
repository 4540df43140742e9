/** Changes of calls go in, server-sent events for open pages come out. */
package talktrack.api.live;

/** How the server is: for programs that watch it, for people, and for Prometheus. */
package talktrack.api.status;

/** What people write and change: all versions kept, compared, and never lost to each other. */
package talktrack.api.versions;

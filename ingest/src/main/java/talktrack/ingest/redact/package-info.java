/**
 * Takes phone, card and identity numbers and e-mail addresses out of what was said, before anybody
 * else sees it.
 */
package talktrack.ingest.redact;

/**
 * Uploads that survive a bad network: the tus protocol 1.0.0
 * (https://tus.io/protocols/resumable-upload) with the extensions creation, termination and
 * expiration.
 */
package talktrack.api.uploads;

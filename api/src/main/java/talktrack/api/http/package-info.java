/**
 * The door: routes of all packages go in, one guarded HTTP server on loopback comes out, with
 * logins, problem documents, metrics, the OpenAPI document and the pages.
 */
package talktrack.api.http;

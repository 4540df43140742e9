/**
 * Advice on calls: analyses and talk tracks in, suggestions and recommendations out, worded by a
 * language model where one is configured.
 */
package talktrack.api.advice;

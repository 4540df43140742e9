/**
 * Advice on calls: analyses and talk tracks in, suggestions out, worded by a language model where
 * one is configured.
 */
package talktrack.api.advice;

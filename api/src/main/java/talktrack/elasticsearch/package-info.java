/**
 * A plugin for the embedded Elasticsearch, in a jar of its own: the analyzers that a full
 * distribution has built in, under the same names, so that one mapping fits both.
 */
package talktrack.elasticsearch;

/**
 * The view in Elasticsearch: state topics go in, typed searches come out; any index can be dropped
 * and is rebuilt by replay.
 */
package talktrack.api.index;

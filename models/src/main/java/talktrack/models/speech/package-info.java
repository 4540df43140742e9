/** The speech model that ships as data. */
package talktrack.models.speech;

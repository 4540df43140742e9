/** Tables of texts that people write in other programs: as CSV and as Markdown. */
package talktrack.api.sheets;

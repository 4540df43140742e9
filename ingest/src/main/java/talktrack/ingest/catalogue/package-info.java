/**
 * Speech models on this machine: which there are to fetch, fetching and verifying one, and which of
 * the installed ones hears a language. Pure parts ({@link talktrack.ingest.catalogue.Catalogue},
 * {@link talktrack.ingest.catalogue.ModelFolder}) stand apart from network and disk.
 */
package talktrack.ingest.catalogue;

/**
 * Office documents and PDF files become XHTML, in a process of its own: their formats are large and
 * the files may come from anybody.
 */
package talktrack.api.documents.office;

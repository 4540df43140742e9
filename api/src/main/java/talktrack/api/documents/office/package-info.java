/** Office documents and PDF files become XHTML. Run in the documents' sandbox. */
package talktrack.api.documents.office;

package io.remit.files;

/**
 * A document that is ready to print.
 *
 * @param content the PDF
 * @param pages how many it has
 */
public record PrintedDocument(byte[] content, int pages) {
}

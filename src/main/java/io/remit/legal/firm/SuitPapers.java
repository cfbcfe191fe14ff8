package io.remit.legal.firm;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a law firm gets of a suit.
 *
 * @param dossier the dossier as a PDF
 * @param currency ISO 4217, of the amounts
 * @param asOf the business date of the dossier
 */
public record SuitPapers(byte[] dossier, String currency, BigDecimal outstanding, LocalDate asOf) {
}

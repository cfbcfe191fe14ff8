package io.remit.privacy;

import java.time.Instant;
import java.util.List;

/**
 * All that is held of a debtor.
 *
 * @param language of the words, BCP 47
 * @param madeAt when
 * @param recipients who outside was given data of the debtor: partners, law firms, courts
 */
public record HeldData(String debtorId, String language, Instant madeAt, List<String> recipients,
    List<HeldSection> sections) {
}

package io.remit.outsourcing;

/**
 * An outside agency, law firm or local collector.
 *
 * @param partnerId letters, digits and {@code -}
 */
public record Partner(String partnerId, String name) {
}

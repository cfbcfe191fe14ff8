package io.remit.gateway.mail;

import io.remit.cases.Channel;

/**
 * The link by which a debtor opts out of a channel.
 *
 * @param token the secret part, 32 hexadecimal digits
 */
record OptOutLink(String token, String debtorId, Channel channel) {
}

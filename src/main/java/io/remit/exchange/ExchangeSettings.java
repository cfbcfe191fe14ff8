package io.remit.exchange;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are exchanged with those outside; see {@code docs/exchange.md}.
 *
 * @param key our OpenPGP key pair, the armoured text itself or a resource location; empty if none is needed
 * @param keyPassphrase opens it; empty if it has none
 * @param makeKey whether one is made, and kept in the work folder, where none is set: for the demo
 * @param sftp the servers, by the id of whom they belong to
 */
@ConfigurationProperties("remit.exchange")
record ExchangeSettings(@DefaultValue("") String key, @DefaultValue("") String keyPassphrase,
    @DefaultValue("false") boolean makeKey, @DefaultValue Map<String, SftpServer> sftp) {

  /** Says whose servers there are, and no secret. */
  @Override
  public String toString() {
    return "ExchangeSettings" + sftp.keySet();
  }
}

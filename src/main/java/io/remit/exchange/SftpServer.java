package io.remit.exchange;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SFTP server of somebody outside, {@code remit.exchange.sftp.<id>.*}.
 *
 * @param hostKeys the fingerprints of its host keys, as {@code ssh-keygen -lf} prints them: {@code SHA256:...}; a
 *     server with another key is not spoken with
 * @param password empty to log in with a key
 * @param privateKey a key in OpenSSH's or PEM form, the text itself or a resource location such as {@code
 *     file:/etc/remit/id_ed25519}; empty to log in with a password
 * @param putInto the folder there into which we put files; {@code .} is where a login begins
 * @param takeFrom the folder there from which we take files
 * @param timeout how long may be waited for an answer
 */
public record SftpServer(@DefaultValue("") String host, @DefaultValue("22") int port, @DefaultValue("") String user,
    @DefaultValue List<String> hostKeys, @DefaultValue("") String password, @DefaultValue("") String privateKey,
    @DefaultValue(".") String putInto, @DefaultValue("out") String takeFrom, @DefaultValue("30s") Duration timeout) {

  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");

  /** @throws IllegalArgumentException if something is missing, naming what but no value */
  public SftpServer {
    hostKeys = List.copyOf(hostKeys);
    require(!host.isBlank() && port > 0 && port < 65536 && !user.isBlank(), "host, port and user are needed");
    require(!hostKeys.isEmpty() && hostKeys.stream().allMatch(key -> FINGERPRINT.matcher(key).matches()),
        "host-keys must be fingerprints such as SHA256:...");
    require(!password.isEmpty() || !privateKey.isBlank(), "a password or a private-key is needed");
    require(timeout.toMillis() > 0, "timeout must be above 0");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("remit.exchange.sftp: " + rule);
    }
  }

  /** Names the server and no secret. */
  @Override
  public String toString() {
    return "SftpServer[" + user + "@" + host + ":" + port + "]";
  }
}

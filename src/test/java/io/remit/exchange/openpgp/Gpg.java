package io.remit.exchange.openpgp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** GnuPG as a partner has it, with a home of its own that is removed at the end. */
public final class Gpg implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Gpg.class);

  private final Path home;

  public Gpg() {
    try {
      // short: its agent listens at a socket in it, whose path may have 107 characters
      home = Files.createTempDirectory(Path.of("/tmp"), "gpg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the tests run: they do where there is gpg, and on CI, which has to have it. */
  public static boolean mustStart() {
    boolean there = Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gpg")));
    if (!there) {
      LOG.warn("Tests are skipped: there is no gpg on the path");
    }
    return there || "true".equals(System.getenv("CI"));
  }

  /** A key that signs with RSA 3072, and to which is encrypted with RSA 4096. */
  public void makeRsaKey(String user) {
    run("--passphrase", "", "--quick-generate-key", user, "rsa3072", "default", "never");
    run("--passphrase", "", "--quick-add-key", fingerprint(user), "rsa4096", "encrypt", "never");
  }

  /** A key of Curve25519. */
  public void makeCurveKey(String user, String passphrase) {
    run("--pinentry-mode", "loopback", "--passphrase", passphrase, "--quick-generate-key", user, "future-default",
        "default", "never");
  }

  public String fingerprint(String user) {
    return output("--with-colons", "--list-keys", user).lines().filter(line -> line.startsWith("fpr:")).findFirst()
        .orElseThrow().split(":")[9];
  }

  public String publicKey(String user) {
    return output("--armor", "--export", user);
  }

  public String secretKey(String user, String passphrase) {
    return output("--pinentry-mode", "loopback", "--passphrase", passphrase, "--armor", "--export-secret-keys", user);
  }

  public void take(String armoredKey) {
    run("--import", written("key", armoredKey.getBytes(StandardCharsets.US_ASCII)).toString());
  }

  /** What it says of a message is in {@link #said}; its content is returned. */
  public byte[] open(byte[] sealed) {
    Path opened = home.resolve("opened");
    said = run("--yes", "--status-fd", "2", "--output", opened.toString(), "--decrypt",
        written("sealed", sealed).toString());
    return read(opened);
  }

  private String said = "";

  public String said() {
    return said;
  }

  /** @param more options, such as {@code --sign} */
  public byte[] seal(byte[] content, String to, String... more) {
    Path sealed = home.resolve("answer");
    List<String> command = new ArrayList<>(List.of("--yes", "--trust-model", "always", "--output", sealed.toString(),
        "--recipient", to));
    command.addAll(List.of(more));
    command.add("--encrypt");
    command.add(written("content", content).toString());
    run(command.toArray(String[]::new));
    return read(sealed);
  }

  public String run(String... options) {
    return execute(true, options);
  }

  private String output(String... options) {
    return execute(false, options);
  }

  private String execute(boolean withErrors, String... options) {
    List<String> command = new ArrayList<>(List.of("gpg", "--homedir", home.toString(), "--batch"));
    command.addAll(List.of(options));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(withErrors);
      if (!withErrors) {
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      }
      Process process = builder.start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("gpg: " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path written(String name, byte[] content) {
    try {
      return Files.write(home.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all").start().waitFor();
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

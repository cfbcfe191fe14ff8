package io.remit.intake.delivery;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.remit.files.OwnFiles;
import io.remit.intake.csv.SpooledFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes what is delivered to disk as it comes, so that it can be recognised before it is applied. */
@Component
public class Spool {

  private final Path folder;

  /** @param workFolder the folder {@code remit.work-folder}; the contents lie below it */
  public Spool(@Value("${remit.work-folder}") String workFolder) {
    this.folder = Path.of(workFolder, "spool");
  }

  /** Where the content of files lies for whose end nobody waits. */
  public Path jobs() {
    return folder.resolveSibling("jobs");
  }

  /** Keeps content until what is returned is closed, or the process dies. */
  public SpooledFile store(InputStream content) throws IOException {
    FileChannel channel = FileChannel.open(newFile(folder), READ, WRITE, DELETE_ON_CLOSE);
    try {
      Digested digested = write(content, channel);
      return new SpooledFile(channel, digested.sha256(), digested.size());
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  /** Keeps content until what is returned is closed; what was moved elsewhere by then stays there. */
  public KeptFile keep(InputStream content) throws IOException {
    Path path = newFile(jobs());
    try (FileChannel channel = FileChannel.open(path, WRITE)) {
      KeptFile kept = new KeptFile(path, write(content, channel).sha256());
      // The answer says that it is kept: that has to be true if the machine fails the next moment.
      channel.force(true);
      return kept;
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(path);
      throw failure;
    }
  }

  /** A content on the disk that is gone when this is closed, unless it was moved. */
  public record KeptFile(Path path, String sha256) implements AutoCloseable {

    /** Puts it where it stays when this is closed. */
    public void moveTo(Path place) throws IOException {
      Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(path);
    }
  }

  private record Digested(String sha256, long size) {
  }

  /** Readable by the owner only, as temporary files are: it holds personal data. */
  private static Path newFile(Path folder) throws IOException {
    return Files.createTempFile(OwnFiles.makeFolder(folder), "intake", null);
  }

  private static Digested write(InputStream content, FileChannel channel) throws IOException {
    DigestInputStream digesting = new DigestInputStream(content, sha256());
    long size = digesting.transferTo(Channels.newOutputStream(channel));
    return new Digested(HexFormat.of().formatHex(digesting.getMessageDigest().digest()), size);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}

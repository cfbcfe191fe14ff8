package io.remit.intake;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.remit.files.OwnFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes what is delivered to disk as it comes, so that it can be recognised before it is applied. */
@Component
class Spool {

  private final Path folder;

  Spool(@Value("${remit.work-folder}") String workFolder) {
    this.folder = Path.of(workFolder, "spool");
  }

  SpooledFile store(InputStream content) throws IOException {
    OwnFiles.makeFolder(folder);
    // Readable by the owner only, as temporary files are: it holds personal data.
    Path path = Files.createTempFile(folder, "intake", null);
    FileChannel channel = FileChannel.open(path, READ, WRITE, DELETE_ON_CLOSE);
    try {
      DigestInputStream digesting = new DigestInputStream(content, sha256());
      long size = digesting.transferTo(Channels.newOutputStream(channel));
      return new SpooledFile(channel, HexFormat.of().formatHex(digesting.getMessageDigest().digest()), size);
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}

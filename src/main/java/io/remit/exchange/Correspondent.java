package io.remit.exchange;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody outside with whom files are exchanged.
 *
 * @param id letters, digits and {@code -}, such as {@code court} or a partner's id; with settings
 *     {@code remit.exchange.sftp.<id>.*} files go over SFTP
 * @param folder the folder below the work folder for whom no SFTP server is set, such as {@code court} or {@code
 *     outsourcing/agency1}; what they send lies in {@code in} below it
 */
public record Correspondent(String id, String folder) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

  /** @throws IllegalArgumentException if the id or the folder has other characters */
  public Correspondent {
    if (!ID.matcher(id).matches() || !FOLDER.matcher(folder).matches()) {
      throw new IllegalArgumentException("An id may have only letters, digits and '-'; a folder also '.', '_' and '/'");
    }
  }

  List<String> folders() {
    return List.of(folder.split("/"));
  }
}

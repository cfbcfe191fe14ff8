package io.remit.casefile;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An id of a file's own, which stands in the path of an address or, whatever it holds, in its query. */
final class IdInAddress {

  private IdInAddress() {
  }

  /**
   * @param inPath null where the query has it
   * @param name of the query's parameter
   * @throws ResponseStatusException if it stands in neither
   */
  static String of(@Nullable String inPath, @Nullable String inQuery, String name) {
    String id = inPath == null ? inQuery : inPath;
    if (id == null || id.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, name + ": is missing");
    }
    return id;
  }
}

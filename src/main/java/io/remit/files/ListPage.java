package io.remit.files;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A page of a list, as REST answers it.
 *
 * @param page from 0
 * @param size how many a whole page has
 * @param total how many the list has
 */
public record ListPage<T>(List<T> items, int page, int size, long total) {

  /**
   * Refuses a page that there cannot be.
   *
   * @param largest how many a page may have
   * @throws ResponseStatusException 400
   */
  public static void check(int page, int size, int largest) {
    if (page < 0 || size < 1 || size > largest) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page starts at 0, size is 1 to " + largest);
    }
  }
}

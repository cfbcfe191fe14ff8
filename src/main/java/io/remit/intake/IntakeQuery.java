package io.remit.intake;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the query of a request asks of a file. It is read from its text: asking the request for a parameter would make
 * the server read a body that curl labels as a form, and the file would be gone.
 *
 * @param complete whether the file lists all open accounts of its products
 */
record IntakeQuery(boolean complete) {

  /**
   * @param query of the address, or null
   * @throws ResponseStatusException that names the parameter at fault
   */
  static IntakeQuery of(String query) {
    var parameters = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
    String complete = parameters.containsKey("complete") ? parameters.getFirst("complete") : "false";
    if (!"true".equals(complete) && !"false".equals(complete)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "complete has to be true or false");
    }
    return new IntakeQuery(complete.equals("true"));
  }
}

package io.remit.model.diff;

/** How an element of a drawing differs, as a picture shows it: by a colour, and by a sign for who sees no colours. */
enum Mark {

  ADDED("#1b7f37", "+"), REMOVED("#c62828", "−"), CHANGED("#b25e00", "!"), MOVED("#1565c0", "↔");

  private final String colour;
  private final String sign;

  Mark(String colour, String sign) {
    this.colour = colour;
    this.sign = sign;
  }

  String colour() {
    return colour;
  }

  String sign() {
    return sign;
  }
}

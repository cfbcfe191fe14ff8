package io.remit.model.diff;

import java.util.regex.Pattern;

/** A colour of a drawing, if it is one. */
final class Colour {

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{3,8}");

  private Colour() {
  }

  /** The colour that a drawing names, or another one where it names none that is written in figures. */
  static String of(String named, String otherwise) {
    return COLOUR.matcher(named).matches() ? named : otherwise;
  }
}

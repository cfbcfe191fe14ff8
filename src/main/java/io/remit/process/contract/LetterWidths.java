package io.remit.process.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room a text needs in a drawing, in the letters of DejaVu Sans: the widest that a browser takes where there
 * is no Arial, so that what fits in them fits everywhere.
 */
final class LetterWidths {

  private static final char FIRST = ' ';
  /** Of the printable characters of ASCII, in thousandths of the size of the letters. */
  private static final int[] WIDTHS = {
      318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
      636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
      1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
      603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
      500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
      635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838};
  private static final double LINE_HEIGHT = 1.2;

  private LetterWidths() {
  }

  /**
   * Whether a text fits into a box without a break inside of a word.
   *
   * @param size of its letters; all lengths are in pixels
   */
  static boolean fit(String text, double size, double width, double height) {
    List<Double> lines = new ArrayList<>();
    double space = widthOf(" ", size);
    for (String word : text.split("\\s+")) {
      double wide = widthOf(word, size);
      int last = lines.size() - 1;
      if (last >= 0 && lines.get(last) + space + wide <= width) {
        lines.set(last, lines.get(last) + space + wide);
      } else {
        lines.add(wide);
      }
    }
    return lines.stream().allMatch(line -> line <= width) && lines.size() * size * LINE_HEIGHT <= height + 1;
  }

  private static double widthOf(String text, double size) {
    return text.chars().map(letter -> letter - FIRST)
        .map(index -> index >= 0 && index < WIDTHS.length ? WIDTHS[index] : 1000).sum() * size / 1000;
  }
}

package io.remit.access;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a picture of SVG.
 *
 * @param size width and height of its view
 * @param path its dark squares
 */
record QrPicture(int size, String path) {

  /** What the standard wants to be left white around it. */
  private static final int MARGIN = 4;

  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + MARGIN).append(',').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size + 2 * MARGIN, path.toString());
  }
}

package io.remit.model.diff;

/** Draws the small signs of BPMN: what a step is, what an event waits for or does, how a gateway decides. */
final class SymbolPainter {

  private final Svg svg;

  SymbolPainter(Svg svg) {
    this.svg = svg;
  }

  /** The sign of a step in its corner. */
  void task(String type, double x, double y, String colour) {
    begin(x, y);
    switch (type) {
      case "userTask" -> {
        circle(8, 4.5, 3.5, "none", colour);
        path("M1.5 15.5 C1.5 10.5 4.5 9 8 9 S14.5 10.5 14.5 15.5 Z", "none", colour);
      }
      case "serviceTask" -> {
        svg.element("circle", "cx", 8, "cy", 8, "r", 6.3, "fill", "none", "stroke", colour, "stroke-width", 2.2,
            "stroke-dasharray", "2.5 2.45");
        circle(8, 8, 5, "none", colour);
        circle(8, 8, 1.8, "none", colour);
      }
      case "businessRuleTask" -> {
        path("M1 2 H16 V14 H1 Z M1 10 H16 M6 6 V14", "none", colour);
        path("M1 2 H16 V6 H1 Z", colour, colour);
      }
      case "receiveTask" -> envelope(8, 8, 7, 5, false, colour);
      case "sendTask" -> envelope(8, 8, 7, 5, true, colour);
      case "scriptTask" -> path("M3 1 H14 Q10 5 13 8 T13 15 H2 Q5 11 2.5 8 T3 1 M5 5 H10 M5 8 H11 M5 11 H11", "none",
          colour);
      case "manualTask" -> path("M1 6 L6 1 L7.5 2.5 L5.5 5 H15 V7 H9 M9 7 H15.5 V9.5 H9 M9 9.5 H15 V12 H9 M9 12 H14 "
          + "V14 H4 L1 11 Z", "none", colour);
      default -> {
        // A plain step bears no sign.
      }
    }
    svg.close("g");
  }

  /** The sign of what can be opened. */
  void plus(double x, double y, String colour) {
    begin(x, y);
    path("M-7 -7 H7 V7 H-7 Z M0 -4.5 V4.5 M-4.5 0 H4.5", "none", colour);
    svg.close("g");
  }

  /** The sign in an event; filled where it does something rather than waits for it. */
  void event(String definition, double x, double y, String colour, boolean filled) {
    begin(x, y);
    String fill = filled ? colour : "none";
    switch (definition) {
      case "timer" -> {
        circle(0, 0, 9, "none", colour);
        path("M0 -6 V0 L4 3 M0 -9 V-7 M9 0 H7 M0 9 V7 M-9 0 H-7", "none", colour);
      }
      case "message" -> envelope(0, 0, 8.5, 6, filled, colour);
      case "error" -> path("M-8 7 L-3 -7 L2 2 L8 -8 L3.5 7 L-1.5 -1.5 Z", fill, colour);
      case "terminate" -> circle(0, 0, 9, colour, colour);
      case "signal" -> path("M0 -8 L8 6 H-8 Z", fill, colour);
      case "escalation" -> path("M0 -9 L6 8 L0 2 L-6 8 Z", fill, colour);
      case "conditional" -> path("M-6 -8 H6 V8 H-6 Z M-4 -4 H4 M-4 0 H4 M-4 4 H4", "none", colour);
      case "link" -> path("M-8 -3 H1 V-7 L8 0 L1 7 V3 H-8 Z", fill, colour);
      case "compensate" -> path("M-9 0 L-1 -6 V6 Z M-1 0 L7 -6 V6 Z", fill, colour);
      case "cancel" -> path("M-6 -6 L6 6 M-6 6 L6 -6", "none", colour);
      default -> path("M0 -8 L8 -2 L5 7 H-5 L-8 -2 Z", fill, colour);
    }
    svg.close("g");
  }

  /** The sign in a gateway. */
  void gateway(String type, double x, double y, String colour) {
    begin(x, y);
    switch (type) {
      case "exclusiveGateway" -> thick("M-6 -8 L6 8 M6 -8 L-6 8", colour);
      case "parallelGateway" -> thick("M0 -11 V11 M-11 0 H11", colour);
      case "inclusiveGateway" -> svg.element("circle", "cx", 0, "cy", 0, "r", 11, "fill", "none", "stroke", colour,
          "stroke-width", 2.5);
      case "eventBasedGateway" -> {
        circle(0, 0, 13, "none", colour);
        circle(0, 0, 10, "none", colour);
        path("M0 -6 L6 -1.5 L4 5 H-4 L-6 -1.5 Z", "none", colour);
      }
      default -> thick("M0 -11 V11 M-11 0 H11 M-8 -8 L8 8 M8 -8 L-8 8", colour);
    }
    svg.close("g");
  }

  private void begin(double x, double y) {
    svg.open("g", "transform", "translate(" + Svg.number(x) + " " + Svg.number(y) + ")");
  }

  private void circle(double x, double y, double radius, String fill, String colour) {
    svg.element("circle", "cx", x, "cy", y, "r", radius, "fill", fill, "stroke", colour, "stroke-width", 1.2);
  }

  private void path(String path, String fill, String colour) {
    svg.element("path", "d", path, "fill", fill, "stroke", colour, "stroke-width", 1.2);
  }

  private void thick(String path, String colour) {
    svg.element("path", "d", path, "fill", "none", "stroke", colour, "stroke-width", 3.2);
  }

  private void envelope(double x, double y, double halfWidth, double halfHeight, boolean filled, String colour) {
    String left = Svg.number(x - halfWidth);
    String right = Svg.number(x + halfWidth);
    String top = Svg.number(y - halfHeight);
    path("M" + left + " " + top + " H" + right + " V" + Svg.number(y + halfHeight) + " H" + left + " Z",
        filled ? colour : "none", colour);
    path("M" + left + " " + top + " L" + Svg.number(x) + " " + Svg.number(y + 1) + " L" + right + " " + top, "none",
        filled ? "#ffffff" : colour);
  }
}

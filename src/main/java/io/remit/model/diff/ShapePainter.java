package io.remit.model.diff;

import io.remit.model.diff.Drawing.Drawn;
import io.remit.model.diff.DrawnPlaces.Box;
import io.remit.model.diff.DrawnPlaces.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the shapes of a drawing with their names. */
final class ShapePainter {

  private static final String PLAIN = "#22242a";
  private static final String WHITE = "#ffffff";
  private static final double NAME = 12;
  private static final double LABEL = 11;
  private static final double LINE = 1.2;
  private static final double NARROWEST_LABEL = 90;
  private static final double HEADER = 30;

  private final Svg svg;
  private final SymbolPainter symbols;

  ShapePainter(Svg svg) {
    this.svg = svg;
    symbols = new SymbolPainter(svg);
  }

  /** Whether others lie on it. */
  static boolean isFrame(Drawn node, Shape shape) {
    return switch (node.type()) {
      case "participant", "lane", "group" -> true;
      case "subProcess", "eventSubProcess", "transaction", "adHocSubProcess" -> shape.expanded();
      default -> false;
    };
  }

  void draw(Drawn node, Shape shape, @Nullable Mark mark) {
    String own = Colour.of(shape.stroke(), PLAIN);
    String stroke = mark != null && mark != Mark.MOVED ? mark.colour() : own;
    String fill = Colour.of(shape.fill(), WHITE);
    if (mark == Mark.MOVED) {
      outline(shape.box(), mark);
    }
    String type = node.type().split("\\.")[0];
    if (type.endsWith("Event")) {
      event(node, shape, stroke, fill, mark);
    } else if (type.endsWith("Gateway")) {
      gateway(node, shape, stroke, fill, mark);
    } else if (type.equals("group")) {
      rounded(shape.box(), 10, stroke, "none", mark, "10 4 2 4");
      label(svg, node.name(), labelOf(shape, shape.box().y() + 4), stroke);
    } else if (type.equals("participant") || type.equals("lane")) {
      pool(node, shape, stroke, fill, mark);
    } else if (type.equals("textAnnotation")) {
      note(node, shape, stroke);
    } else if (type.startsWith("data")) {
      data(node, shape, stroke, fill, mark);
    } else {
      work(node, type, shape, stroke, fill, mark);
    }
  }

  private void outline(Box box, Mark mark) {
    svg.element("rect", "x", box.x() - 4, "y", box.y() - 4, "width", box.width() + 8, "height", box.height() + 8, "rx",
        6, "fill", "none", "stroke", mark.colour(), "stroke-width", 1.5, "stroke-dasharray", "5 3");
  }

  private static double thick(@Nullable Mark mark, double plain) {
    return mark == null || mark == Mark.MOVED ? plain : Math.max(3, plain);
  }

  private static String dashes(@Nullable Mark mark, String plain) {
    return mark == Mark.REMOVED ? "9 4" : plain;
  }

  private void rounded(Box box, double radius, String stroke, String fill, @Nullable Mark mark, String dashes) {
    svg.element("rect", "x", box.x(), "y", box.y(), "width", box.width(), "height", box.height(), "rx", radius, "fill",
        fill, "stroke", stroke, "stroke-width", thick(mark, 1.5), "stroke-dasharray", dashes(mark, dashes));
  }

  private void event(Drawn node, Shape shape, String stroke, String fill, @Nullable Mark mark) {
    Box box = shape.box();
    double x = box.x() + box.width() / 2;
    double y = box.y() + box.height() / 2;
    double radius = Math.min(box.width(), box.height()) / 2;
    boolean end = node.type().startsWith("end");
    boolean between = node.type().startsWith("intermediate") || node.type().startsWith("boundary");
    String dashes = "false".equals(node.details().get("cancelActivity"))
        || "false".equals(node.details().get("isInterrupting")) ? "5 3" : "none";
    svg.element("circle", "cx", x, "cy", y, "r", radius, "fill", fill, "stroke", stroke, "stroke-width",
        end ? 4.0 : thick(mark, 1.5), "stroke-dasharray", dashes(mark, dashes));
    if (between) {
      svg.element("circle", "cx", x, "cy", y, "r", Math.max(0, radius - 4), "fill", "none", "stroke", stroke,
          "stroke-width", 1.5, "stroke-dasharray", dashes);
    }
    int dot = node.type().indexOf('.');
    if (dot > 0) {
      symbols.event(node.type().substring(dot + 1), x, y, stroke,
          end || node.type().startsWith("intermediateThrow"));
    }
    label(svg, node.name(), labelOf(shape, box.bottom() + 6), stroke);
  }

  private void gateway(Drawn node, Shape shape, String stroke, String fill, @Nullable Mark mark) {
    Box box = shape.box();
    double x = box.x() + box.width() / 2;
    double y = box.y() + box.height() / 2;
    svg.element("polygon", "points",
        Svg.number(x) + "," + Svg.number(box.y()) + " " + Svg.number(box.right()) + "," + Svg.number(y) + " "
            + Svg.number(x) + "," + Svg.number(box.bottom()) + " " + Svg.number(box.x()) + "," + Svg.number(y),
        "fill", fill, "stroke", stroke, "stroke-width", thick(mark, 1.5), "stroke-dasharray", dashes(mark, "none"));
    if (!node.type().equals("exclusiveGateway") || shape.marked()) {
      symbols.gateway(node.type(), x, y, stroke);
    }
    label(svg, node.name(), labelOf(shape, box.bottom() + 6), stroke);
  }

  private void work(Drawn node, String type, Shape shape, String stroke, String fill, @Nullable Mark mark) {
    Box box = shape.box();
    boolean frame = isFrame(node, shape);
    boolean called = type.equals("callActivity");
    svg.element("rect", "x", box.x(), "y", box.y(), "width", box.width(), "height", box.height(), "rx", 10, "fill",
        fill, "stroke", stroke, "stroke-width", called ? 4.0 : thick(mark, 1.5), "stroke-dasharray",
        dashes(mark, type.equals("eventSubProcess") ? "3 3" : "none"));
    if (type.equals("transaction")) {
      rounded(new Box(box.x() + 3, box.y() + 3, Math.max(0, box.width() - 6), Math.max(0, box.height() - 6)), 8, stroke,
          "none", null, "none");
    }
    symbols.task(type, box.x() + 6, box.y() + 6, stroke);
    boolean plus = called || !frame && type.endsWith("ubProcess");
    if (plus) {
      symbols.plus(box.x() + box.width() / 2, box.bottom() - 11, stroke);
    }
    if (frame) {
      lines(svg, node.name(), box.x() + box.width() / 2, box.y() + 18, box.width() - 40, NAME, 2, stroke, "middle");
      return;
    }
    double room = box.height() - (plus ? 24 : 6);
    int most = (int) Math.max(1, Math.floor(room / (NAME * LINE)));
    List<String> names = TextLines.of(node.name(), NAME, box.width() - 14, most);
    double y = box.y() + 3 + (room - names.size() * NAME * LINE) / 2 + NAME;
    lines(svg, names, box.x() + box.width() / 2, y, NAME, stroke, "middle");
  }

  private void pool(Drawn node, Shape shape, String stroke, String fill, @Nullable Mark mark) {
    Box box = shape.box();
    rounded(box, 0, stroke, fill, mark, "none");
    if (!shape.horizontal()) {
      lines(svg, node.name(), box.x() + box.width() / 2, box.y() + 18, box.width() - 10, NAME, 1, stroke, "middle");
      return;
    }
    svg.element("line", "x1", box.x() + HEADER, "y1", box.y(), "x2", box.x() + HEADER, "y2", box.bottom(), "stroke",
        stroke, "stroke-width", 1.5);
    List<String> names = TextLines.of(node.name(), NAME, Math.max(20, box.height() - 10), 2);
    double y = box.y() + box.height() / 2;
    svg.open("g", "transform", "rotate(-90 " + Svg.number(box.x() + HEADER / 2) + " " + Svg.number(y) + ")");
    lines(svg, names, box.x() + HEADER / 2, y + 4 - (names.size() - 1) * NAME / 2, NAME, stroke, "middle");
    svg.close("g");
  }

  private void note(Drawn node, Shape shape, String stroke) {
    Box box = shape.box();
    svg.element("polyline", "points",
        Svg.number(box.x() + 10) + "," + Svg.number(box.y()) + " " + Svg.number(box.x()) + "," + Svg.number(box.y())
            + " " + Svg.number(box.x()) + "," + Svg.number(box.bottom()) + " " + Svg.number(box.x() + 10) + ","
            + Svg.number(box.bottom()),
        "fill", "none", "stroke", stroke, "stroke-width", 1.5);
    lines(svg, node.name(), box.x() + 6, box.y() + 16, box.width() - 8, NAME,
        (int) Math.max(1, box.height() / (NAME * LINE)), stroke, "start");
  }

  private void data(Drawn node, Shape shape, String stroke, String fill, @Nullable Mark mark) {
    Box box = shape.box();
    rounded(box, 3, stroke, fill, mark, "none");
    svg.element("line", "x1", box.x(), "y1", box.y() + 8, "x2", box.right(), "y2", box.y() + 8, "stroke", stroke);
    label(svg, node.name(), labelOf(shape, box.bottom() + 6), stroke);
  }

  private static Box labelOf(Shape shape, double otherwise) {
    Box label = shape.label();
    return label != null ? label : new Box(shape.box().x() + shape.box().width() / 2 - NARROWEST_LABEL / 2, otherwise,
        NARROWEST_LABEL, 14);
  }

  /** A name beside a shape, in the place that the drawing gives it. */
  static void label(Svg svg, String name, Box box, String colour) {
    double width = Math.max(NARROWEST_LABEL, box.width());
    lines(svg, name, box.x() + box.width() / 2, box.y() + LABEL, width, LABEL, 8, colour, "middle");
  }

  private static void lines(Svg svg, String name, double x, double y, double width, double size, int most,
      String colour, String anchor) {
    lines(svg, TextLines.of(name, size, Math.max(20, width), most), x, y, size, colour, anchor);
  }

  private static void lines(Svg svg, List<String> lines, double x, double y, double size, String colour,
      String anchor) {
    if (lines.isEmpty()) {
      return;
    }
    svg.open("text", "font-size", size, "fill", colour, "text-anchor", anchor);
    for (int i = 0; i < lines.size(); i++) {
      svg.text("tspan", lines.get(i), "x", x, "y", y + i * size * LINE);
    }
    svg.close("text");
  }
}

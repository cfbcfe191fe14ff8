package io.remit.model.diff;

import io.remit.model.diff.Drawing.Drawn;
import io.remit.model.diff.DrawnPlaces.Box;
import io.remit.model.diff.DrawnPlaces.Line;
import io.remit.model.diff.DrawnPlaces.Plane;
import io.remit.model.diff.DrawnPlaces.Point;
import io.remit.model.diff.DrawnPlaces.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a drawing with its marks as one picture: the drawing itself, and below it the insides that differ. */
final class PictureWriter {

  static final String LETTERS = "Arial, Helvetica, 'Liberation Sans', 'Noto Sans CJK SC', sans-serif";
  private static final double MARGIN = 24;
  private static final double TITLE = 34;
  private static final double LEGEND = 34;
  private static final double SMALLEST = 420;
  private static final double LARGEST = 50_000;

  private final Drawing drawing;
  private final Map<String, Mark> marks;
  private final Phrases phrases;
  private final Svg svg = new Svg();

  PictureWriter(Drawing drawing, Map<String, Mark> marks, Phrases phrases) {
    this.drawing = drawing;
    this.marks = marks;
    this.phrases = phrases;
  }

  String picture(String title) {
    List<Plane> planes = new ArrayList<>();
    boolean somethingElse = marks.values().stream().anyMatch(mark -> mark != Mark.MOVED);
    for (Plane plane : drawing.places().planes()) {
      if (planes.isEmpty() || isMarked(plane, somethingElse)) {
        planes.add(plane);
      }
    }
    double width = SMALLEST;
    double height = LEGEND;
    for (Plane plane : planes) {
      Box box = around(plane);
      width = Math.max(width, box.width() + 2 * MARGIN);
      height += box.height() + 2 * MARGIN + TITLE;
    }
    height = planes.isEmpty() ? height + TITLE : height;
    svg.open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", Math.min(width, LARGEST), "height",
        Math.min(height, LARGEST), "viewBox", "0 0 " + Svg.number(width) + " " + Svg.number(height), "role", "img",
        "font-family", LETTERS, "font-size", 12);
    svg.newLine();
    svg.text("title", title);
    svg.element("rect", "width", width, "height", height, "fill", "#ffffff");
    svg.newLine();
    double y = 0;
    for (int i = 0; i < planes.size(); i++) {
      Plane plane = planes.get(i);
      Box box = around(plane);
      svg.text("text", i == 0 ? title : drawing.nameOf(plane.element()), "x", MARGIN, "y", y + 24, "font-size", 15,
          "font-weight", "bold", "fill", "#222222");
      svg.open("g", "transform", "translate(" + Svg.number(MARGIN - box.x()) + " "
          + Svg.number(y + TITLE + MARGIN - box.y()) + ")");
      draw(plane);
      svg.close("g");
      svg.newLine();
      y += box.height() + 2 * MARGIN + TITLE;
    }
    legend(planes.isEmpty() ? TITLE : y);
    svg.close("svg");
    svg.newLine();
    return svg.toString();
  }

  /** Where something else than places differs, a surface on which things only moved is not worth a look. */
  private boolean isMarked(Plane plane, boolean withMoreThanPlaces) {
    return Stream.concat(plane.shapes().keySet().stream(), plane.lines().keySet().stream())
        .anyMatch(id -> marks.containsKey(id) && !(withMoreThanPlaces && marks.get(id) == Mark.MOVED));
  }

  private static Box around(Plane plane) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    List<Box> boxes = new ArrayList<>();
    for (Shape shape : plane.shapes().values()) {
      boxes.add(shape.box());
      if (shape.label() != null) {
        boxes.add(shape.label());
      }
    }
    for (Line line : plane.lines().values()) {
      line.points().forEach(point -> boxes.add(new Box(point.x(), point.y(), 0, 0)));
      if (line.label() != null) {
        boxes.add(line.label());
      }
    }
    for (Box box : boxes) {
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.right());
      bottom = Math.max(bottom, box.bottom());
    }
    return boxes.isEmpty() ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
  }

  /** Frames lie below lines, and lines below what they join. */
  private void draw(Plane plane) {
    ShapePainter shapes = new ShapePainter(svg);
    drawn(plane, true, shapes);
    LinePainter lines = new LinePainter(svg, drawing);
    plane.lines().forEach((id, line) -> {
      Drawn flow = drawing.flows().get(id);
      if (flow != null && !line.points().isEmpty()) {
        lines.draw(flow, line, marks.get(id));
        svg.newLine();
      }
    });
    drawn(plane, false, shapes);
    plane.shapes().forEach((id, shape) -> sign(id, shape.box().right(), shape.box().y()));
    plane.lines().forEach((id, line) -> {
      Drawn flow = drawing.flows().get(id);
      if (flow != null && !isAsItsEnd(flow)) {
        Point place = LinePainter.besideName(line);
        sign(id, place.x(), place.y());
      }
    });
  }

  /** Whether a line needs no sign: it only moved, or is new or gone with what it joins. */
  private boolean isAsItsEnd(Drawn flow) {
    Mark mark = marks.get(flow.id());
    return mark == Mark.MOVED
        || mark != Mark.CHANGED && (mark == marks.get(flow.from()) || mark == marks.get(flow.to()));
  }

  private void drawn(Plane plane, boolean frames, ShapePainter shapes) {
    plane.shapes().forEach((id, shape) -> {
      Drawn node = drawing.nodes().get(id);
      if (node != null && ShapePainter.isFrame(node, shape) == frames) {
        shapes.draw(node, shape, marks.get(id));
        svg.newLine();
      }
    });
  }

  private void sign(String id, double x, double y) {
    Mark mark = marks.get(id);
    if (mark == Mark.MOVED) {
      sign(mark, x + 4, y - 4, 6);
    } else if (mark != null) {
      sign(mark, x, y, 8);
    }
  }

  private void sign(Mark mark, double x, double y, double radius) {
    svg.element("circle", "cx", x, "cy", y, "r", radius, "fill", mark.colour(), "stroke", "#ffffff", "stroke-width",
        1.5);
    svg.text("text", mark.sign(), "x", x, "y", y + radius / 2, "font-size", radius * 1.5, "font-weight", "bold",
        "text-anchor", "middle", "fill", "#ffffff");
  }

  private void legend(double y) {
    double x = MARGIN;
    boolean some = false;
    for (Mark mark : Mark.values()) {
      if (marks.containsValue(mark)) {
        String name = phrases.say("picture." + mark.name().toLowerCase(Locale.ROOT));
        sign(mark, x + 9, y + 12, 8);
        svg.text("text", name, "x", x + 24, "y", y + 16, "fill", "#222222");
        x += 24 + TextLines.width(name, 12) + 24;
        some = true;
      }
    }
    if (!some) {
      svg.text("text", phrases.say("picture.none"), "x", x, "y", y + 16, "fill", "#222222");
    }
  }
}

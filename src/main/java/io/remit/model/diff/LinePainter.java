package io.remit.model.diff;

import io.remit.model.diff.Drawing.Drawn;
import io.remit.model.diff.DrawnPlaces.Box;
import io.remit.model.diff.DrawnPlaces.Line;
import io.remit.model.diff.DrawnPlaces.Point;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the ways and other lines of a drawing. */
final class LinePainter {

  private static final String PLAIN = "#22242a";
  private static final double ARROW = 9;
  private static final double[] PLACES_OF_A_SIGN = {0.7, 0.55, 0.4, 0.85, 0.25};
  private static final double NEAR = 9;
  private static final double NAME_WIDTH = 90;

  private final Svg svg;
  private final Drawing drawing;

  LinePainter(Svg svg, Drawing drawing) {
    this.svg = svg;
    this.drawing = drawing;
  }

  void draw(Drawn flow, Line line, @Nullable Mark mark) {
    String colour = mark != null ? mark.colour() : Colour.of(line.stroke(), PLAIN);
    double width = mark == null || mark == Mark.MOVED ? 1.5 : 3;
    String dashes = mark == Mark.REMOVED ? "9 4" : flow.type().equals("messageFlow") ? "8 5"
        : flow.type().equals("association") ? "1 4" : "none";
    svg.element("polyline", "points", points(line.points()), "fill", "none", "stroke", colour, "stroke-width", width,
        "stroke-dasharray", dashes, "stroke-linejoin", "round");
    if (line.points().size() > 1 && !flow.type().equals("association")) {
      arrow(line.points(), colour, !flow.type().equals("messageFlow"));
      begin(flow, line.points(), colour);
    }
    name(flow, line, mark == Mark.MOVED ? PLAIN : colour);
  }

  private static String points(List<Point> points) {
    return points.stream().map(point -> Svg.number(point.x()) + "," + Svg.number(point.y()))
        .collect(Collectors.joining(" "));
  }

  private void arrow(List<Point> points, String colour, boolean filled) {
    Point end = points.get(points.size() - 1);
    Point before = points.get(points.size() - 2);
    double angle = Math.atan2(end.y() - before.y(), end.x() - before.x());
    Point left = from(end, angle + Math.PI - 0.42, ARROW);
    Point right = from(end, angle + Math.PI + 0.42, ARROW);
    svg.element("polygon", "points", points(List.of(end, left, right)), "fill", filled ? colour : "#ffffff", "stroke",
        colour, "stroke-width", 1.0);
  }

  private static Point from(Point point, double angle, double distance) {
    return new Point(point.x() + Math.cos(angle) * distance, point.y() + Math.sin(angle) * distance);
  }

  /** What a way is taken on: the bar of the one that is taken otherwise, the diamond of a condition of a step. */
  private void begin(Drawn flow, List<Point> points, String colour) {
    double angle = Math.atan2(points.get(1).y() - points.get(0).y(), points.get(1).x() - points.get(0).x());
    if (flow.details().containsKey("default")) {
      Point place = from(points.get(0), angle, 11);
      Point one = from(place, angle + Math.PI * 0.35, 6);
      Point other = from(place, angle - Math.PI * 0.65, 6);
      svg.element("polyline", "points", points(List.of(one, other)), "stroke", colour, "stroke-width", 1.5);
    } else if (flow.details().containsKey("conditionExpression") && !comesFromGateway(flow)) {
      Point begin = points.get(0);
      Point middle = from(begin, angle, 7);
      svg.element("polygon", "points", points(List.of(begin, from(middle, angle + Math.PI / 2, 4),
          from(begin, angle, 14), from(middle, angle - Math.PI / 2, 4))), "fill", "#ffffff", "stroke", colour);
    }
  }

  private boolean comesFromGateway(Drawn flow) {
    Drawn from = drawing.nodes().get(flow.from());
    return from != null && from.isGateway();
  }

  private void name(Drawn flow, Line line, String colour) {
    if (!flow.name().isEmpty()) {
      Point middle = along(line.points(), 0.5);
      Box box = line.label() != null ? line.label() : new Box(middle.x() - NAME_WIDTH / 2, middle.y() - 16, NAME_WIDTH,
          14);
      ShapePainter.label(svg, flow.name(), box, colour);
    }
  }

  /** A place on a line for a sign that does not lie on the name of the line. */
  static Point besideName(Line line) {
    Box name = line.label();
    Point place = along(line.points(), PLACES_OF_A_SIGN[0]);
    for (double part : PLACES_OF_A_SIGN) {
      place = along(line.points(), part);
      if (name == null || place.x() < name.x() - NEAR || place.x() > name.right() + NEAR || place.y() < name.y() - NEAR
          || place.y() > name.bottom() + NEAR) {
        return place;
      }
    }
    return place;
  }

  /** The place a part of the way along. */
  static Point along(List<Point> points, double part) {
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      length += distance(points.get(i - 1), points.get(i));
    }
    double rest = length * part;
    for (int i = 1; i < points.size(); i++) {
      double step = distance(points.get(i - 1), points.get(i));
      if (step >= rest && step > 0) {
        return new Point(points.get(i - 1).x() + (points.get(i).x() - points.get(i - 1).x()) * rest / step,
            points.get(i - 1).y() + (points.get(i).y() - points.get(i - 1).y()) * rest / step);
      }
      rest -= step;
    }
    return points.isEmpty() ? new Point(0, 0) : points.get(0);
  }

  private static double distance(Point one, Point other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }
}

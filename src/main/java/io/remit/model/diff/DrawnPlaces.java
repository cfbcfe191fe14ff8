package io.remit.model.diff;

import io.remit.model.ModelPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements of a drawing are drawn.
 *
 * @param planes in their order: the drawing itself, then the insides of collapsed sub-processes
 */
record DrawnPlaces(List<Plane> planes) {

  /** Coordinates beyond these are of no drawing. */
  private static final double FARTHEST = 100_000;

  /** A surface with shapes and lines, by the id of what they show. */
  record Plane(String element, Map<String, Shape> shapes, Map<String, Line> lines) {
  }

  /** A place that a shape or a text takes. */
  record Box(double x, double y, double width, double height) {

    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }
  }

  /** A place through which a line goes. */
  record Point(double x, double y) {
  }

  /** A shape; {@code label} is null where its name has no place of its own. */
  record Shape(Box box, @Nullable Box label, String fill, String stroke, boolean expanded, boolean marked,
      boolean horizontal) {
  }

  /** A line through points. */
  record Line(List<Point> points, @Nullable Box label, String stroke) {
  }

  static DrawnPlaces nothing() {
    return new DrawnPlaces(List.of());
  }

  static DrawnPlaces of(ModelPart definitions) {
    List<Plane> planes = new ArrayList<>();
    for (ModelPart diagram : definitions.children("BPMNDiagram")) {
      for (ModelPart plane : diagram.children("BPMNPlane")) {
        planes.add(plane(plane));
      }
    }
    return new DrawnPlaces(List.copyOf(planes));
  }

  private static Plane plane(ModelPart plane) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    Map<String, Line> lines = new LinkedHashMap<>();
    for (ModelPart part : plane.children()) {
      String element = part.attribute("bpmnElement");
      Box label = box(Details.child(part, "BPMNLabel"));
      String stroke = colour(part, "stroke", "border-color");
      if (part.is("BPMNEdge")) {
        List<Point> points = part.children("waypoint").stream()
            .map(point -> new Point(number(point, "x"), number(point, "y"))).toList();
        lines.putIfAbsent(element, new Line(points, label, stroke));
      } else if (part.is("BPMNShape")) {
        Box box = box(part);
        if (box != null) {
          shapes.putIfAbsent(element, new Shape(box, label, colour(part, "fill", "background-color"), stroke,
              !part.attribute("isExpanded").equals("false"), part.attribute("isMarkerVisible").equals("true"),
              !part.attribute("isHorizontal").equals("false")));
        }
      }
    }
    return new Plane(plane.attribute("bpmnElement"), shapes, lines);
  }

  private static String colour(ModelPart part, String first, String second) {
    Map<String, String> attributes = Details.attributes(part);
    return attributes.getOrDefault(first, attributes.getOrDefault(second, "")).toLowerCase(Locale.ROOT);
  }

  private static @Nullable Box box(ModelPart part) {
    List<ModelPart> bounds = part.children("Bounds");
    return bounds.isEmpty() ? null : new Box(number(bounds.get(0), "x"), number(bounds.get(0), "y"),
        Math.max(0, number(bounds.get(0), "width")), Math.max(0, number(bounds.get(0), "height")));
  }

  private static double number(ModelPart part, String attribute) {
    try {
      double number = Double.parseDouble(part.attribute(attribute));
      return Double.isFinite(number) ? Math.max(-FARTHEST, Math.min(FARTHEST, number)) : 0;
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }

  /** The shape of an element, on whatever plane it is. */
  Optional<Shape> shape(String element) {
    return planes.stream().map(plane -> plane.shapes().get(element)).filter(shape -> shape != null).findFirst();
  }

  Optional<Line> line(String element) {
    return planes.stream().map(plane -> plane.lines().get(element)).filter(line -> line != null).findFirst();
  }
}

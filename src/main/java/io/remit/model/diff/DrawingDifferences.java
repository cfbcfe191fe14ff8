package io.remit.model.diff;

import io.remit.model.diff.Difference.Kind;
import io.remit.model.diff.Difference.What;
import io.remit.model.diff.Drawing.Drawn;
import io.remit.model.diff.DrawnPlaces.Line;
import io.remit.model.diff.DrawnPlaces.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What differs between two drawings: elements and ways by their ids. What only moved is counted. */
final class DrawingDifferences {

  private static final int SHOWN_NEIGHBOURS = 3;

  private final Drawing before;
  private final Drawing after;
  private final List<Difference> found = new ArrayList<>();

  private DrawingDifferences(Drawing before, Drawing after) {
    this.before = before;
    this.after = after;
  }

  /** In this order: processes, elements, ways, and how they are drawn. */
  static List<Difference> between(Drawing before, Drawing after) {
    DrawingDifferences differences = new DrawingDifferences(before, after);
    differences.compareProcesses();
    differences.compareNodes();
    differences.compareFlows();
    differences.found.addAll(Details.compare(Difference.of(Kind.PROCESS, What.CHANGED, "", ""), before.rest(),
        after.rest()));
    differences.comparePlaces();
    return differences.found;
  }

  private void compareProcesses() {
    Map<String, Drawn> old = new LinkedHashMap<>(before.processes());
    Map<String, Drawn> now = new LinkedHashMap<>(after.processes());
    if (old.size() == 1 && now.size() == 1) {
      compareProcess(old.values().iterator().next(), now.values().iterator().next());
      return;
    }
    for (Iterator<Drawn> all = old.values().iterator(); all.hasNext();) {
      Drawn each = all.next();
      Drawn same = now.remove(each.id());
      if (same == null) {
        found.add(process(each, What.REMOVED));
      } else {
        compareProcess(each, same);
      }
    }
    now.values().forEach(each -> found.add(process(each, What.ADDED).facts(each.details())));
  }

  private void compareProcess(Drawn old, Drawn now) {
    Difference subject = process(now, What.CHANGED);
    if (!old.id().equals(now.id())) {
      found.add(subject.detail("id").values(old.id(), now.id()));
    }
    if (!old.name().equals(now.name())) {
      found.add(subject.detail("name").values(old.name(), now.name()));
    }
    found.addAll(Details.compare(subject, old.details(), now.details()));
  }

  private static Difference process(Drawn process, What what) {
    return Difference.of(Kind.PROCESS, what, process.id(), process.name());
  }

  private void compareNodes() {
    before.nodes().forEach((id, old) -> {
      Drawn now = after.nodes().get(id);
      if (now == null) {
        found.add(placed(node(before, old, What.REMOVED), before, old).facts(old.details()));
      } else {
        compareNode(old, now);
      }
    });
    after.nodes().forEach((id, now) -> {
      if (!before.nodes().containsKey(id)) {
        found.add(placed(node(after, now, What.ADDED), after, now).facts(now.details()));
      }
    });
  }

  private void compareNode(Drawn old, Drawn now) {
    Difference subject = node(after, now, What.CHANGED);
    if (!old.name().equals(now.name())) {
      found.add(node(after, now, What.RENAMED).values(old.name(), now.name()));
    }
    if (!old.container().equals(now.container())) {
      found.add(Difference.of(Kind.ELEMENT, What.MOVED, now.id(), now.name()).where("type", now.type())
          .values(before.nameOf(old.container()), after.nameOf(now.container())));
    }
    if (!old.type().equals(now.type())) {
      found.add(subject.detail("type").values(old.type(), now.type()));
    }
    found.addAll(Details.compare(subject, old.details(), now.details()));
    String oldColour = before.places().shape(now.id()).map(DrawingDifferences::colour).orElse("");
    String newColour = after.places().shape(now.id()).map(DrawingDifferences::colour).orElse("");
    if (!oldColour.equals(newColour)) {
      found.add(subject.detail("colour").values(oldColour, newColour));
    }
  }

  private static String colour(Shape shape) {
    return (shape.fill() + " " + shape.stroke()).strip();
  }

  private static Difference node(Drawing drawing, Drawn node, What what) {
    return Difference.of(Kind.ELEMENT, what, node.id(), node.name()).where("type", node.type())
        .where("in", drawing.nameOf(node.container()));
  }

  /** Tells what leads to an element and where it leads. */
  private static Difference placed(Difference difference, Drawing drawing, Drawn node) {
    return difference.where("after", shown(drawing.namesBefore(node.id())))
        .where("before", shown(drawing.namesAfter(node.id())));
  }

  private static String shown(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(SHOWN_NEIGHBOURS, names.size())))
        + (names.size() > SHOWN_NEIGHBOURS ? ", ..." : "");
  }

  private void compareFlows() {
    before.flows().forEach((id, old) -> {
      Drawn now = after.flows().get(id);
      if (now == null) {
        if (!isTold(old, before, after)) {
          found.add(flow(before, old, What.REMOVED).facts(old.details()));
        }
      } else {
        compareFlow(old, now);
      }
    });
    after.flows().forEach((id, now) -> {
      if (!before.flows().containsKey(id) && !isTold(now, after, before)) {
        found.add(flow(after, now, What.ADDED).facts(now.details()));
      }
    });
  }

  /** Whether a way says no more than where an element that is new, or gone, stands. */
  private static boolean isTold(Drawn flow, Drawing here, Drawing there) {
    return flow.isPlain() && (isOnlyIn(flow.from(), here, there) || isOnlyIn(flow.to(), here, there));
  }

  private static boolean isOnlyIn(String id, Drawing here, Drawing there) {
    return here.nodes().containsKey(id) && !there.nodes().containsKey(id);
  }

  private void compareFlow(Drawn old, Drawn now) {
    Difference subject = flow(after, now, What.CHANGED);
    if (!old.name().equals(now.name())) {
      found.add(flow(after, now, What.RENAMED).values(old.name(), now.name()));
    }
    if (!old.from().equals(now.from())) {
      found.add(end(subject.detail("from"), old.from(), now.from()));
    }
    if (!old.to().equals(now.to())) {
      found.add(end(subject.detail("to"), old.to(), now.to()));
    }
    found.addAll(Details.compare(subject, old.details(), now.details()));
  }

  /** Two elements of one name are told apart by their ids. */
  private Difference end(Difference difference, String old, String now) {
    String oldName = before.nameOf(old);
    String name = after.nameOf(now);
    return oldName.equals(name) ? difference.values(oldName + " (" + old + ")", name + " (" + now + ")")
        : difference.values(oldName, name);
  }

  private static Difference flow(Drawing drawing, Drawn flow, What what) {
    return Difference.of(Kind.FLOW, what, flow.id(), flow.name()).where("type", flow.type())
        .where("in", drawing.nameOf(flow.container())).where("from", drawing.nameOf(flow.from()))
        .where("to", drawing.nameOf(flow.to()));
  }

  private void comparePlaces() {
    long shapes = after.nodes().keySet().stream().filter(before.nodes()::containsKey)
        .filter(id -> hasMoved(before.places().shape(id), after.places().shape(id))).count();
    long lines = after.flows().keySet().stream().filter(before.flows()::containsKey)
        .filter(id -> !before.places().line(id).map(Line::points).equals(after.places().line(id).map(Line::points)))
        .count();
    long labels = after.nodes().keySet().stream().filter(before.nodes()::containsKey)
        .filter(id -> !hasMoved(before.places().shape(id), after.places().shape(id))
            && !looks(before, id).equals(looks(after, id)))
        .count() + after.flows().keySet().stream().filter(before.flows()::containsKey)
            .filter(id -> !Objects.equals(before.places().line(id).map(line -> String.valueOf(line.label())),
                after.places().line(id).map(line -> String.valueOf(line.label()))))
            .count();
    count("shapes", shapes);
    count("lines", lines);
    count("labels", labels);
  }

  private static boolean hasMoved(Optional<Shape> old, Optional<Shape> now) {
    return !old.map(Shape::box).equals(now.map(Shape::box));
  }

  /** Where its name stands, and how it is shown. */
  private static String looks(Drawing drawing, String id) {
    return drawing.places().shape(id)
        .map(shape -> shape.label() + " " + shape.expanded() + shape.marked() + shape.horizontal()).orElse("");
  }

  private void count(String what, long number) {
    if (number > 0) {
      found.add(Difference.of(Kind.PICTURE, What.MOVED, "", "").detail(what)
          .values("", String.valueOf(number)));
    }
  }
}

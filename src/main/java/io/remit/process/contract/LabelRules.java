package io.remit.process.contract;

import io.remit.model.ModelRule;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;

/** A drawing can be read: everything has the words that it needs, and nothing lies on them. */
final class LabelRules implements FileRules {

  private static final double INSIDE = 12;
  private static final double BESIDE = 11;
  /** Cockpit breaks the lines of a label here, however wide its box is. */
  private static final double WIDEST_LABEL = 90;
  private static final double PADDING = 7;
  /** The sign of what can be opened. */
  private static final double MARKER = 16;

  @Override
  public void check(ReadModel read, Findings found) {
    read.process().ifPresent(model -> {
      String file = read.name();
      model.getModelElementsByType(EndEvent.class).forEach(end ->
          unless(isNamed(end), file, end, "nothing tells what has happened", found));
      model.getModelElementsByType(ExclusiveGateway.class).forEach(gateway ->
          unless(isNamed(gateway) && gateway.getName().endsWith("?"), file, gateway, "it asks no question", found));
      model.getModelElementsByType(BpmnPlane.class).forEach(plane -> check(file, Drawing.of(plane), found));
    });
  }

  private static void check(String file, Drawing drawing, Findings found) {
    drawing.shapes().forEach((element, shape) -> {
      if (element instanceof Activity activity) {
        double marker = activity instanceof CallActivity || activity instanceof SubProcess ? MARKER : 0;
        unless(isNamed(activity) && LetterWidths.fit(activity.getName(), INSIDE, shape.getWidth() - 2 * PADDING,
            shape.getHeight() - marker), file, element,
            isNamed(activity) ? "its name does not fit into it" : "it has no name", found);
      } else if (element instanceof FlowElement named && isNamed(named)) {
        checkLabel(file, named, drawing, found);
      }
    });
    drawing.lines().forEach((element, pieces) -> {
      if (!(element instanceof SequenceFlow flow)) {
        return;
      }
      if (isNamed(flow)) {
        checkLabel(file, flow, drawing, found);
      }
      drawing.shapes().forEach((other, shape) -> unless(touches(flow, other) || !crosses(pieces, shape), file, flow,
          "it crosses " + other.getId(), found));
    });
  }

  private static void checkLabel(String file, FlowElement element, Drawing drawing, Findings found) {
    Rectangle2D label = drawing.labels().get(element);
    if (label == null) {
      unless(false, file, element, "its name has no place", found);
      return;
    }
    unless(LetterWidths.fit(element.getName(), BESIDE, Math.min(label.getWidth(), WIDEST_LABEL), label.getHeight()),
        file, element, "its name does not fit into the place for it", found);
    drawing.shapes().forEach((other, shape) -> unless(!covers(other, shape, label), file, element,
        "its name lies on " + other.getId(), found));
    drawing.labels().forEach((other, taken) -> unless(other == element || !taken.intersects(label), file, element,
        "its name lies on that of " + other.getId(), found));
    unless(drawing.strokes().noneMatch(label::intersectsLine), file, element, "a line crosses its name", found);
  }

  private static boolean covers(BaseElement element, Rectangle2D shape, Rectangle2D label) {
    return element instanceof Gateway ? diamond(shape).intersects(label) : shape.intersects(label);
  }

  private static Path2D diamond(Rectangle2D shape) {
    Path2D path = new Path2D.Double();
    path.moveTo(shape.getCenterX(), shape.getY());
    path.lineTo(shape.getMaxX(), shape.getCenterY());
    path.lineTo(shape.getCenterX(), shape.getMaxY());
    path.lineTo(shape.getX(), shape.getCenterY());
    path.closePath();
    return path;
  }

  /** Whether a flow may touch a shape: it begins or ends there, or at an event on its edge. */
  private static boolean touches(SequenceFlow flow, BaseElement shape) {
    return flow.getSource() == shape || flow.getTarget() == shape
        || flow.getSource() instanceof BoundaryEvent event && event.getAttachedTo() == shape
        || shape instanceof BoundaryEvent event && event.getAttachedTo() == flow.getSource();
  }

  private static boolean crosses(List<Line2D> pieces, Rectangle2D shape) {
    return pieces.stream().anyMatch(shape::intersectsLine);
  }

  private static boolean isNamed(FlowElement element) {
    return element.getName() != null && !element.getName().isBlank();
  }

  private static void unless(boolean kept, String file, BaseElement element, String detail, Findings found) {
    found.unless(kept, file, element.getId(), ModelRule.DRAWING_IS_READABLE, detail);
  }
}

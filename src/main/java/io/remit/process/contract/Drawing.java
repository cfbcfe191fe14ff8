package io.remit.process.contract;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Group;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * One plane of a model: the process itself, or the inside of a collapsed sub-process.
 *
 * @param shapes what covers its ground
 * @param frames what stands around others: expanded sub-processes and bands
 * @param lines the flows, in straight pieces
 * @param labels what stands beside a shape or a line
 */
record Drawing(Map<BaseElement, Rectangle2D> shapes, Map<BaseElement, Rectangle2D> frames,
    Map<BaseElement, List<Line2D>> lines, Map<BaseElement, Rectangle2D> labels) {

  static Drawing of(BpmnPlane plane) {
    Drawing drawing = new Drawing(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(),
        new LinkedHashMap<>());
    plane.getDiagramElements().forEach(element -> {
      if (element instanceof BpmnShape shape) {
        drawing.add(shape);
      } else if (element instanceof BpmnEdge edge) {
        drawing.add(edge);
      }
    });
    return drawing;
  }

  private void add(BpmnShape shape) {
    BaseElement element = shape.getBpmnElement();
    if (element == null || shape.getBounds() == null) {
      return;
    }
    boolean frame = shape.isExpanded() || element instanceof Group || element instanceof Participant
        || element instanceof Lane;
    (frame ? frames : shapes).put(element, rectangle(shape.getBounds()));
    addLabel(element, shape.getBpmnLabel());
  }

  private void add(BpmnEdge edge) {
    if (edge.getBpmnElement() == null) {
      return;
    }
    List<Line2D> pieces = new ArrayList<>();
    Waypoint from = null;
    for (Waypoint to : edge.getWaypoints()) {
      if (from != null) {
        pieces.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
      }
      from = to;
    }
    lines.put(edge.getBpmnElement(), pieces);
    addLabel(edge.getBpmnElement(), edge.getBpmnLabel());
  }

  private void addLabel(BaseElement element, BpmnLabel label) {
    if (label != null && label.getBounds() != null) {
      labels.put(element, rectangle(label.getBounds()));
    }
  }

  private static Rectangle2D rectangle(Bounds bounds) {
    return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  /** Everything that is drawn as a line: the flows, and the edges of the frames. */
  Stream<Line2D> strokes() {
    return Stream.concat(lines.values().stream().flatMap(List::stream),
        frames.values().stream().flatMap(Drawing::edgesOf));
  }

  private static Stream<Line2D> edgesOf(Rectangle2D frame) {
    return Stream.of(new Line2D.Double(frame.getX(), frame.getY(), frame.getMaxX(), frame.getY()),
        new Line2D.Double(frame.getX(), frame.getMaxY(), frame.getMaxX(), frame.getMaxY()),
        new Line2D.Double(frame.getX(), frame.getY(), frame.getX(), frame.getMaxY()),
        new Line2D.Double(frame.getMaxX(), frame.getY(), frame.getMaxX(), frame.getMaxY()));
  }
}

package io.remit.model.diff;

import io.remit.model.ModelFile;
import io.remit.model.UnreadableModel;
import io.remit.model.diff.Difference.Kind;
import io.remit.model.diff.Difference.What;
import io.remit.model.diff.Drawing.Drawn;
import io.remit.model.diff.DrawnPlaces.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as it was and as it is, as two SVG pictures that show what differs. They hold shapes and texts alone: no
 * scripts, links, styles or pages of others.
 *
 * @param before the old drawing; a picture without shapes if there was none
 * @param after the new one; a picture without shapes if it is gone
 * @param isChanged whether anything differs
 */
public record ChangedPicture(String before, String after, boolean isChanged) {

  /**
   * Draws a file of the two folders, or one that only one of them has.
   *
   * @param language of the legend
   * @throws UnreadableModel if one of them cannot be read
   */
  public static ChangedPicture of(@Nullable ModelFile old, @Nullable ModelFile neu, Language language)
      throws UnreadableModel {
    Drawing before = ModelDifferences.drawing(old);
    Drawing after = ModelDifferences.drawing(neu);
    List<Difference> differences = DrawingDifferences.between(before, after);
    Phrases phrases = Phrases.of(language);
    ModelFile named = neu == null ? old : neu;
    String name = named == null ? "" : named.name();
    return new ChangedPicture(
        new PictureWriter(before, marks(before, after, Mark.REMOVED, differences), phrases)
            .picture(phrases.say("picture.before", name)),
        new PictureWriter(after, marks(after, before, Mark.ADDED, differences), phrases)
            .picture(phrases.say("picture.after", name)),
        !differences.isEmpty());
  }

  /** The marks of the elements of one of the drawings, by id. */
  private static Map<String, Mark> marks(Drawing here, Drawing there, Mark alone, List<Difference> differences) {
    Set<String> changed = new HashSet<>();
    for (Difference each : differences) {
      if ((each.kind() == Kind.ELEMENT || each.kind() == Kind.FLOW) && each.what() != What.ADDED
          && each.what() != What.REMOVED) {
        changed.add(each.element());
      }
    }
    Map<String, Mark> marks = new HashMap<>();
    for (String id : here.nodes().keySet()) {
      if (!there.nodes().containsKey(id)) {
        marks.put(id, alone);
      } else if (changed.contains(id)) {
        marks.put(id, Mark.CHANGED);
      } else if (!here.places().shape(id).map(Shape::box).equals(there.places().shape(id).map(Shape::box))) {
        marks.put(id, Mark.MOVED);
      }
    }
    for (String id : here.flows().keySet()) {
      if (!there.flows().containsKey(id)) {
        marks.put(id, alone);
      } else if (changed.contains(id)) {
        marks.put(id, Mark.CHANGED);
      } else if (!here.places().line(id).map(DrawnPlaces.Line::points)
          .equals(there.places().line(id).map(DrawnPlaces.Line::points))) {
        marks.put(id, Mark.MOVED);
      }
    }
    Set.copyOf(marks.keySet()).forEach(id -> markAround(here, id, marks));
    return marks;
  }

  /** A collapsed sub-process in which something differs is itself changed: else nobody would look into it. */
  private static void markAround(Drawing drawing, String id, Map<String, Mark> marks) {
    if (marks.get(id) == Mark.MOVED) {
      return;
    }
    Drawn node = drawing.nodes().get(id);
    Drawn inside = node == null ? drawing.flows().get(id) : node;
    for (int depth = 0; inside != null && depth < drawing.nodes().size(); depth++) {
      String container = inside.container();
      if (drawing.places().shape(container).map(shape -> !shape.expanded()).orElse(false)) {
        marks.merge(container, Mark.CHANGED, (old, now) -> old == Mark.MOVED ? now : old);
      }
      inside = drawing.nodes().get(container);
    }
  }
}

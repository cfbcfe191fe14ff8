package io.remit.eventlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One model as a graph.
 *
 * @param nodes by their ids
 */
public record ModelGraph(Map<String, ModelNode> nodes) {

  /**
   * The graph of a process that was moved from one version of its model to another: it may go as either says.
   *
   * @param versions at least one; where they differ in what an element is, the last one counts
   */
  static ModelGraph of(Collection<ModelGraph> versions) {
    Map<String, ModelNode> all = new HashMap<>();
    versions.forEach(version -> version.nodes().values().forEach(node -> all.merge(node.id(), node, (one, other) -> {
      Set<String> next = new HashSet<>(one.next());
      next.addAll(other.next());
      return new ModelNode(other.id(), other.name(), other.kind(), other.within(), other.host(), other.interrupts(),
          one.waitsForJob() || other.waitsForJob(), other.needs(), next);
    })));
    return new ModelGraph(Map.copyOf(all));
  }

  /** The same with other ids. */
  ModelGraph renamed(UnaryOperator<String> names) {
    return new ModelGraph(nodes.values().stream().map(node -> node.renamed(names))
        .collect(Collectors.toUnmodifiableMap(ModelNode::id, Function.identity(), (one, other) -> one)));
  }

  Optional<ModelNode> find(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** Where a sub-process, or with null the process, begins. */
  Set<String> startsOf(@Nullable String within) {
    return nodes.values().stream()
        .filter(node -> node.kind() == ModelNode.Kind.START && Objects.equals(node.within(), within))
        .map(ModelNode::id).collect(Collectors.toSet());
  }

  /** The events at the border of an element. */
  List<ModelNode> atBorderOf(String host) {
    return nodes.values().stream().filter(node -> host.equals(node.host())).toList();
  }

  /** How many ways lead to an element. */
  int waysTo(String id) {
    return (int) nodes.values().stream().filter(node -> node.next().contains(id)).count();
  }
}

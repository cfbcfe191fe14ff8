package io.remit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * An element of a model with all that is in it, whoever read it.
 *
 * @param text directly in the element, with CDATA and around comments
 * @param line where it begins; 0 if unknown
 */
public record ModelPart(QName name, Map<QName, String> attributes, String text, List<ModelPart> children, int line) {

  /** The value of an attribute without a namespace; empty if there is none. */
  public String attribute(String attribute) {
    return attributes.getOrDefault(new QName(attribute), "");
  }

  /** Whether it is an element of this name, in whatever namespace. */
  public boolean is(String localName) {
    return name.getLocalPart().equals(localName);
  }

  /** The parts directly in it that have this name, in their order. */
  public List<ModelPart> children(String localName) {
    return children.stream().filter(child -> child.is(localName)).toList();
  }

  /** This part and all parts in it, from the beginning to the end. */
  public List<ModelPart> all() {
    List<ModelPart> all = new ArrayList<>();
    collect(all);
    return all;
  }

  private void collect(List<ModelPart> all) {
    all.add(this);
    children.forEach(child -> child.collect(all));
  }
}

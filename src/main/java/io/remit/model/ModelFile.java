package io.remit.model;

import java.util.Arrays;

/**
 * A file of the folder of models.
 *
 * @param name within the folder, such as {@code messages/overdue-sms.en.1.txt}
 */
public record ModelFile(String name, byte[] content) {

  /** Whether the engine takes it: a process, a decision or a form. */
  public boolean isDeployed() {
    return ends(".bpmn") || ends(".dmn") || ends(".form");
  }

  public boolean ends(String ending) {
    return name.endsWith(ending);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelFile file && file.name.equals(name) && Arrays.equals(file.content, content);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}

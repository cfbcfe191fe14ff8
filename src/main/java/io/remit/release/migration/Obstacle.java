package io.remit.release.migration;

/** Why a case cannot go on in another version of its model. */
public enum Obstacle {

  NO_COUNTERPART("the other version has no such element, and the instructions name none"),
  OTHER_KIND("the element of the other version is of another kind"),
  OTHER_CALL("the process that it called runs, and the other version calls another one there"),
  CALLED_NO_MORE("the process that it called runs, and the other version calls none there"),
  OTHER_PLACE("the element of the other version stands in another sub-process"),
  SUSPENDED("an operator has suspended it: let it go on first"),
  /** Somebody, or a job, changed it at each try. */
  BUSY("it was being worked on at each try: start once more"),
  /** What the engine said beyond what can be seen of the two drawings. */
  REFUSED_BY_ENGINE("the engine cannot move it as it stands"),
  /** While the migration ran, another model was deployed. */
  OVERTAKEN("a newer model was deployed meanwhile: start once more");

  private final String words;

  Obstacle(String words) {
    this.words = words;
  }

  /** For people, in English. */
  public String words() {
    return words;
  }
}

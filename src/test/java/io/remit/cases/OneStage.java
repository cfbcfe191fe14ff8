package io.remit.cases;

/** Every case is in one stage, whatever its age. */
public record OneStage(Stage stage) implements AgingPolicy {

  @Override
  public Stage stageAt(long daysPastDue) {
    return stage;
  }

  @Override
  public long startOf(Stage asked) {
    return 0;
  }
}

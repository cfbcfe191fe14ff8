package io.remit.hold;

/** The decision {@code hold-rules}, asked through the engine. */
public interface HoldPolicy {

  HoldRule ruleOf(Hold.Reason reason);
}

package io.remit.cases;

/** The ways to reach a person. */
public enum Channel {
  SMS, EMAIL, CALL, ROBOT_CALL, VISIT, LETTER;

  /** Whether it is written, and needs nobody to take it. */
  public boolean isMessage() {
    return this == SMS || this == EMAIL || this == LETTER;
  }

  /** Whether a gateway makes the contact, and no person. */
  public boolean isByGateway() {
    return isMessage() || this == ROBOT_CALL;
  }

  /** Whether it is spoken on the phone, by a person or a robot. */
  public boolean isVoice() {
    return this == CALL || this == ROBOT_CALL;
  }

  /** Whether it needs a phone number. */
  public boolean isByPhone() {
    return isVoice() || this == SMS;
  }
}

package io.remit.contact;

/** The ways to reach a person. */
public enum Channel {
  SMS, EMAIL, CALL, ROBOT_CALL, VISIT, LETTER
}

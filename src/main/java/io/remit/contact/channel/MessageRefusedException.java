package io.remit.contact.channel;

/** A gateway did not take a message and never will. */
public class MessageRefusedException extends RuntimeException {

  private final boolean addressInvalid;

  /**
   * @param reason in a few words, without personal data
   * @param addressInvalid whether the number or address itself is at fault, so that nothing need be sent there again
   */
  public MessageRefusedException(String reason, boolean addressInvalid) {
    super(reason);
    this.addressInvalid = addressInvalid;
  }

  public boolean addressInvalid() {
    return addressInvalid;
  }
}

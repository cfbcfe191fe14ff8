package io.remit.gateway.smpp;

import org.jsmpp.bean.OptionalParameter;

/**
 * What goes into one submission.
 *
 * @param esmClass whether the content begins with a header
 * @param content header and characters
 * @param parameters what goes along as optional parameters
 */
record ShortMessage(byte esmClass, byte dataCoding, byte[] content, OptionalParameter... parameters) {

  /** Tells the size but not the content, which is personal. */
  @Override
  public String toString() {
    return "ShortMessage[" + content.length + "]";
  }
}

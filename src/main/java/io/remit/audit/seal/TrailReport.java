package io.remit.audit.seal;

import java.util.List;

/**
 * What a verification of the trail found.
 *
 * @param sealedRows how many rows the seals cover
 * @param unsealedRows how many wait for their seal
 * @param erasedRows how many of the sealed rows a rule removed, or erased the words of
 * @param head number and hash of the last seal, {@code 0:} and zeros if there is none
 * @param findings in the order of the chain, the first hundred
 * @param allFindings how many there are
 */
public record TrailReport(long seals, long sealedRows, long unsealedRows, long erasedRows, String head,
    List<Finding> findings, long allFindings) {

  /** Whether everything is as it was sealed. */
  public boolean isGood() {
    return allFindings == 0;
  }
}

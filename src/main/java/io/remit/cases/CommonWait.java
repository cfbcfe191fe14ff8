package io.remit.cases;

import java.util.List;
import java.util.Map;

/** Cases that have no date of their own, since one process has it for many of them. */
public interface CommonWait {

  /** The numbers of the cases that wait now, by the business key of the process that lets them go on. */
  Map<String, List<String>> waiting();
}

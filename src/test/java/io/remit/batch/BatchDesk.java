package io.remit.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.batch.CaseBatch.Item;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;

/** A manager's desk in tests of other packages: orders for many cases, and what became of them. */
public final class BatchDesk {

  private final Batches batches;
  private final BatchWork work;
  private final ObjectMapper json;

  public BatchDesk(ApplicationContext application) {
    batches = application.getBean(Batches.class);
    work = application.getBean(BatchWork.class);
    json = application.getBean(ObjectMapper.class);
  }

  /**
   * Gives an order, and lets nothing run.
   *
   * @param order as JSON, without reason and number of cases
   * @return the number of the batch
   */
  public long order(String order) {
    Batches.Entered entered = read(order);
    int cases = (int) batches.preview(entered, 0, 1).total();
    return batches.order(new Batches.Entered(entered.action(), entered.hold(), entered.until(), entered.toStage(),
        entered.toCollector(), entered.select(), "The creditor wants it so", cases), "manager1");
  }

  /** Why cases would be refused, and how many for each reason: {@code CLOSED 2}. */
  public List<String> wouldRefuse(String order) {
    return batches.preview(read(order), 0, 1).refused().stream().map(each -> each.code() + " " + each.cases()).toList();
  }

  /** What became of each case, by its number: {@code DONE}, {@code REFUSED CLOSED}, {@code WAITING}. */
  public Map<String, String> report(long batchId) {
    Map<String, String> report = new TreeMap<>();
    for (Item item : batches.report(batchId, null, 0, 1000)) {
      report.put(item.caseNumber(), item.outcome() == null ? "WAITING"
          : item.code() == null || item.code().equals("FAILED") ? item.outcome().name()
          : item.outcome() + " " + item.code());
    }
    return report;
  }

  /** Where the batch stands, and the engine's id of it: {@code RUNNING}. */
  public String status(long batchId) {
    return batches.find(batchId).orElseThrow().status().name();
  }

  public String engineBatchOf(long batchId) {
    return batches.find(batchId).orElseThrow().engineBatchId();
  }

  /** Runs a job of the batch once more, as after a node that was killed behind the last case of it. */
  public void workAgain(long batchId) {
    work.work(batchId, List.copyOf(report(batchId).keySet()));
  }

  private Batches.Entered read(String order) {
    try {
      return json.readValue(order, Batches.Entered.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

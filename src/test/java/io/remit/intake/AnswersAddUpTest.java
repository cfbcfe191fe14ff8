package io.remit.intake;

import static io.remit.intake.IntakeFixture.account;
import static io.remit.intake.IntakeFixture.accountWith;
import static io.remit.intake.IntakeFixture.arrearsOf;
import static io.remit.intake.IntakeFixture.payment;
import static io.remit.intake.IntakeFixture.paymentWith;
import static io.remit.intake.IntakeFixture.paymentsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.intake.delivery.PaymentCounts;
import io.remit.intake.delivery.PaymentsResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each row of a file is in exactly one of the answer's numbers. */
class AnswersAddUpTest extends WithIntake {

  private static void addsUp(PaymentsResult answer) {
    long left = answer.left().values().stream().mapToLong(Long::longValue).sum();
    assertThat(answer.posted() + answer.duplicates() + answer.unmatched() + left + answer.rejected().size())
        .as(answer.toString()).isEqualTo(answer.rows());
  }

  @Test
  void ofAPaymentsFile() {
    PaymentsResult answer = intake.payments(paymentsOf(payment("P1", "A1"), payment("P1", "A1"),
        payment("P2", "UNKNOWN-1"), paymentWith("P3", "amount", "x"), paymentWith("P4", "type", "CHARGEBACK"),
        "short"));

    assertThat(answer.rows()).isEqualTo(6);
    assertThat(answer.posted()).isEqualTo(1);
    assertThat(answer.duplicates()).isEqualTo(1);
    assertThat(answer.unmatched()).isEqualTo(1);
    assertThat(answer.rejected()).hasSize(3);
    addsUp(answer);
  }

  @Test
  void ofABankStatementWithWhatIsNobodysPaymentByReason() {
    String statement = String.join("\r\n", ":20:S1", ":25:DE02100100100006820101", ":28C:1/1", ":60F:C070903EUR0,00",
        ":61:0709030903C10,00NTRFNONREF//C1", ":86:A1", ":61:0709030903D4,00NCHGNONREF//D1", ":86:the bank's charge",
        ":62F:C070903EUR6,00", "-", "");

    PaymentsResult answer = intake.payments(statement);

    assertThat(answer.status()).isEqualTo(IntakeStatus.APPLIED);
    assertThat(answer.rows()).isEqualTo(2);
    assertThat(answer.left().values()).containsExactly(1L);
    addsUp(answer);
    assertThat(intake.payments(statement).left()).as("told again").isEqualTo(answer.left());
  }

  @Test
  void ofAStatementThatAnOlderVersionTookInTheNumberIsKnownWithoutItsReason() throws Exception {
    PaymentCounts counts = new ObjectMapper().readValue(
        "{\"posted\":1,\"duplicates\":0,\"unmatched\":0,\"left\":3}", PaymentCounts.class);

    assertThat(counts.left()).isEqualTo(Map.of("NOT_OURS", 3L));
  }

  @Test
  void ofAnArrearsFile() {
    intake.arrears(arrearsOf(account("A1"), account("A2")));
    ArrearsResult answer = intake.arrears(arrearsOf(account("A1"), accountWith("A2", "outstanding_amount", "99.00"),
        account("A3"), account("A3"), accountWith("A4", "phone", "?"), "short"));

    assertThat(answer.rows()).isEqualTo(6);
    assertThat(answer.opened() + answer.updated() + answer.unchanged() + answer.rejected().size()).isEqualTo(6);
    assertThat(answer.rejected()).hasSize(3);
  }
}

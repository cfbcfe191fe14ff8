package io.remit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.InvalidInputException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvPageTest {

  @Test
  void allOfAListIsGivenUnlessItIsTooLong() {
    CsvPage all = CsvPage.of(null, null);
    List<Integer> most = Collections.nCopies(CsvPage.MOST_ROWS, 1);
    List<Integer> more = Collections.nCopies(all.limit(), 1);

    assertThat(all.checked(most)).isSameAs(most);
    assertThatThrownBy(() -> all.checked(more)).isInstanceOf(InvalidInputException.class)
        .hasMessage("size: is needed: there are more than 50000 rows; ask for them in pages");
  }

  @Test
  void aPageIsGivenOfAListOfAnyLength() {
    CsvPage third = CsvPage.of(2, CsvPage.MOST_ROWS);

    assertThat(third.page()).isEqualTo(2);
    assertThat(third.checked(Collections.nCopies(third.limit(), 1))).hasSize(CsvPage.MOST_ROWS);
  }

  @ParameterizedTest
  @CsvSource({"-1,5,page", "1,,page", "0,0,size", "0,50001,size", ",-1,size"})
  void whatCanBeNoPageIsRefusedByItsField(Integer page, Integer size, String field) {
    assertThatThrownBy(() -> CsvPage.of(page, size)).isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(field + ": ");
  }
}

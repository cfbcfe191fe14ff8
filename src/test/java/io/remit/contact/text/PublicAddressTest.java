package io.remit.contact.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"https://collection.bank.example", "https://bank.example:8443/remit/",
      "http://localhost:8080", "http://127.0.0.1:8080/"})
  void linksBeginWithIt(String url) {
    assertThat(new PublicAddress(URI.create(url)).page("/verify")).isEqualTo(url.replaceAll("/$", "") + "/verify");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://collection.bank.example", "collection.bank.example", "ftp://bank.example", "",
      "https:///x", "https://bank.example?x=1", "https://bank.example#x"})
  void refusesAnAddressOnWhichLinksCouldBeReadOrWouldNotWork(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PublicAddress(URI.create(url)))
        .withMessageContaining("remit.public-url");
  }

  @Test
  void slashesAtItsEndDoNoHarm() {
    assertThat(new PublicAddress(URI.create("https://bank.example///")).page("/x")).isEqualTo("https://bank.example/x");
  }
}

package io.remit.gate;

import io.remit.cases.Channel;
import io.remit.cases.DebtorDetails;
import io.remit.cases.ToldOtherwise;
import io.remit.gate.ContactQuestion.Address;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a debtor can be reached, as far as is known.
 *
 * @param moreNumbers phone numbers beside the one in the creditor's files
 * @param marks what was found out of numbers and addresses that do not serve
 * @param optedOut channels that the debtor does not want
 * @param consented channels that the debtor agreed to
 * @param suitable hours that suit the debtor
 * @param thirdPartyClosed whether the contact person is not to be asked any more
 * @param otherwise what the creditor's newest file says beside it of where the debtor is
 */
public record Reachability(DebtorDetails debtor, List<String> moreNumbers, Map<String, Address> marks,
    Set<Channel> optedOut, Set<Channel> consented, SuitableHours suitable, boolean thirdPartyClosed,
    ToldOtherwise otherwise) {

  /** The debtor's phone numbers that may be used, the creditor's first. */
  public List<String> numbers() {
    return allNumbers().filter(number -> !marks.containsKey(number)).toList();
  }

  /** All numbers that are the debtor's, as far as is known, whether or not they may be used. */
  List<String> numbersOfHis() {
    return Stream.concat(allNumbers(), otherwise.numbers().stream()).distinct()
        .filter(number -> marks.getOrDefault(number, Address.UNWANTED) == Address.UNWANTED).toList();
  }

  /** How many numbers the debtor does not want to be used. */
  public int unwanted() {
    return (int) marks.values().stream().filter(Address.UNWANTED::equals).count();
  }

  private Stream<String> allNumbers() {
    return Stream.concat(Stream.ofNullable(debtor.phone()), moreNumbers.stream()).distinct();
  }

  /** Whether the debtor has numbers, and none serves; one that the debtor does not want to be used would. */
  public boolean everyNumberFailed() {
    return allNumbers().findAny().isPresent() && numbers().isEmpty() && !marks.containsValue(Address.UNWANTED);
  }

  /** Whether the debtor can be written to or spoken with through a channel, as far as is known. */
  public boolean serves(Channel channel) {
    return !optedOut.contains(channel) && of(channel, Person.DEBTOR) == Address.USABLE;
  }

  /** Whether there is a contact person who may still be asked. */
  public boolean hasContactPerson() {
    return !thirdPartyClosed && of(Channel.CALL, Person.CONTACT_PERSON) == Address.USABLE;
  }

  /** What is known of the address for a channel. */
  Address of(Channel channel, Person person) {
    List<String> known = known(channel, person);
    if (known.isEmpty()) {
      return Address.NONE;
    }
    return known.stream().anyMatch(address -> !marks.containsKey(address)) ? Address.USABLE
        : Objects.requireNonNull(marks.get(known.get(0)));
  }

  /** The addresses for a channel that may be tried, the best first. */
  List<String> addresses(Channel channel, Person person) {
    return known(channel, person).stream().filter(address -> !marks.containsKey(address)).toList();
  }

  private List<String> known(Channel channel, Person person) {
    if (person == Person.CONTACT_PERSON) {
      return channel.isByPhone() ? Stream.ofNullable(debtor.contactPersonPhone()).toList() : List.of();
    }
    return switch (channel) {
      case SMS, CALL, ROBOT_CALL -> allNumbers().toList();
      case EMAIL -> Stream.ofNullable(debtor.email()).toList();
      case VISIT, LETTER -> postalAddress().stream().toList();
    };
  }

  /** The number that others may be told to call; null if there is none, or the debtor wants no calls. */
  public @Nullable String numberForOthers() {
    return serves(Channel.CALL) ? numbers().get(0) : null;
  }

  /** The e-mail address that others may be told; null if there is none, or the debtor wants no e-mails. */
  public @Nullable String emailForOthers() {
    return serves(Channel.EMAIL) ? debtor.email() : null;
  }

  /** Whether others may be told where the debtor lives: as far as is known that is still so. */
  public boolean livesAtHisAddress() {
    return of(Channel.LETTER, Person.DEBTOR) == Address.USABLE;
  }

  /** Where the debtor lives, as far as is known, in one line. */
  public Optional<String> postalAddress() {
    return Optional.ofNullable(debtor.address()).map(street -> Stream.of(debtor.name(), street, debtor.city(),
        debtor.country()).filter(Objects::nonNull).filter(line -> !line.isBlank()).collect(Collectors.joining(", ")));
  }
}

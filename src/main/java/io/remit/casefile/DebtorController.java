package io.remit.casefile;

import io.remit.cases.Channel;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.cases.InvalidInputException;
import io.remit.gate.ContactPreferences;
import io.remit.gate.Hours;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How a debtor wants to be reached, for staff. Phone numbers are not shown here: that is for the gate to allow. */
@RestController
@RequestMapping("/api/debtors")
@Tag(name = "Debtors")
class DebtorController {

  private final DebtorRepository debtors;
  private final ReachableDebtors reachable;
  private final ContactPreferences wishes;

  DebtorController(DebtorRepository debtors, ReachableDebtors reachable, ContactPreferences wishes) {
    this.debtors = debtors;
    this.reachable = reachable;
    this.wishes = wishes;
  }

  /**
   * What is known.
   *
   * @param usableNumbers how many phone numbers may be used
   * @param unwantedNumbers how many numbers the debtor does not want to be used
   * @param agreedFrom hours in which alone the debtor wants to be contacted, or null
   * @param notFrom hours in which the debtor does not want to be contacted, or null
   */
  record Known(String debtorId, ZoneId timeZone, Set<Channel> optedOut, int usableNumbers, int unwantedNumbers,
      @Nullable LocalTime agreedFrom, @Nullable LocalTime agreedTo, @Nullable LocalTime notFrom,
      @Nullable LocalTime notTo, boolean contactPersonMayBeAsked) {

    static Known of(DebtorDetails debtor, Reachability known, boolean contactPersonMayBeAsked) {
      Hours only = known.suitable().onlyThen();
      Hours not = known.suitable().notThen();
      return new Known(debtor.debtorId(), debtor.timeZone(), known.optedOut(), known.numbers().size(),
          known.unwanted(), only == null ? null : only.from(), only == null ? null : only.to(),
          not == null ? null : not.from(), not == null ? null : not.to(), contactPersonMayBeAsked);
    }
  }

  record ChannelWish(@Nullable Channel channel, @Nullable Boolean wanted) {
  }

  /** @param wanted whether the number may be used; yes if missing */
  record NumberWish(String number, @Nullable Boolean wanted) {
  }

  @GetMapping({"/{debtorId}/reachability", "/reachability"})
  @Operation(summary = "How a debtor may be reached, as far as is known")
  Known reachability(@PathVariable(name = "debtorId", required = false) @Nullable String inPath,
      @RequestParam(name = "debtor", required = false) @Nullable String inQuery) {
    String debtorId = IdInAddress.of(inPath, inQuery, "debtor");
    DebtorDetails debtor = debtor(debtorId);
    Reachability known = reachable.of(debtorId);
    return Known.of(debtor, known, known.hasContactPerson() && reachable.isLost(known));
  }

  @PostMapping({"/{debtorId}/channels", "/channels"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The debtor wants, or wants no more, to be reached through a channel")
  void channel(@PathVariable(name = "debtorId", required = false) @Nullable String inPath,
      @RequestParam(name = "debtor", required = false) @Nullable String inQuery,
      @RequestBody ChannelWish wish, Principal user) {
    String debtorId = IdInAddress.of(inPath, inQuery, "debtor");
    debtor(debtorId);
    if (wish.channel() == null) {
      throw new InvalidInputException("channel", "is missing");
    }
    if (wish.wanted() == null) {
      throw new InvalidInputException("wanted", "is missing");
    }
    wishes.setChannel(debtorId, wish.channel(), wish.wanted(), user.getName());
  }

  @PostMapping({"/{debtorId}/numbers", "/numbers"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The debtor has another phone number, or one that is not to be used")
  void number(@PathVariable(name = "debtorId", required = false) @Nullable String inPath,
      @RequestParam(name = "debtor", required = false) @Nullable String inQuery,
      @RequestBody NumberWish wish, Principal user) {
    String debtorId = IdInAddress.of(inPath, inQuery, "debtor");
    debtor(debtorId);
    if (Boolean.FALSE.equals(wish.wanted())) {
      wishes.refuseNumber(debtorId, wish.number(), user.getName());
    } else {
      wishes.addNumber(debtorId, wish.number(), user.getName());
    }
  }

  @PostMapping({"/{debtorId}/agreed-hours", "/agreed-hours"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The hours of the debtor's day that alone suit for contacts, or that do not")
  void hours(@PathVariable(name = "debtorId", required = false) @Nullable String inPath,
      @RequestParam(name = "debtor", required = false) @Nullable String inQuery,
      @RequestBody ContactPreferences.EnteredHours hours, Principal user) {
    String debtorId = IdInAddress.of(inPath, inQuery, "debtor");
    debtor(debtorId);
    wishes.suit(debtorId, hours, user.getName());
  }

  private DebtorDetails debtor(String debtorId) {
    try {
      return debtors.get(debtorId);
    } catch (EmptyResultDataAccessException unknown) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such debtor");
    }
  }
}

package io.remit.partner;

import io.remit.cases.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The register of partners over REST. */
@RestController
@RequestMapping("/api/partners")
@Tag(name = "Partners")
class PartnerController {

  private final PartnerRegister register;
  private final PartnerKeys keys;

  PartnerController(PartnerRegister register, PartnerKeys keys) {
    this.register = register;
    this.keys = keys;
  }

  /** A new partner: its id, and the rest as it can be changed later. */
  record NewPartner(String partnerId, EnteredPartner partner) {
  }

  /** An OpenPGP certificate in ASCII armour. */
  record NewKey(@Nullable String armoured) {
  }

  /** A fingerprint as the partner told it. */
  record Confirmation(@Nullable String fingerprint) {
  }

  /** Why a partner is suspended. */
  record SuspensionReason(String reason) {
  }

  /** A partner as the register has it; what is not known is null. */
  record Known(String partnerId, String name, PartnerKind kind, Set<String> places, Set<String> products,
      Set<String> fieldsOfLaw, int capacity, Set<Channel> channels, Set<DataField> dataFields,
      @Nullable Licence licence, @Nullable Contract contract, List<CommissionRow> commission, @Nullable Key key,
      LocalDate registeredOn, @Nullable Evaluation lastEvaluation, @Nullable Suspension suspension,
      StandingToday standing) {

    static Known of(Partner partner, Standing standing) {
      Scope scope = partner.scope();
      Papers papers = partner.papers();
      Oversight oversight = partner.oversight();
      return new Known(partner.partnerId(), partner.name(), partner.kind(), words(scope.places()),
          words(scope.products()), words(scope.fieldsOfLaw()), scope.capacity(), new TreeSet<>(scope.channels()),
          new TreeSet<>(scope.dataFields()), papers.licence(), papers.contract(),
          papers.commission().rows().stream().map(CommissionRow::of).toList(), Key.of(papers.key()),
          oversight.registeredOn(), oversight.lastEvaluation(), oversight.suspension(),
          new StandingToday(standing.isGood(), standing.reasons()));
    }

    private static Set<String> words(Set<?> values) {
      return values.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** A row of the commission schedule as it is entered. */
  record CommissionRow(int fromDays, @Nullable String fromAmount, @Nullable String currency, String percent) {

    static CommissionRow of(CommissionSchedule.Row row) {
      return new CommissionRow(row.fromDays(), row.from() == null ? null : row.from().value().toPlainString(),
          row.from() == null ? null : row.from().currency(), row.percent().toPlainString());
    }
  }

  /** What is known of a key beside itself. */
  record Key(String fingerprint, @Nullable LocalDate expires, String enteredBy, Instant enteredAt,
      @Nullable String confirmedBy, @Nullable Instant confirmedAt) {

    static @Nullable Key of(@Nullable PartnerKey key) {
      return key == null ? null : new Key(key.fingerprint(), key.expires(), key.enteredBy(), key.enteredAt(),
          key.confirmedBy(), key.confirmedAt());
    }
  }

  /** Whether it may get something today, and why not. */
  record StandingToday(boolean good, Set<Standing.Reason> reasons) {
  }

  @GetMapping
  @Operation(summary = "All partners, with their standing today")
  List<Known> all() {
    return register.all().stream().map(this::known).toList();
  }

  @GetMapping("/{partnerId}")
  @Operation(summary = "What is known of a partner, and whether it may get something today")
  Known one(@PathVariable String partnerId) {
    return known(found(partnerId));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Take a partner into the register")
  Known register(@RequestBody NewPartner entered, Principal user) {
    return known(register.register(entered.partnerId(), entered.partner(), user.getName()));
  }

  @PutMapping("/{partnerId}")
  @Operation(summary = "Change what is known of a partner; its key, its evaluations and a suspension stay")
  Known change(@PathVariable String partnerId, @RequestBody EnteredPartner entered, Principal user) {
    return changed(partnerId, () -> register.change(partnerId, entered, user.getName()));
  }

  @PostMapping("/{partnerId}/key")
  @Operation(summary = "Enter a partner's OpenPGP public key; another person has to confirm it")
  Known key(@PathVariable String partnerId, @RequestBody NewKey entered, Principal user) {
    return changed(partnerId, () -> keys.enter(partnerId, entered.armoured(), user.getName()));
  }

  @PostMapping("/{partnerId}/key/confirmation")
  @Operation(summary = "Confirm a partner's key by the fingerprint that the partner told")
  Known confirmKey(@PathVariable String partnerId, @RequestBody Confirmation confirmation, Principal user) {
    return changed(partnerId, () -> keys.confirm(partnerId, confirmation.fingerprint(), user.getName()));
  }

  @PostMapping("/{partnerId}/suspension")
  @Operation(summary = "Let a partner get nothing from now on")
  Known suspend(@PathVariable String partnerId, @RequestBody SuspensionReason suspension, Principal user) {
    return changed(partnerId, () -> register.suspend(partnerId, suspension.reason(), user.getName()));
  }

  @PostMapping("/{partnerId}/suspension/end")
  @Operation(summary = "Let a suspended partner get cases again")
  Known resume(@PathVariable String partnerId) {
    return changed(partnerId, () -> register.resume(partnerId));
  }

  private Known changed(String partnerId, Runnable change) {
    found(partnerId);
    change.run();
    return known(found(partnerId));
  }

  private Known known(Partner partner) {
    return Known.of(partner, register.standingOf(partner));
  }

  private Partner found(String partnerId) {
    return register.find(partnerId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such partner"));
  }
}

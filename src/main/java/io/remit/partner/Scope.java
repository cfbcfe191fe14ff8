package io.remit.partner;

import io.remit.cases.Channel;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * What a partner takes on, and by which means.
 *
 * @param places where; none for everywhere
 * @param products of which kinds of debts, as the creditor's files name them; none for all
 * @param fieldsOfLaw of a law firm, such as {@code consumer credit}; none for all
 * @param capacity how many cases the partner may have at a time
 * @param channels by which the partner may contact debtors
 * @param dataFields what the partner may be told
 */
public record Scope(Set<Place> places, Set<String> products, Set<String> fieldsOfLaw, int capacity,
    Set<Channel> channels, Set<DataField> dataFields) {

  /** @throws IllegalArgumentException if the capacity is below zero */
  public Scope {
    places = Set.copyOf(places);
    products = Set.copyOf(products);
    fieldsOfLaw = Set.copyOf(fieldsOfLaw);
    channels = Set.copyOf(channels);
    dataFields = Set.copyOf(dataFields);
    if (capacity < 0) {
      throw new IllegalArgumentException("A capacity is not below zero");
    }
  }

  /** How near the partner is to a debtor, by the nearest of its places; empty if it does not work there. */
  public Optional<Nearness> nearnessTo(Whereabouts debtor) {
    return places.isEmpty() ? Optional.of(Nearness.EVERYWHERE)
        : places.stream().flatMap(place -> place.nearnessTo(debtor).stream()).min(Comparator.naturalOrder());
  }

  /** Whether the partner takes on all of these products. */
  public boolean coversProducts(Set<String> asked) {
    return products.isEmpty() || products.containsAll(asked);
  }

  /** Whether the partner practises a field of law; small and capital letters are the same. */
  public boolean coversFieldOfLaw(String asked) {
    return fieldsOfLaw.isEmpty() || fieldsOfLaw.stream().anyMatch(asked::equalsIgnoreCase);
  }
}

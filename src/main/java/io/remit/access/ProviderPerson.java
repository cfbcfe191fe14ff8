package io.remit.access;

import io.remit.access.ProviderUsers.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody as the provider's claims tell, after its token has been checked.
 *
 * @param name that the user is to have here; null if the claim has none that a user can have
 * @param groupIds groups here
 */
record ProviderPerson(Subject subject, @Nullable String name, String firstName, String lastName, String email,
    Set<String> groupIds) {

  private static final Pattern USER_ID = Pattern.compile("[a-zA-Z0-9]{1,64}");
  private static final int LONGEST_NAME = 100;

  static ProviderPerson of(OidcUser claims, ProviderSettings settings) {
    return new ProviderPerson(new Subject(settings.issuer(), Objects.requireNonNull(claims.getSubject())),
        nameIn(claims.getClaims().get(settings.userClaim())),
        plain(claims.getGivenName()), plain(claims.getFamilyName()), plain(claims.getEmail()),
        settings.groupsOf(listIn(claims.getClaims().get(settings.groupsClaim()))));
  }

  private static @Nullable String nameIn(@Nullable Object claim) {
    return claim instanceof String name && USER_ID.matcher(name).matches() ? name : null;
  }

  /** One group comes as a text from some providers. */
  private static List<String> listIn(@Nullable Object claim) {
    if (claim instanceof String one) {
      return List.of(one);
    }
    return claim instanceof Collection<?> several
        ? several.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
  }

  private static String plain(@Nullable String text) {
    return text != null && text.length() <= LONGEST_NAME && PlainText.isLine(text) ? text : "";
  }
}

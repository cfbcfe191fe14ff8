package io.remit.access;

import io.remit.partner.Partner;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The creditor's own login, an OpenID Connect provider; see {@code docs/sign-on.md}.
 *
 * @param issuer the provider's own name, an https address; empty if there is none, and people have passwords here
 * @param clientId by which the provider knows Remit
 * @param clientSecret with which Remit proves it
 * @param scopes what Remit asks of the provider beside {@code openid}
 * @param userClaim the claim that names the user here
 * @param groupsClaim the claim with the provider's groups
 * @param groups for each group here the provider's groups whose members are in it
 * @param emergencyUser who logs in to the web apps with a password all the same; empty for nobody
 * @param machines users of programs, which use REST with a password all the same
 * @param takeOver whether a user who is here already belongs to the first subject of the same name
 * @param lasts after so long somebody is sent to the provider again
 */
@ConfigurationProperties("remit.login.provider")
record ProviderSettings(@DefaultValue("") String issuer, @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret, @DefaultValue({"profile", "email"}) Set<String> scopes,
    @DefaultValue("preferred_username") String userClaim, @DefaultValue("groups") String groupsClaim,
    @DefaultValue Map<String, List<String>> groups, @DefaultValue("admin") String emergencyUser,
    @DefaultValue Set<String> machines, @DefaultValue("false") boolean takeOver,
    @DefaultValue("12h") Duration lasts) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

  boolean isUsed() {
    return !issuer.isBlank();
  }

  /** @throws StartRefused that says what is missing */
  void check() {
    if (isUsed()) {
      checkIssuer();
      checkClient();
      checkGroups();
    }
  }

  Set<String> allScopes() {
    Set<String> all = new TreeSet<>(scopes);
    all.add("openid");
    return all;
  }

  /** The groups here of somebody who is in these of the provider's; what nobody has named stands for nothing. */
  Set<String> groupsOf(List<String> theirs) {
    Set<String> ours = new TreeSet<>();
    groups.forEach((group, members) -> {
      if (members.stream().anyMatch(theirs::contains)) {
        ours.add(group);
      }
    });
    return ours;
  }

  private void checkIssuer() {
    URI address = URI.create(issuer);
    if (address.getHost() == null
        || !"https".equals(address.getScheme()) && !THIS_MACHINE.contains(address.getHost())) {
      throw new StartRefused("Set remit.login.provider.issuer to an https address.");
    }
  }

  private void checkClient() {
    if (clientId.isBlank() || clientSecret.isBlank()) {
      throw new StartRefused("Set remit.login.provider.client-id and REMIT_LOGIN_PROVIDER_CLIENT_SECRET.");
    }
  }

  private void checkGroups() {
    if (groups.isEmpty()) {
      throw new StartRefused("Set remit.login.provider.groups: without it nobody of the provider is let in.");
    }
    groups.keySet().stream().filter(group -> !isGroup(group)).findFirst().ifPresent(unknown -> {
      throw new StartRefused("remit.login.provider.groups names a group that there is not: " + unknown + ".");
    });
  }

  private static boolean isGroup(String group) {
    return Partner.isGroup(group) || Arrays.stream(StaffGroup.values()).map(StaffGroup::id).anyMatch(group::equals);
  }

  /** Says which provider it is, and no secret. */
  @Override
  public String toString() {
    return "ProviderSettings[" + issuer + "]";
  }
}

package io.remit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** How the code is written, whatever it is about. */
@AnalyzeClasses(packages = "io.remit", importOptions = DoNotIncludeTests.class)
class CodeTest {

  /** Where amounts of money are computed or passed on. */
  private static final String[] MONEY_PACKAGES = {"io.remit.ledger..", "io.remit.cases..", "io.remit.promise..",
      "io.remit.plan..", "io.remit.offer..",
      "io.remit.intake..", "io.remit.legal..", "io.remit.outsourcing..", "io.remit.monitoring..",
      "io.remit.figures..", "io.remit.casefile..", "io.remit.contact..", "io.remit.payment..", "io.remit.statement..",
      "io.remit.dispute..", "io.remit.hardship..", "io.remit.batch.."};

  private static final Set<String> FLOATING_POINT =
      Set.of("double", "float", "double[]", "float[]", "java.lang.Double", "java.lang.Float");

  /**
   * Who goes by the machine's time: what moves the application's clock or sets that of a trial, what compares it with
   * the database's, and the sandbox.
   */
  private static final Set<String> BY_THE_MACHINE_TIME = Set.of("io.remit.process.time.MovableClock",
      "io.remit.node.DatabaseTime", "io.remit.sandbox.SandboxRobot", "io.remit.trial.RunningDatabase");

  @ArchTest
  static final ArchRule timeComesFromTheClock = noClasses()
      .that(describe("do not go by the machine's time", type -> !BY_THE_MACHINE_TIME.contains(type.getName())))
      .should().callMethodWhere(describe("the system's time is asked for", CodeTest::asksTheSystemForTheTime))
      .orShould().callConstructor(Date.class)
      .because("the one Clock follows the engine's, and the demo's MovableClock can be moved");

  /** What a command answers is all that is printed. */
  @ArchTest
  static final ArchRule nothingIsPrinted = noClasses().that().doNotHaveFullyQualifiedName("io.remit.RemitApplication")
      .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule logsGoThroughSlf4j = noClasses()
      .should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule dependenciesComeThroughConstructors = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule namesSayWhatAClassIs = noClasses().should().haveSimpleNameEndingWith("Util")
      .orShould().haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Manager")
      .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Impl");

  @ArchTest
  static final ArchRule moneyIsNeverStoredInFloatingPoint = noFields().that().areDeclaredInClassesThat()
      .resideInAnyPackage(MONEY_PACKAGES).should().haveRawType(floatingPoint());

  @ArchTest
  static final ArchRule moneyIsNeverReturnedInFloatingPoint = noMethods().that().areDeclaredInClassesThat()
      .resideInAnyPackage(MONEY_PACKAGES).should().haveRawReturnType(floatingPoint());

  @ArchTest
  static final ArchRule moneyIsNeverPassedInFloatingPoint = noCodeUnits().that().areDeclaredInClassesThat()
      .resideInAnyPackage(MONEY_PACKAGES).should(have(describe("a parameter in floating point",
          unit -> unit.getRawParameterTypes().stream().anyMatch(floatingPoint()))));

  private static boolean asksTheSystemForTheTime(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getName();
    boolean ofTheSystem = owner.startsWith("java.time.") && method.equals("now")
        && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    boolean ofAnotherClock = owner.equals(Clock.class.getName())
        && (method.startsWith("system") || method.startsWith("tick"));
    return ofTheSystem || ofAnotherClock
        || owner.equals(System.class.getName()) && method.equals("currentTimeMillis");
  }

  private static DescribedPredicate<JavaClass> floatingPoint() {
    return describe("floating point", type -> FLOATING_POINT.contains(type.getName()));
  }
}

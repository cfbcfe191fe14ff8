package io.remit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.remit", importOptions = DoNotIncludeTests.class)
class PackageTest {

  private static final String ENGINE = "org.camunda..";

  /** Where the engine is known. Everything else would survive a change of engine as it stands. */
  private static final String[] ENGINE_PACKAGES =
      {"io.remit.process..", "io.remit.access..", "io.remit.cockpit..", "io.remit.tasklist.."};

  /** What a debt collector does, in plain Java and SQL. */
  private static final String[] CAPABILITIES = {
      "io.remit.cases..", "io.remit.ledger..", "io.remit.gate..", "io.remit.contact..", "io.remit.promise..",
      "io.remit.plan..", "io.remit.offer..", "io.remit.hold..", "io.remit.evidence..", "io.remit.dispute..",
      "io.remit.hardship..", "io.remit.complaint..", "io.remit.region..", "io.remit.legal..",
      "io.remit.limitation..", "io.remit.person..", "io.remit.outside..", "io.remit.outsourcing..",
      "io.remit.partner..", "io.remit.intake..",
      "io.remit.statement..", "io.remit.payment..", "io.remit.books..", "io.remit.division..",
      "io.remit.monitoring..", "io.remit.eventlog..", "io.remit.figures..", "io.remit.casefile..", "io.remit.files..",
      "io.remit.safety..", "io.remit.visit..", "io.remit.exchange..",
      "io.remit.approval..", "io.remit.audit..", "io.remit.privacy..", "io.remit.card..",
      "io.remit.batch..", "io.remit.translation..", "io.remit.model..", "io.remit.node..",
      "io.remit.release..", "io.remit.trial..", "io.remit.dataset.."};

  /** The ways out of Remit and in, each for one kind of gateway, behind ports of the capabilities. */
  private static final String[] GATEWAYS = {"io.remit.gateway.callback", "io.remit.gateway.http",
      "io.remit.gateway.mail", "io.remit.gateway.page", "io.remit.gateway.print", "io.remit.gateway.robot",
      "io.remit.gateway.smpp"};

  /** All that gateways may know of Remit. */
  private static final String[] KNOWN_TO_GATEWAYS =
      {"io.remit.contact..", "io.remit.gate..", "io.remit.cases..", "io.remit.files..", "io.remit.node..",
      "io.remit.partner..", "io.remit.sql.."};

  @ArchTest
  static final ArchRule theEngineIsKnownInFewPackages = noClasses().that().resideOutsideOfPackages(ENGINE_PACKAGES)
      .should().dependOnClassesThat().resideInAPackage(ENGINE)
      .because("the engine is behind process, access, cockpit and tasklist");

  @ArchTest
  static final ArchRule capabilitiesDoNotKnowTheProcess = noClasses().that().resideInAnyPackage(CAPABILITIES)
      .should().dependOnClassesThat().resideInAnyPackage(ENGINE_PACKAGES)
      .because("the process calls the capabilities, which call it through interfaces of their own");

  @ArchTest
  static final ArchRule nothingDependsOnAGateway = noClasses()
      .that().resideOutsideOfPackages("io.remit.gateway..", "io.remit.sandbox..")
      .should().dependOnClassesThat().resideInAPackage("io.remit.gateway..")
      .because("gateways come and go by their settings; a sandbox speaks as those outside do");

  @ArchTest
  static final ArchRule gatewaysKnowOnlyTheirPorts = classes().that().resideInAnyPackage(GATEWAYS)
      .should().onlyDependOnClassesThat(resideInAnyPackage(KNOWN_TO_GATEWAYS).or(resideInAnyPackage(GATEWAYS))
          .or(resideOutsideOfPackage("io.remit..")));

  @ArchTest
  static final ArchRule nothingDependsOnTheDemo = noClasses().that().resideOutsideOfPackage("io.remit.demo..")
      .should().dependOnClassesThat().resideInAPackage("io.remit.demo..");

  @ArchTest
  static final ArchRule nothingDependsOnTheSandbox = noClasses().that().resideOutsideOfPackage("io.remit.sandbox..")
      .should().dependOnClassesThat().resideInAPackage("io.remit.sandbox..");

  /** So that they can be asked wherever a model comes from, and say the same. */
  @ArchTest
  static final ArchRule theRulesOfModelsArePlainJava = classes().that().resideInAPackage("io.remit.model..")
      .should().onlyDependOnClassesThat().resideInAnyPackage("io.remit.model..", "java..", "javax.xml..",
          "org.w3c.dom..", "org.xml.sax..", "com.fasterxml.jackson.core..", "de.siegmar.fastcsv..",
          "org.jspecify.annotations..");

  /** So that every table's owner can know it. */
  @ArchTest
  static final ArchRule whatSpeaksSqlKnowsNothingOfRemit = classes().that().resideInAPackage("io.remit.sql..")
      .should().onlyDependOnClassesThat().resideInAnyPackage("io.remit.sql..", "java..", "javax.sql..",
          "org.jspecify..", "org.springframework..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles = slices().matching("io.remit.(*)..").should().beFreeOfCycles();

  /** The rooms of a package too: what lies lower knows nothing of what lies above. */
  @ArchTest
  static final ArchRule roomsHaveNoCycles = slices().assignedFrom(eachPackage()).should().beFreeOfCycles();

  /** A package that no rule above names would be free to do anything, and a rule that names none forbids nothing. */
  @ArchTest
  static void theRulesNameThePackagesThatThereAre(JavaClasses classes) {
    Set<String> named = new TreeSet<>(Set.of("demo", "sandbox", "gateway"));
    for (String[] names : new String[][] {ENGINE_PACKAGES, CAPABILITIES, KNOWN_TO_GATEWAYS}) {
      for (String name : names) {
        named.add(name.replace("io.remit.", "").replace("..", ""));
      }
    }

    assertThat(named).as("packages that PackageTest names").isEqualTo(classes.stream().map(JavaClass::getPackageName)
        .filter(name -> !name.equals("io.remit")).map(name -> name.split("\\.")[2])
        .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(GATEWAYS).as("gateways that PackageTest names").containsExactlyInAnyOrderElementsOf(
        classes.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith("io.remit.gateway."))
            .collect(Collectors.toSet()));
  }

  private static SliceAssignment eachPackage() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName());
      }

      @Override
      public String getDescription() {
        return "each package";
      }
    };
  }
}

package org.sibyl;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The law of the house: who may know what, no cycles, and the rule that makes runs repeatable. */
class ArchitectureTest {
  private static final JavaClasses SIBYL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sibyl");

  /** Each package and those of ours it may import, from the bottom up. */
  private static final Map<String, List<String>> ARROWS = arrows();

  /** The packages whose results must not depend on machine, JDK, thread or time of day. */
  private static final String[] REPEATABLE =
      Stream.of(
              "numeric",
              "network",
              "population",
              "prediction",
              "behavior",
              "outcome",
              "learning",
              "simulation",
              "metrics")
          .map(name -> "org.sibyl." + name + "..")
          .toArray(String[]::new);

  private static Map<String, List<String>> arrows() {
    Map<String, List<String>> arrows = new LinkedHashMap<>();
    arrows.put("numeric", List.of());
    arrows.put("network", List.of("numeric"));
    arrows.put("population", List.of("numeric"));
    arrows.put("prediction", List.of("numeric"));
    arrows.put("behavior", List.of("numeric", "network", "population", "prediction"));
    arrows.put("outcome", List.of("numeric", "network", "population", "prediction", "behavior"));
    arrows.put("learning", List.of("numeric", "network", "prediction"));
    arrows.put(
        "simulation",
        List.of(
            "numeric", "network", "population", "prediction", "behavior", "outcome", "learning"));
    arrows.put("metrics", below(arrows, "simulation"));
    arrows.put("scenario", below(arrows, "metrics"));
    arrows.put("experiment", below(arrows, "scenario"));
    arrows.put("gui", below(arrows, "scenario"));
    return arrows;
  }

  private static List<String> below(Map<String, List<String>> arrows, String name) {
    List<String> all = new ArrayList<>(arrows.get(name));
    all.add(name);
    if (name.equals("metrics") || name.equals("scenario")) {
      all.removeIf(other -> !arrows.containsKey(other));
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> everyPackageImportsOnlyWhatItsArrowsAllow() {
    return ARROWS.keySet().stream()
        .filter(name -> !classesOf(name).isEmpty())
        .map(name -> DynamicTest.dynamicTest(name, () -> importsOnly(name, ARROWS.get(name))));
  }

  private static void importsOnly(String name, List<String> allowed) {
    String[] forbidden =
        ARROWS.keySet().stream()
            .filter(other -> !other.equals(name) && !allowed.contains(other))
            .map(other -> "org.sibyl." + other + "..")
            .toArray(String[]::new);
    if (forbidden.length > 0) {
      noClasses()
          .that()
          .resideInAPackage("org.sibyl." + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden)
          .because("arrows are the papers' information structure (architecture, section 2)")
          .check(SIBYL);
    }
  }

  @Test
  void everyClassIsInAKnownPackage() {
    String[] known =
        ARROWS.keySet().stream().map(name -> "org.sibyl." + name + "..").toArray(String[]::new);
    classes().should().resideInAnyPackage(known).check(SIBYL);
    assertThat(SIBYL).hasSizeGreaterThan(80);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.sibyl.(*)..").should().beFreeOfCycles().check(SIBYL);
  }

  @Test
  void librariesStayInTheirRooms() {
    only("org.jgrapht..", "org.sibyl.network..");
    only("sim.engine..", "org.sibyl.simulation..", "org.sibyl.gui..");
    only("sim.display..", "org.sibyl.gui..");
    only("java.awt..", "org.sibyl.gui..");
    only("javax.swing..", "org.sibyl.gui..");
    only("javax.imageio..", "org.sibyl.gui..");
    only("org.jfree..", "org.sibyl.gui..");
    only("picocli..", "org.sibyl.experiment..");
    only("org.yaml..", "org.sibyl.scenario..");
  }

  private static void only(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(SIBYL);
  }

  @Test
  void nothingThatChangesFromMachineToMachineIsCalled() {
    noClasses()
        .that()
        .resideInAnyPackage(REPEATABLE)
        .should()
        .callMethodWhere(UNREPEATABLE)
        .because("same scenario and seed mean same bytes (contract, section 3)")
        .check(SIBYL);
  }

  @Test
  void nothingDependsOnTheOrderOfHashes() {
    noClasses()
        .that()
        .resideInAnyPackage(REPEATABLE)
        .and()
        .haveSimpleNameNotStartingWith("EdgeBuffer")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are hashed or random collections",
                type ->
                    Set.of(
                            "java.util.HashMap",
                            "java.util.HashSet",
                            "java.util.IdentityHashMap",
                            "java.util.Random",
                            "java.util.concurrent.ThreadLocalRandom",
                            "java.util.concurrent.ConcurrentHashMap")
                        .contains(type.getName())))
        .check(SIBYL.that(notTheBridgeToJGraphT()));
  }

  /** JGraphT asks for a java.util.Random, so the one bridge that feeds it ours extends it. */
  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass>
      notTheBridgeToJGraphT() {
    return DescribedPredicate.describe(
        "not the bridge to JGraphT", type -> !type.getPackageName().equals("org.sibyl.network"));
  }

  @Test
  void thereIsNoGlobalState() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(resideInAnyPackage("org.sibyl.."))
        .should()
        .beFinal()
        .check(SIBYL);
  }

  private static Collection<?> classesOf(String name) {
    return SIBYL.stream()
        .filter(type -> type.getPackageName().startsWith("org.sibyl." + name))
        .toList();
  }

  private static final List<String> EXACT_IN_MATH =
      List.of(
          "abs",
          "min",
          "max",
          "floor",
          "ceil",
          "rint",
          "round",
          "sqrt",
          "floorMod",
          "floorDiv",
          "addExact",
          "multiplyExact",
          "toIntExact",
          "clamp",
          "signum");

  private static final DescribedPredicate<JavaCall<?>> UNREPEATABLE =
      DescribedPredicate.describe(
          "is not the same on every machine, JDK, thread or day",
          call -> unrepeatable(call.getTargetOwner().getName(), call.getName(), call));

  private static boolean unrepeatable(String owner, String method, JavaCall<?> call) {
    return switch (owner) {
      case "java.lang.Math" -> !EXACT_IN_MATH.contains(method);
      case "java.lang.System" ->
          List.of("currentTimeMillis", "nanoTime", "identityHashCode", "getProperty", "getenv")
              .contains(method);
      case "java.util.stream.DoubleStream" -> List.of("sum", "average").contains(method);
      case "java.util.Set" -> method.equals("of") || method.equals("copyOf");
      case "java.util.Map" ->
          method.equals("copyOf")
              || method.equals("of") && !call.getTarget().getParameterTypes().isEmpty();
      case "java.lang.Double" -> method.equals("toString") && false;
      default ->
          method.equals("parallel")
              || method.equals("parallelStream")
              || owner.startsWith("java.time.") && method.equals("now")
              || owner.startsWith("jdk.incubator.vector");
    };
  }
}

package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.Given;
import org.sibyl.behavior.Foreseeable;
import org.sibyl.behavior.Game;
import org.sibyl.behavior.NewPeople;
import org.sibyl.behavior.Responder;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.TrustRule;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.metrics.Metric;
import org.sibyl.metrics.performative.PerformativeRisk;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Workers;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Access;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.ShiftGradient;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.Simulation;
import org.sibyl.simulation.World;

/** What every entry of the catalog promises, table 7 of the architecture; new lines included. */
class CatalogContractTest {

  // ---- all parts: rounds

  static List<ContractScenario> everyPart() {
    List<ContractScenario> all = new ArrayList<>();
    for (Kind<?> kind : Catalog.KINDS) {
      if (kind != Catalog.METRIC && kind != Catalog.INITIAL_FORECAST) {
        kind.names().forEach(name -> all.add(ContractScenario.with(kind, name)));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("everyPart")
  void theSameSeedGivesTheSameRounds(ContractScenario sample) {
    List<Round> once = rounds(sample.read(), Workers.serial());
    assertThat(once).hasSize(5);
    assertThat(rounds(sample.read(), Workers.serial())).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("everyPart")
  void theScheduleGivesTheSameRounds(ContractScenario sample) {
    Scenario scenario = sample.read();
    Simulation simulation =
        new Simulation(scenario.dynamics(0, Workers.serial()), scenario.world(0));
    simulation.start();
    for (Round round : rounds(scenario, Workers.serial())) {
      assertThat(simulation.playRound()).isEqualTo(round);
    }
    simulation.finish();
  }

  @ParameterizedTest
  @MethodSource("everyPart")
  void everyNumberOfARoundIsFinite(ContractScenario sample) {
    for (Round round : rounds(sample.read(), Workers.serial())) {
      assertAll(round.response().actions(), Double::isFinite);
      assertAll(round.outcomes().payoffs(), Double::isFinite);
      round.outcomes().facts().values().forEach(c -> assertThat(c.firstNaN()).isEqualTo(-1));
      round.revised().columns().values().forEach(c -> assertThat(c.firstNaN()).isEqualTo(-1));
    }
  }

  private static void assertAll(Column column, DoublePredicate rule) {
    assertThat(column.toArray()).matches(values -> Arrays.stream(values).allMatch(rule));
  }

  private static List<Round> rounds(Scenario scenario, Workers workers) {
    Dynamics dynamics = scenario.dynamics(0, workers);
    List<Round> rounds = new ArrayList<>();
    World world = scenario.world(0);
    for (int k = 0; k < scenario.rounds(); k++) {
      rounds.add(dynamics.play(world));
      world = rounds.get(k).after();
    }
    return rounds;
  }

  // ---- networks

  static Collection<String> networks() {
    return Catalog.NETWORK.names();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void networksAreSimpleAndSymmetric(String name) {
    Scenario scenario = ContractScenario.with(Catalog.NETWORK, name).read();
    Network network = scenario.world(0).network();
    assertThat(network.size()).isEqualTo(scenario.size());
    for (int i = 0; i < network.size(); i++) {
      int[] seen = neighbors(network, i);
      assertThat(seen).doesNotContain(i).isSorted().doesNotHaveDuplicates();
      for (int j : seen) {
        assertThat(neighbors(network, j)).contains(i);
      }
    }
  }

  private static int[] neighbors(Network network, int i) {
    return IntStream.range(0, network.degree(i)).map(k -> network.neighbor(i, k)).toArray();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void networksDependOnTheSeedJustWhenTheySayThatTheyDraw(String name) {
    Scenario scenario = ContractScenario.with(Catalog.NETWORK, name).read();
    About about = scenario.network().getClass().getAnnotation(About.class);
    Network first = scenario.world(0).network();
    assertThat(scenario.world(0).network()).isEqualTo(first);
    boolean draws = List.of(about.draws()).contains(Draw.NETWORK);
    assertThat(!scenario.world(1).network().equals(first)).isEqualTo(draws);
  }

  // ---- behavior

  static Collection<String> behaviors() {
    return Catalog.BEHAVIOR.names();
  }

  @ParameterizedTest
  @MethodSource("behaviors")
  void theOrderOfIndividualsIsIrrelevant(String name) {
    Scenario scenario = ContractScenario.with(Catalog.BEHAVIOR, name).read();
    for (Situation found : situations(scenario)) {
      Response inOrder = Given.respond(scenario.behavior(), found);
      List<Integer> order = new ArrayList<>();
      IntStream.range(0, found.network().size()).forEach(order::add);
      Collections.shuffle(order, new Random(20260532));
      Response.Draft draft = new Response.Draft(found.population());
      Response.Hand hand = draft.hand();
      Responder responder = scenario.behavior().in(found);
      order.forEach(i -> hand.write(i, responder));
      assertThat(draft.finish()).isEqualTo(inOrder);
    }
  }

  @ParameterizedTest
  @MethodSource("behaviors")
  void everyoneWritesOnlyItsOwnRow(String name) {
    Scenario scenario = ContractScenario.with(Catalog.BEHAVIOR, name).read();
    for (Situation found : situations(scenario)) {
      Response together = Given.respond(scenario.behavior(), found);
      Response nobody = new Response.Draft(found.population()).finish();
      for (int i = 0; i < found.network().size(); i++) {
        Response.Draft draft = new Response.Draft(found.population());
        draft.hand().write(i, scenario.behavior().in(found));
        Response alone = draft.finish();
        for (int j = 0; j < found.network().size(); j++) {
          Response expected = j == i ? together : nobody;
          assertThat(alone.actions().get(j)).isEqualTo(expected.actions().get(j));
          for (int f = 0; f < alone.features().columns(); f++) {
            assertThat(alone.features().get(j, f)).isEqualTo(expected.features().get(j, f));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("behaviors")
  void serialAndParallelRoundsAreTheSame(String name) {
    Scenario many = ContractScenario.with(Catalog.BEHAVIOR, name).ofSize(6500).read();
    List<Round> serial = rounds(many, Workers.serial());
    assertThat(rounds(many, new Workers(3))).isEqualTo(serial);
    if (many.risk().isPresent()) {
      assertThat(serial).anySatisfy(round -> assertThat(moved(round)).isStrictlyBetween(0.0, 1.0));
    } else if (many.task().isEmpty()) {
      assertThat(serial.get(0).response().actions().mean()).isStrictlyBetween(0.0, 1.0);
    }
  }

  /** The share of people who show something else than their base. */
  private static double moved(Round round) {
    Matrix shown = round.response().features();
    Matrix base = round.before().population().baseFeatures();
    return Column.generate(shown.rows(), i -> shown.get(i, 0) == base.get(i, 0) ? 0 : 1).mean();
  }

  /** What individuals find in each round of a run. */
  private static List<Situation> situations(Scenario scenario) {
    Randomness randomness = Randomness.of(scenario.seed());
    return rounds(scenario, Workers.serial()).stream()
        .map(
            round ->
                new Situation(
                    round.deployment(),
                    round.before().population(),
                    round.before().network(),
                    randomness))
        .toList();
  }

  // ---- trust

  static Collection<String> trustRules() {
    return Catalog.TRUST.names();
  }

  @ParameterizedTest
  @MethodSource("trustRules")
  void trustStaysAProbability(String name) {
    TrustRule rule = ContractScenario.with(Catalog.TRUST, name).read().trust();
    Random random = new Random(20260533);
    Population people = mixed(12);
    for (int round = 0; round < 60; round++) {
      people = revise(rule, Given.complete(12), people, random);
      for (double logOdds : people.column(Attribute.TRUST).toArray()) {
        assertThat(LogOdds.probability(logOdds)).isBetween(0.0, 1.0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trustRules")
  void withoutNeighborsTrustStays(String name) {
    TrustRule rule = ContractScenario.with(Catalog.TRUST, name).read().trust();
    Population people = mixed(12);
    Population next = revise(rule, Network.of(12), people, new Random(20260534));
    assertThat(next.column(Attribute.TRUST)).isEqualTo(people.column(Attribute.TRUST));
  }

  @ParameterizedTest
  @MethodSource("trustRules")
  void othersNamesDoNotMatterToTrust(String name) {
    Scenario scenario = ContractScenario.with(Catalog.TRUST, name).read();
    Round round = rounds(scenario, Workers.serial()).get(0);
    int size = scenario.size();
    int[] mirror = IntStream.range(0, size).map(i -> size - 1 - i).toArray();
    Situation found =
        new Situation(
            new Deployment(
                1, round.deployment().model(), mirrored(round.deployment().predictions())),
            round.before().population(), // all alike before round 1
            round.before().network().relabelled(mirror),
            Randomness.of(scenario.seed()));
    Response done = new Response(mirrored(round.response().actions()), round.response().features());
    Column trust =
        scenario
            .trust()
            .update(found, done, mirrored(round.outcomes().labels()))
            .column(Attribute.TRUST);
    for (int i = 0; i < size; i++) {
      assertThat(LogOdds.probability(trust.get(mirror[i])))
          .isCloseTo(
              LogOdds.probability(round.revised().column(Attribute.TRUST).get(i)), within(1e-12));
    }
  }

  private static Column mirrored(Column column) {
    return Column.generate(column.size(), i -> column.get(column.size() - 1 - i));
  }

  /** Beliefs from 0 to 1 and trust of one half. */
  private static Population mixed(int size) {
    double[] beliefs = new double[size];
    Arrays.setAll(beliefs, i -> (double) i / (size - 1));
    return Given.people(beliefs, 0.5);
  }

  private static Population revise(
      TrustRule rule, Network network, Population people, Random random) {
    double[] told = random.doubles(people.size()).map(p -> p < 0.2 ? 0 : p > 0.8 ? 1 : p).toArray();
    double[] did = random.ints(people.size(), 0, 2).asDoubleStream().toArray();
    Situation found = Given.situation(network, people, told);
    return rule.update(found, Given.response(people, did), Column.of(did));
  }

  // ---- outcomes

  static Collection<String> outcomes() {
    return Catalog.OUTCOME.names();
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void labelsAreInRangeAndEveryoneHasOne(String name) {
    Scenario scenario = ContractScenario.with(Catalog.OUTCOME, name).read();
    for (Round round : rounds(scenario, Workers.serial())) {
      assertThat(round.outcomes().labels().size()).isEqualTo(scenario.size());
      assertThat(round.outcomes().payoffs().size()).isEqualTo(scenario.size());
      boolean isGame = scenario.outcome() instanceof Game;
      assertAll(round.outcomes().labels(), x -> isGame ? x >= 0 && x <= 1 : Double.isFinite(x));
      round
          .outcomes()
          .facts()
          .forEach((fact, column) -> assertAll(column, x -> x >= fact.low() && x <= fact.high()));
    }
  }

  // ---- carryover

  static Collection<String> carryovers() {
    return Catalog.CARRYOVER.names();
  }

  @ParameterizedTest
  @MethodSource("carryovers")
  void carryoverLeavesTrustAndBaseFeaturesAlone(String name) {
    Scenario scenario = ContractScenario.with(Catalog.CARRYOVER, name).read();
    for (Round round : rounds(scenario, Workers.serial())) {
      Situation found =
          new Situation(
              round.deployment(),
              round.before().population(),
              round.before().network(),
              Randomness.of(scenario.seed()));
      Population trusting =
          scenario.trust().update(found, round.response(), round.outcomes().labels());
      Population next =
          scenario.carryover().next(found, round.response(), round.outcomes().labels(), trusting);
      assertThat(next.size()).isEqualTo(trusting.size());
      if (!(scenario.carryover() instanceof NewPeople)) { // whose point is other people
        assertThat(next.baseFeatures()).isEqualTo(trusting.baseFeatures());
      }
      assertThat(next.column(Attribute.TRUST)).isEqualTo(trusting.column(Attribute.TRUST));
      assertThat(next).isEqualTo(round.revised());
    }
  }

  // ---- surveys

  static Collection<String> surveys() {
    return Catalog.SURVEY.names();
  }

  @ParameterizedTest
  @MethodSource("surveys")
  void whoIsObservedIsObservedRightly(String name) {
    for (Round round :
        rounds(ContractScenario.with(Catalog.SURVEY, name).read(), Workers.serial())) {
      Cohort cohort = round.cohort();
      assertThat(cohort.round()).isEqualTo(round.number());
      assertThat(cohort.individuals()).isSorted().doesNotHaveDuplicates();
      for (int k = 0; k < cohort.size(); k++) {
        int i = cohort.individuals()[k];
        assertThat(i).isBetween(0, round.before().population().size() - 1);
        assertThat(cohort.predictions().get(k)).isEqualTo(round.deployment().predictions().get(i));
        assertThat(cohort.features().get(k, 0)).isEqualTo(round.response().features().get(i, 0));
        double label = cohort.outcomes().get(k);
        assertThat(Double.isNaN(label) || label == round.outcomes().labels().get(i)).isTrue();
      }
    }
  }

  // ---- learning

  static Collection<String> learners() {
    return Catalog.LEARNING.names();
  }

  /** Learners whose model stands still in the end when what they see does. */
  static List<String> settling() {
    return learners().stream()
        .filter(
            name -> {
              Scenario scenario = ContractScenario.with(Catalog.LEARNING, name).read();
              return !scenario.learning().runsToHorizon()
                  || scenario.world(0).learner().progress() == Progress.FINISHED;
            })
        .toList();
  }

  @ParameterizedTest
  @MethodSource("learners")
  void learnersAreImmutable(String name) {
    Scenario scenario = ContractScenario.with(Catalog.LEARNING, name).read();
    Learner learner = scenario.world(0).learner();
    Learner twin = scenario.world(0).learner();
    for (Round round : rounds(scenario, Workers.serial())) {
      learner.learn(episode(scenario, learner, round), random(round));
      assertThat(learner).isEqualTo(twin).hasSameHashCodeAs(twin);
      assertThat(said(learner, round)).isEqualTo(said(twin, round));
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void learnersAreDeterministic(String name) {
    Scenario scenario = ContractScenario.with(Catalog.LEARNING, name).read();
    Learner one = scenario.world(0).learner();
    Learner other = scenario.world(0).learner();
    for (Round round : rounds(scenario, Workers.serial())) {
      one = one.learn(episode(scenario, one, round), random(round));
      other = other.learn(episode(scenario, other, round), random(round));
      assertThat(one).isEqualTo(other);
      assertThat(said(one, round)).isEqualTo(said(other, round));
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void learnersThatSayTheyDrawNothingIgnoreTheStream(String name) {
    Scenario scenario = ContractScenario.with(Catalog.LEARNING, name).read();
    About about = scenario.learning().getClass().getAnnotation(About.class);
    Learner learner = scenario.world(0).learner();
    for (Round round : rounds(scenario, Workers.serial())) {
      Learner other =
          learner.learn(
              episode(scenario, learner, round),
              Randomness.of(20260537).at(Draw.LEARNER, round.number()));
      learner = learner.learn(episode(scenario, learner, round), random(round));
      assertThat(List.of(about.draws()).contains(Draw.LEARNER) || other.equals(learner)).isTrue();
    }
  }

  /** Shown the same again and again, a retraining learner settles, and then stays. */
  @ParameterizedTest
  @MethodSource("settling")
  void learnersStayAtTheirFixedPoint(String name) {
    Scenario scenario = ContractScenario.with(Catalog.LEARNING, name).read();
    Round shown = rounds(scenario, Workers.serial()).get(0);
    Learner learner = scenario.world(0).learner();
    for (int k = 0; k < 5_000 && !step(scenario, learner, shown).equals(learner); k++) {
      learner = step(scenario, learner, shown);
    }
    for (int k = 0; k < 10; k++) {
      Learner next = step(scenario, learner, shown);
      double[] before = said(learner, shown).toArray();
      // descent may still move by one unit in the last place
      assertThat(said(next, shown).toArray()).containsExactly(before, within(1e-12));
      learner = next;
    }
  }

  static List<String> learnersOfTasks() {
    return learners().stream()
        .filter(name -> ContractScenario.with(Catalog.LEARNING, name).read().task().isPresent())
        // decoupled descent deploys the data's parameters and judges by others, which nobody meets
        .filter(name -> !name.equals("decoupled-descent"))
        .toList();
  }

  /**
   * After enough rounds the risk is below that of the first model, which not learning keeps. The
   * world is mean estimation, where every method has a theorem or at least no excuse.
   */
  @ParameterizedTest
  @MethodSource("learnersOfTasks")
  void learningBeatsNotLearning(String name) {
    Scenario scenario =
        ContractScenario.with(Catalog.LEARNING, name)
            .and("rounds", "400")
            .and("population.features", "{type: constant}")
            .and("behavior", "{type: unmoved}")
            .and("outcome", "{type: linear, intercept: 1, response: 0.3, deviation: 0.1}")
            .and("task.regularization", "0")
            .ofSize(200)
            .read();
    List<Round> rounds = rounds(scenario, Workers.serial());
    Metric risk = new PerformativeRisk(scenario.task().orElseThrow());
    double late =
        rounds.subList(350, 400).stream().mapToDouble(risk::measure).average().orElseThrow();
    assertThat(late).isLessThan(risk.measure(rounds.get(0)));
  }

  private static Learner step(Scenario scenario, Learner learner, Round shown) {
    return learner.learn(episode(scenario, learner, shown), random(shown));
  }

  /** What the learner would be shown of this round, with all that it declares to read. */
  private static Episode episode(Scenario scenario, Learner learner, Round round) {
    List<ShiftGradient> shifts =
        Stream.of(scenario.behavior(), scenario.outcome())
            .filter(ShiftGradient.class::isInstance)
            .map(ShiftGradient.class::cast)
            .toList();
    Dynamics dynamics = scenario.dynamics(0, Workers.serial());
    Access access =
        new Access(
            learner.feedback(),
            learner.model(), // as if it had been deployed
            () -> shifts,
            () ->
                Foreseeable.of(
                    scenario.behavior(),
                    scenario.trust(),
                    round.before().population(),
                    round.before().network()),
            dynamics.distributionMap(round.before()));
    return new Episode(List.of(round.cohort()), access);
  }

  private static UniformRandomProvider random(Round round) {
    return Randomness.of(20260535).at(Draw.LEARNER, round.number());
  }

  private static Column said(Learner learner, Round round) {
    return learner
        .model()
        .predict(
            round.before().population().features(),
            Randomness.of(20260536).at(Draw.DEPLOYMENT, round.number()));
  }
}

package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Update;

/** POI-Boost on the truth of worlds drawn at random. */
class BoostingTest {
  private static final double TOLERANCE = 0.12;

  private static PoiBoost boost(
      StepPolicy step, AuditSide side, Selection selection, RandomInstance world) {
    return new PoiBoost(TOLERANCE, step, side, selection, new AllRules(world.rules()));
  }

  private static PoiBoost boost(StepPolicy step, RandomInstance world) {
    return boost(step, AuditSide.TWO_SIDED, Selection.MAX, world);
  }

  /** Property P5: each update is as long as its policy says, and lowers the potential enough. */
  @Property(seed = "20230606", tries = 60)
  void eachUpdateLowersThePotential(
      @ForAll @LongRange(min = 0, max = 1L << 40) long seed,
      @ForAll StepPolicy step,
      @ForAll Selection selection,
      @ForAll AuditSide side) {
    RandomInstance world = RandomInstance.of(seed);
    Boosted boosted = boost(step, side, selection, world).run(world.evidence(), world.losses());
    List<BoostStep> steps = boosted.steps();
    double[] potentials = boosted.potentials();
    assertThat(potentials).hasSize(steps.size() + 1);
    for (int t = 0; t <= steps.size(); t++) {
      double[][] law = world.law(first(boosted.predictor(), t));
      assertThat(potentials[t]).isCloseTo(world.potential(law), within(1e-12));
      if (t < steps.size()) {
        List<Integer> decided = decided(world, boosted.predictor(), t, law);
        DecisionLoss loss = world.losses().get(steps.get(t).update().loss());
        double error = world.error(loss, decided, law);
        double squared = squared(world, loss, decided);
        assertThat(steps.get(t).error()).isCloseTo(error, within(1e-12));
        assertThat(steps.get(t).update().step())
            .isCloseTo(length(step, error, world.max(), squared), within(1e-9));
        assertThat(potentials[t] - potentials[t + 1])
            .isGreaterThanOrEqualTo(promised(step, error, world.max(), squared) - 1e-12);
      }
    }
  }

  private static double length(StepPolicy step, double error, double max, double squared) {
    return switch (step) {
      case FIXED -> Math.signum(error) * TOLERANCE / (max * max);
      case PROPORTIONAL -> error / (max * max);
      case LINE_SEARCH -> error / squared;
      case CERTIFIED -> Math.signum(error) * TOLERANCE / 2 / (max * max);
    };
  }

  private static double promised(StepPolicy step, double error, double max, double squared) {
    return switch (step) {
      case FIXED -> TOLERANCE * TOLERANCE / (max * max);
      case PROPORTIONAL -> error * error / (max * max);
      case LINE_SEARCH -> error * error / squared;
      case CERTIFIED -> TOLERANCE * TOLERANCE / (4 * max * max);
    };
  }

  private static double squared(RandomInstance world, DecisionLoss loss, List<Integer> decided) {
    double sum = 0;
    for (int i = 0; i < decided.size(); i++) {
      double[] x = {i};
      double slope = loss.value(x, decided.get(i), 1) - loss.value(x, decided.get(i), 0);
      sum += world.shares()[i] * slope * slope;
    }
    return sum;
  }

  private static PerformativeOmnipredictor first(PerformativeOmnipredictor all, int updates) {
    return new PerformativeOmnipredictor(
        all.decisions(), all.losses(), all.rules(), all.updates().subList(0, updates));
  }

  private static List<Integer> decided(
      RandomInstance world, PerformativeOmnipredictor predictor, int t, double[][] law) {
    Update update = predictor.updates().get(t);
    return update.rule().isPresent()
        ? RandomInstance.decided(predictor.rules().get(update.rule().getAsInt()))
        : world.best(predictor.losses().get(update.decider().getAsInt()), law);
  }

  /** Properties P6 and P10: few enough updates; then errors and gaps are small. */
  @Property(seed = "20230607", tries = 100)
  void theResultIsWhatIsPromised(
      @ForAll @LongRange(min = 0, max = 1L << 40) long seed,
      @ForAll StepPolicy step,
      @ForAll Selection selection) {
    RandomInstance world = RandomInstance.of(seed);
    Boosted boosted =
        boost(step, AuditSide.TWO_SIDED, selection, world).run(world.evidence(), world.losses());
    assertThat(boosted.status()).isEqualTo(BoostStatus.EXACT);
    assertThat(boosted.certificate().doubts()).isEmpty();
    double whole = world.decisions() * world.max() * world.max() / (TOLERANCE * TOLERANCE);
    assertThat((double) boosted.steps().size())
        .isLessThanOrEqualTo(step == StepPolicy.CERTIFIED ? whole : whole / 4);
    double[][] law = world.law(boosted.predictor());
    double poi = 0;
    double doi = 0;
    for (DecisionLoss loss : world.losses()) {
      for (DecisionRule rule : world.rules()) {
        poi = Math.max(poi, Math.abs(world.error(loss, RandomInstance.decided(rule), law)));
      }
      doi = Math.max(doi, Math.abs(world.error(loss, world.best(loss, law), law)));
      assertThat(world.gap(loss, law)).isLessThanOrEqualTo(2 * TOLERANCE + 1e-12);
    }
    assertThat(boosted.certificate().poi()).isCloseTo(poi, within(1e-12));
    assertThat(boosted.certificate().doi()).isCloseTo(doi, within(1e-12));
    assertThat(Math.max(poi, doi)).isLessThanOrEqualTo(TOLERANCE * (1 + 1e-9));
  }

  /** One-sided: the same bound on gaps, with |L| searches in each round instead of 2 |L|. */
  @Property(seed = "20230608", tries = 60)
  void oneSidedAuditsBoundTheGapInHalfTheSearches(
      @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
    RandomInstance world = RandomInstance.of(seed);
    for (AuditSide side : AuditSide.values()) {
      Boosted boosted =
          boost(StepPolicy.LINE_SEARCH, side, Selection.MAX, world)
              .run(world.evidence(), world.losses());
      long each = world.losses().size() * (side == AuditSide.TWO_SIDED ? 2L : 1L);
      assertThat(boosted.certificate().searches()).isEqualTo(each * (boosted.steps().size() + 1));
      for (DecisionLoss loss : world.losses()) {
        assertThat(world.gap(loss, world.law(boosted.predictor())))
            .isLessThanOrEqualTo(2 * TOLERANCE + 1e-12);
      }
    }
  }

  /** Property P8: the model of training and the one that is handed out agree in every bit. */
  @Property(seed = "20230609", tries = 60)
  void trainingAndEvaluationAgreeInEveryBit(
      @ForAll @LongRange(min = 0, max = 1L << 40) long seed, @ForAll StepPolicy step) {
    RandomInstance world = RandomInstance.of(seed);
    Boosting boosting = new Boosting(boost(step, world), world.losses(), round -> world.evidence());
    Boosted boosted = boosting.run();
    Evidence once = world.evidence();
    Boosting reused = new Boosting(boost(step, world), world.losses(), round -> once);
    assertThat(reused.run().predictor()).isEqualTo(boosted.predictor());
    double[] trained = reused.probabilities();
    double[][] law = world.law(boosted.predictor());
    for (int i = 0; i < law.length; i++) {
      for (int a = 0; a < world.decisions(); a++) {
        assertThat(Double.doubleToLongBits(law[i][a]))
            .isEqualTo(Double.doubleToLongBits(trained[i * world.decisions() + a]));
      }
    }
  }

  /** E9. */
  @Property(seed = "20230610", tries = 30)
  void duplicatesChangeNothingButTheWork(
      @ForAll @LongRange(min = 0, max = 1L << 40) long seed, @ForAll StepPolicy step) {
    RandomInstance world = RandomInstance.of(seed);
    Boosted once = boost(step, world).run(world.evidence(), world.losses());
    List<DecisionLoss> losses = twice(world.losses());
    Boosted twice =
        new PoiBoost(
                TOLERANCE,
                step,
                AuditSide.TWO_SIDED,
                Selection.MAX,
                new AllRules(twice(world.rules())))
            .run(world.evidence(), losses);
    assertThat(twice.steps()).isEqualTo(once.steps());
    assertThat(twice.certificate().searches()).isEqualTo(2 * once.certificate().searches());
  }

  private static <T> List<T> twice(List<T> once) {
    return Stream.concat(once.stream(), once.stream()).toList();
  }
}

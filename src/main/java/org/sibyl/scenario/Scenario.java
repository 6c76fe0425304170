package org.sibyl.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.Foreseeable;
import org.sibyl.behavior.LastAction;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.TrustRule;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.metrics.Metric;
import org.sibyl.metrics.performative.Deployments;
import org.sibyl.metrics.performative.OracleCalls;
import org.sibyl.metrics.performative.Samples;
import org.sibyl.network.Network;
import org.sibyl.network.NetworkGenerator;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.WithWarning;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.Nature;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.PreparedSources;
import org.sibyl.prediction.Task;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.scenario.sweep.Sweep;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Survey;
import org.sibyl.simulation.World;

/**
 * All that fixes a run: an immutable value, read from one file. The record's components are the
 * sections of the file.
 */
@About("all that fixes a run, in one file")
public record Scenario(
    @Parameter("any text; the output folder is named after it") String name,
    @Parameter(value = "the figure, theorem or text that it belongs to", byDefault = "''")
        String reference,
    @Parameter(
            value = "seed of all randomness, a 64-bit whole number",
            range = "[-9223372036854775808, 9223372036854775807]",
            byDefault = "0")
        long seed,
    @Parameter(value = "rounds at most", unit = "rounds", range = "[1, 1000000000]") int rounds,
    @Parameter(
            value =
                "rounds per game; above 1, learning comes once a game and individuals begin anew",
            unit = "rounds",
            range = "[1, 1000000000]",
            byDefault = "1")
        int episodeLength,
    @Parameter(
            "when a run ends early; left out, retraining without noise stops when the world repeats,"
                + " others never")
        Optional<Stop> stop,
    @Parameter(
            value = "independent repetitions",
            unit = "runs",
            range = "[1, 1000000]",
            byDefault = "1")
        int replicates,
    @Parameter(value = "the individuals", byDefault = "{}") PopulationDesign population,
    @Parameter("who sees whom") NetworkGenerator network,
    @Parameter("how individuals respond") ResponseModel behavior,
    @Parameter(value = "how trust is revised", byDefault = "{type: fixed}") TrustRule trust,
    @Parameter("what comes of it") Nature outcome,
    @Parameter(value = "what of a response remains", byDefault = "{type: last-action}")
        Carryover carryover,
    @Parameter(value = "what the Predictor observes", byDefault = "{type: whole}") Survey survey,
    @Parameter("what the Predictor chooses from and how it is judged") Optional<Task> task,
    @Parameter("which risk is to stay below which level") Optional<RiskTarget> risk,
    @Parameter("what can be decided, and by which losses it is judged")
        Optional<DecisionProblem> decisions,
    @Parameter("how the Predictor learns") Algorithm learning,
    @Parameter("what is measured each round") List<Metric> metrics,
    @Parameter("variants for a sweep; a single run ignores them") Optional<Sweep> sweep) {

  private static final Range ROUNDS = Range.parse("[1, 1000000000]");
  private static final Range REPLICATES = Range.parse("[1, 1000000]");

  /** Part of a scenario that does not fit the rest; the path says which. */
  static final class Misfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String path;

    Misfit(String path, IllegalArgumentException cause) {
      super(cause.getMessage(), cause);
      this.path = path;
    }

    String path() {
      return path;
    }
  }

  public Scenario {
    if (name.isBlank()) {
      throw Check.invalid("name", "''", "must not be empty");
    }
    Check.within("rounds", rounds, ROUNDS);
    Check.within("episode-length", episodeLength, ROUNDS);
    Check.within("replicates", replicates, REPLICATES);
    if (population.features().isPresent() && carryover instanceof LastAction) {
      throw Check.invalid(
          "carryover",
          "last-action",
          "would replace the features that people come with. Write carryover: {type: reset}, or keep");
    }
    boolean isMetered = task.isPresent() || risk.isPresent() || decisions.isPresent();
    metrics = isMetered ? metered(metrics) : List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw Check.invalid("metrics", "an empty list", "must name at least one metric");
    }
    for (int k = 1; k < metrics.size(); k++) {
      if (metrics.indexOf(metrics.get(k)) < k) {
        throw Check.invalid(
            "metrics", "'" + metrics.get(k).name() + "'", "must be given only once");
      }
    }
  }

  /** With a task, a risk or decisions, every row says what it took. */
  private static List<Metric> metered(List<Metric> given) {
    List<Metric> all = new ArrayList<>(given);
    for (Metric meter : List.of(new Deployments(), new Samples(), new OracleCalls())) {
      if (!given.isEmpty() && !given.contains(meter)) {
        all.add(meter);
      }
    }
    return List.copyOf(all);
  }

  /** The laws of a replicate's world. */
  public Dynamics dynamics(int replicate, Workers workers) {
    return new Dynamics(
        behavior, outcome, trust, carryover, survey, episodeLength, randomness(replicate), workers);
  }

  /**
   * A replicate's world before round 1.
   *
   * @throws IllegalArgumentException when parts do not fit each other
   */
  public World world(int replicate) {
    return world(replicate, new PreparedSources());
  }

  /** The same, with sources of people that may have been read already. */
  World world(int replicate, PreparedSources sources) {
    Randomness randomness = randomness(replicate);
    Network people =
        part("network", () -> network.generate(size(sources), randomness.at(Draw.NETWORK, 0)));
    PopulationDesign design = part("population", () -> population.prepared(sources));
    Population individuals =
        part("population", () -> design.build(people.size(), randomness.at(Draw.FEATURES, 0)));
    checked(
        "decisions",
        () -> decisions.ifPresent(given -> given.check(individuals.features().columns())));
    checked("survey", () -> survey.check(people.size()));
    checked("learning", () -> checkForesight(individuals, people));
    Learner learner =
        part(
            "learning",
            () ->
                learning.start(
                    new Beginning(people, individuals.features()), randomness.at(Draw.LEARNER, 0)));
    return World.first(individuals, people, learner);
  }

  private void checkForesight(Population individuals, Network people) {
    if (!learning.differentiatesGames()) {
      return;
    }
    if (Foreseeable.of(behavior, trust, individuals, people).isEmpty()) {
      throw new IllegalArgumentException(
          "differentiates how people respond, but nobody knows the derivative here. Write behavior:"
              + " {type: pivotal-cooperation}, and trust: {type: bayesian} or fixed.");
    }
    if (!(carryover instanceof LastAction)) {
      throw new IllegalArgumentException(
          "forecasts from last actions. Write carryover: {type: last-action}, and no features.");
    }
  }

  private Randomness randomness(int replicate) {
    return Randomness.of(seed).replicate(replicate);
  }

  /** How many individuals there are. */
  public int size() {
    return size(new PreparedSources());
  }

  /** The same, with sources of people that may have been read already. */
  int size(PreparedSources sources) {
    OptionalInt fixed = part("network", network::fixedSize);
    OptionalInt given = population.size();
    if (fixed.isPresent() && given.isPresent() && fixed.getAsInt() != given.getAsInt()) {
      throw new Misfit(
          "population.size",
          new IllegalArgumentException(
              given.getAsInt()
                  + " does not fit the network of "
                  + fixed.getAsInt()
                  + ". Leave the key out."));
    }
    OptionalInt rows =
        fixed.isEmpty() && given.isEmpty()
            ? part("population", () -> population.prepared(sources).fixedSize())
            : OptionalInt.empty();
    if (rows.isPresent()) {
      return rows.getAsInt();
    }
    if (fixed.isEmpty() && given.isEmpty()) {
      throw new Misfit(
          "population.size",
          new IllegalArgumentException(
              "is missing, and this network has no size of its own. Give it: population: {size: 100}."));
    }
    return fixed.orElseGet(given::getAsInt);
  }

  /** When its runs end early. Under noise a world that repeats may still change, so none do. */
  public Stop stopping() {
    return stop.orElse(learning.runsToHorizon() || isNoisy() ? Stop.HORIZON : Stop.STABLE);
  }

  /** Whether anything is drawn in its rounds; initial forecasts and networks are drawn before. */
  private boolean isNoisy() {
    return Stream.of(behavior, trust, outcome, carryover, survey)
            .anyMatch(part -> !Draws.within((Record) part).isEmpty())
        || !Draws.of((Record) learning).isEmpty();
  }

  /** The same scenario with nothing left to defaults. */
  public Scenario resolved() {
    return resolved(new PreparedSources());
  }

  /** The same, with sources of people that may have been read already. */
  Scenario resolved(PreparedSources sources) {
    return new Scenario(
        name,
        reference,
        seed,
        rounds,
        episodeLength,
        Optional.of(stopping()),
        replicates,
        population.sized(size(sources)),
        network,
        behavior,
        trust,
        outcome,
        carryover,
        survey,
        task,
        risk,
        decisions,
        learning,
        metrics,
        sweep);
  }

  /** The same scenario with this sweep. */
  public Scenario with(Sweep other) {
    return with(Optional.of(other), replicates);
  }

  /** The same scenario as a single run: no sweep, one replicate. */
  public Scenario alone() {
    return with(Optional.empty(), 1);
  }

  private Scenario with(Optional<Sweep> otherSweep, int otherReplicates) {
    return new Scenario(
        name,
        reference,
        seed,
        rounds,
        episodeLength,
        stop,
        otherReplicates,
        population,
        network,
        behavior,
        trust,
        outcome,
        carryover,
        survey,
        task,
        risk,
        decisions,
        learning,
        metrics,
        otherSweep);
  }

  /** What is valid but may not mean what its author hopes. */
  public List<String> warnings() {
    Stream<String> ofParts =
        Stream.concat(
                Stream.of(network, behavior, trust, outcome, carryover, survey, learning),
                population.features().stream())
            .filter(WithWarning.class::isInstance)
            .flatMap(part -> ((WithWarning) part).warning().stream());
    Stream<String> ofNoise =
        stopping() == Stop.STABLE && isNoisy()
            ? Stream.of(
                "stop: stable ends a run when the world repeats, but by noise it may go on.")
            : Stream.empty();
    Stream<String> ofGames =
        learning.differentiatesGames() && episodeLength == 1
            ? Stream.of(
                "episode-length: 1 gives the learner nothing to learn of trust, which a forecast"
                    + " moves only for later rounds of a game. Maybe write episode-length: 20.")
            : Stream.empty();
    return Stream.of(ofParts, ofNoise, ofGames).flatMap(part -> part).toList();
  }

  private static void checked(String path, Runnable check) {
    part(
        path,
        () -> {
          check.run();
          return path;
        });
  }

  private static <T> T part(String path, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new Misfit(path, e);
    }
  }
}

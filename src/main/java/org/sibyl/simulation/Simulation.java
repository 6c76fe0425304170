package org.sibyl.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sibyl.behavior.Responder;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import sim.engine.Schedule;
import sim.engine.Sequence;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * A world on MASON's schedule: every step of the schedule plays a round, each phase at an ordering
 * of its own. It calls the same functions as {@link Dynamics#play(World)} and gives the same
 * rounds; here the individuals are agents that step, one after the other, in one {@link Sequence}.
 * With several workers the same responses are written range by range instead, in parallel.
 *
 * <p>MASON's own random generator is not used, and its seed is not ours: {@link #setSeed} does
 * nothing, so that the Console cannot replace the scenario's randomness.
 */
public class Simulation extends SimState {
  private static final long serialVersionUID = 1;

  private final transient Dynamics dynamics;
  private final transient World first;
  private final transient List<RoundObserver> observers = new ArrayList<>();
  private final transient Steppable[] individuals;
  private final Predictor predictor = new Predictor();

  private transient World world;
  private transient @Nullable Round lastRound;
  private transient @Nullable Progressing now;

  /** What has happened so far in the round being played. */
  private static final class Progressing {
    final Situation found;
    final Response.Draft draft;
    final Response.Hand hand;
    final Responder responder;
    Situation scored;
    @Nullable Response response;
    @Nullable Outcomes outcomes;
    @Nullable Population revised;
    @Nullable Cohort cohort;
    @Nullable World after;

    Progressing(Situation found, Dynamics dynamics) {
      this.found = found;
      this.scored = found;
      this.draft = new Response.Draft(found.population());
      this.hand = draft.hand();
      this.responder = dynamics.response().in(found);
    }
  }

  /** A simulation that will start with this world. */
  public Simulation(Dynamics dynamics, World first) {
    super(dynamics.randomness().seed());
    this.dynamics = dynamics;
    this.first = first;
    this.world = first;
    this.individuals = new Steppable[first.population().size()];
    Arrays.setAll(individuals, i -> new Individual(i, this));
  }

  /** Puts the world back to its start and everyone on the schedule. */
  @Override
  public void start() {
    super.start();
    world = first;
    lastRound = null;
    at(Phase.DEPLOY, predictor);
    at(
        Phase.RESPOND,
        dynamics.workers().threads() > 1
            ? state -> dynamics.respond(current().found, current().draft)
            : respondents(individuals.clone()));
    at(Phase.REALIZE, state -> realize());
    at(Phase.TRUST, state -> revise());
    at(Phase.LEARN, predictor::learn);
    at(Phase.RECORD, state -> record());
  }

  /**
   * The individuals as one agent on the schedule. Tests override it to reorder them or to take one
   * out.
   */
  protected Steppable respondents(Steppable[] everyone) {
    return new Sequence(everyone);
  }

  private void at(Phase phase, Steppable agent) {
    schedule.scheduleRepeating(Schedule.EPOCH, phase.ordinal(), agent);
  }

  /** Plays one round and returns it. */
  public Round playRound() {
    if (!schedule.step(this) || lastRound == null) {
      throw new IllegalStateException("simulation: call start() before the first round.");
    }
    return lastRound;
  }

  void deploy() {
    now = new Progressing(dynamics.deploy(world, world.learner().model()), dynamics);
  }

  void respond(int individual) {
    Progressing p = current();
    p.hand.write(individual, p.responder);
  }

  private void realize() {
    Progressing p = current();
    p.response = p.draft.finish();
    p.scored = dynamics.score(p.found, p.response);
    p.outcomes = dynamics.realize(p.scored, p.response);
  }

  private void revise() {
    Progressing p = current();
    p.revised = dynamics.revise(p.scored, done(p.response), done(p.outcomes));
  }

  void learn() {
    Progressing p = current();
    p.cohort =
        dynamics
            .survey()
            .observe(
                p.scored.deployment(), done(p.response), done(p.outcomes), dynamics.randomness());
    p.after = dynamics.learn(world, p.scored.deployment(), p.cohort, done(p.revised));
  }

  private void record() {
    Progressing p = current();
    Round round =
        new Round(
            world,
            p.scored.deployment(),
            done(p.response),
            done(p.outcomes),
            done(p.revised),
            done(p.cohort),
            done(p.after));
    now = null;
    lastRound = round;
    observers.forEach(observer -> observer.observe(round));
    world = round.after();
  }

  private Progressing current() {
    return done(now);
  }

  private static <T> T done(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("simulation: a phase ran before the one it builds on.");
    }
    return part;
  }

  /** Adds an observer, who is told of every round from now on. */
  public void observe(RoundObserver observer) {
    observers.add(observer);
  }

  /** The last finished round; empty before the first. */
  public Optional<Round> lastRound() {
    return Optional.ofNullable(lastRound);
  }

  /** An individual, as MASON inspects it. */
  public Individual individual(int index) {
    return (Individual) individuals[index];
  }

  /** The world about to be played. */
  public World world() {
    return world;
  }

  /** The laws of this world. */
  public Dynamics dynamics() {
    return dynamics;
  }

  /** Does nothing: randomness is the scenario's, all 64 bits of its seed. */
  @Override
  public void setSeed(long seed) {}

  /** The scenario's seed. */
  @Override
  public long seed() {
    return dynamics.randomness().seed();
  }
}

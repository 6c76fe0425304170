package org.sibyl.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.Foreseeable;
import org.sibyl.behavior.Responder;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.TrustRule;
import org.sibyl.learning.DivergenceException;
import org.sibyl.learning.Learner;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Access;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.PerformativeGradient;
import org.sibyl.prediction.Scored;
import org.sibyl.prediction.ShiftGradient;

/**
 * The laws of the world: a round as a function from world to world. Start reading at {@link
 * #play(World, Model)}.
 *
 * @param response how individuals respond
 * @param nature what comes of it
 * @param trust how trust is revised
 * @param carryover what of the response remains
 * @param survey what the Predictor observes
 * @param episodeLength rounds between learning; above 1, individuals then begin anew
 * @param randomness keyed noise
 * @param workers threads for the individuals' responses; they do not change results
 */
public record Dynamics(
    ResponseModel response,
    Nature nature,
    TrustRule trust,
    Carryover carryover,
    Survey survey,
    int episodeLength,
    Randomness randomness,
    Workers workers) {

  public Dynamics {
    Check.atLeast("episode-length", episodeLength, 1);
  }

  /** Plays a round with the learner's model. */
  public Round play(World world) {
    return play(world, world.learner().model());
  }

  /**
   * Plays a round with another model instead: a counterfactual under the same noise, which disturbs
   * nothing. The learner learns from it as from its own.
   */
  public Round play(World world, Model model) {
    Situation found = deploy(world, model);
    Response done = respond(found);
    Situation scored = score(found, done);
    Outcomes outcomes = realize(scored, done);
    Population revised = revise(scored, done, outcomes);
    Cohort cohort = survey.observe(scored.deployment(), done, outcomes, randomness);
    World after = learn(world, scored.deployment(), cohort, revised);
    return new Round(world, scored.deployment(), done, outcomes, revised, cohort, after);
  }

  /** The distribution map of this world's next round: what each model would induce. */
  public DistributionMap distributionMap(World world) {
    return (deployed, replicate) -> with(randomness.replicate(replicate)).observe(world, deployed);
  }

  /** What would be observed of a round with this model; the learner does not learn from it. */
  private Cohort observe(World world, Model model) {
    Situation found = deploy(world, model);
    Response done = respond(found);
    Situation scored = score(found, done);
    Outcomes outcomes = realize(scored, done);
    revise(scored, done, outcomes); // a world that could not go on has no data
    return survey.observe(scored.deployment(), done, outcomes, randomness);
  }

  /** These laws under other noise. */
  public Dynamics with(Randomness other) {
    return new Dynamics(response, nature, trust, carryover, survey, episodeLength, other, workers);
  }

  Situation deploy(World world, Model model) {
    Population population = world.population();
    Column predictions =
        model.scored() == Scored.BEFORE_RESPONSE
            ? model.predict(population.features(), randomness.at(Draw.DEPLOYMENT, world.round()))
            : Column.constant(population.size(), Double.NaN);
    return new Situation(
        model.scored() == Scored.BEFORE_RESPONSE
            ? deployment(world.round(), model, population.features(), predictions)
            : new Deployment(world.round(), model, predictions),
        population,
        world.network(),
        randomness);
  }

  /** The deployment with its propensities, on the features that the model has read. */
  private static Deployment deployment(
      int round, Model model, Matrix features, Column predictions) {
    try {
      return Deployment.of(round, model, features, predictions);
    } catch (IllegalArgumentException e) {
      throw new RunFailure(round, Phase.DEPLOY, String.valueOf(e.getMessage()));
    }
  }

  private Response respond(Situation situation) {
    Response.Draft draft = new Response.Draft(situation.population());
    respond(situation, draft);
    return draft.finish();
  }

  void respond(Situation situation, Response.Draft draft) {
    workers.ranges(
        situation.population().size(),
        (from, to) -> {
          Responder responder = response.in(situation);
          Response.Hand hand = draft.hand();
          for (int i = from; i < to; i++) {
            hand.write(i, responder);
          }
        });
  }

  /** Models that score shown features speak only now. */
  Situation score(Situation found, Response done) {
    Deployment deployed = found.deployment();
    if (deployed.model().scored() == Scored.BEFORE_RESPONSE) {
      return found;
    }
    Column predictions =
        deployed.model().predict(done.features(), randomness.at(Draw.DEPLOYMENT, deployed.round()));
    return new Situation(
        deployment(deployed.round(), deployed.model(), done.features(), predictions),
        found.population(),
        found.network(),
        randomness);
  }

  Outcomes realize(Situation situation, Response done) {
    sound(situation, Phase.RESPOND, "action", done.actions());
    Outcomes outcomes = nature.realize(situation, done);
    sound(situation, Phase.REALIZE, "payoff", outcomes.payoffs());
    return outcomes;
  }

  Population revise(Situation situation, Response done, Outcomes outcomes) {
    Population trusting = trust.update(situation, done, outcomes.labels());
    Population next = carryover.next(situation, done, outcomes.labels(), trusting);
    Map<Attribute, Column> before = situation.population().columns();
    next.columns()
        .forEach(
            (attribute, column) -> {
              if (before.get(attribute) != column) {
                sound(situation, Phase.TRUST, attribute.name(), column);
              }
            });
    return next;
  }

  World learn(World world, Deployment deployed, Cohort cohort, Population revised) {
    Ledger used = world.ledger().after(deployed, cohort);
    if (world.roundOfEpisode() < episodeLength) {
      return world.goOn(revised, cohort, used);
    }
    Situation found = new Situation(deployed, world.population(), world.network(), randomness);
    Access access =
        new Access(
            world.learner().feedback(),
            deployed.model(),
            () -> shifts(found),
            () -> foresight(world),
            distributionMap(world));
    Episode episode = new Episode(world.seen(cohort), access);
    Learner wiser;
    try {
      wiser = world.learner().learn(episode, randomness.at(Draw.LEARNER, world.round()));
    } catch (DivergenceException e) {
      throw new RunFailure(world.round(), Phase.LEARN, String.valueOf(e.getMessage()));
    }
    return world.afterLearning(
        episodeLength > 1 ? world.newcomers() : revised, wiser, used.with(access));
  }

  /** The derivatives of both parts; none where one has none, for half of it would mislead. */
  private List<ShiftGradient> shifts(Situation found) {
    List<ShiftGradient> shifts =
        Stream.of(response, nature).flatMap(part -> Shifting.of(part, found).stream()).toList();
    return shifts.size() == 2 ? shifts : List.of();
  }

  /** For the game that ends with this round: of one round only, it began with those found now. */
  private Optional<PerformativeGradient> foresight(World world) {
    Population first = episodeLength > 1 ? world.newcomers() : world.population();
    return Foreseeable.of(response, trust, first, world.network());
  }

  private static void sound(Situation situation, Phase phase, String name, Column column) {
    int individual = column.firstNaN();
    if (individual >= 0) {
      throw new RunFailure(situation.round(), phase, individual, name);
    }
  }
}

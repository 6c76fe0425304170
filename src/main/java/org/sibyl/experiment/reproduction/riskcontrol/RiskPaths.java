package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.List;
import java.util.OptionalDouble;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.width.Width;

/**
 * Trajectories: every lambda, its risk on those who responded to the rule before, and on its own.
 * Those of everybody, where sampling plays no part, and examples with cohorts that are new in each
 * round. On uniform people the way goes half of what is left in each round, and then all of it.
 */
final class RiskPaths implements Reproduction {
  private static final OptionalDouble NONE = OptionalDouble.of(0);

  @Override
  public String name() {
    return "prc-trajectories";
  }

  @Override
  public String reference() {
    return "Li et al. 2025, Figures 7, 9 and 10";
  }

  @Override
  public String statement() {
    return "lambda falls and the risk rises to just below the level, in fewer rounds than planned";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "lambda", "risk-before", "risk").by("people", "sampled", "tau");
  }

  @Override
  public String expected(Workbench bench) {
    return Borrowers.expected(name(), bench);
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure =
        new Figure("people", "sampled", "tau", "round", "lambda", "risk-before", "risk");
    uniform(bench, figure);
    borrowers(bench, figure, 1, Experiment.expected());
    borrowers(bench, figure, 2, Experiment.tail());
    return figure;
  }

  private static void uniform(Workbench bench, Figure figure) {
    Width none = bench.width().apply((sample, failure, measure, level) -> NONE);
    PerformativeRiskControl control = UniformPeople.control(0.02, 0.5, none);
    UniformPeople people = new UniformPeople(bench);
    List<Double> lambdas = people.exactly(control);
    figure.put("uniform people: steps", lambdas.size() - 1);
    for (int t = 0; t < lambdas.size(); t++) {
      double lambda = lambdas.get(t);
      double risk = people.risk(lambda, lambda);
      figure.put("uniform people: lambda " + t, lambda);
      figure.put("uniform people: risk " + t, risk);
      double before = lambdas.get(StrictMath.max(0, t - 1));
      figure.row(0, 0, 0.5, t, lambda, people.risk(before, lambda), risk);
    }
  }

  private static void borrowers(Workbench bench, Figure figure, int number, Experiment experiment) {
    Borrowers borrowers = Borrowers.of(bench, experiment);
    Pool pool = borrowers.pool();
    for (double slope : experiment.slopes()) {
      borrowers.putPlan(figure, slope);
      Trajectories all = borrowers.limit(slope);
      String place = experiment.name() + ", tau " + slope + ": ";
      List<Double> limit = all.play(round -> pool.everyone()).lambdas();
      figure.put(place + "steps", limit.size() - 1);
      figure.put(place + "lambda never rises", falls(limit));
      for (int t = 0; t < limit.size(); t++) {
        double before = rowOf(figure, number, 0, slope, all, pool, limit, t);
        if (t == 1 || t == 2 || t == limit.size() - 1) {
          String when = t == limit.size() - 1 ? "last " : t + ". ";
          figure.put(place + when + "lambda", limit.get(t));
          figure.put(place + when + "risk on those before", before);
          figure.put(place + when + "risk", borrowers.risk(limit.get(t)));
        }
      }
      List<Double> example =
          borrowers
              .play(
                  borrowers.plan(slope).orElseThrow(),
                  slope,
                  Sampling.FRESH,
                  Workbench.randomness())
              .lambdas();
      figure.put(place + "an example's lambda never rises", falls(example));
      for (int t = 0; t < example.size(); t++) {
        rowOf(figure, number, 1, slope, all, pool, example, t);
      }
    }
  }

  /** Adds a row, and says the risk on those who responded to the rule before. */
  private static double rowOf(
      Figure figure,
      int people,
      int sampled,
      double slope,
      Trajectories all,
      Pool pool,
      List<Double> lambdas,
      int t) {
    double lambda = lambdas.get(t);
    double earlier = lambdas.get(StrictMath.max(0, t - 1));
    double before = all.curve(pool.everyone(), earlier, t).at(lambda);
    double risk = all.curve(pool.everyone(), lambda, t).at(lambda);
    figure.row(people, sampled, slope, t, lambda, before, risk);
    return before;
  }

  private static boolean falls(List<Double> lambdas) {
    for (int t = 1; t < lambdas.size(); t++) {
      if (lambdas.get(t) > lambdas.get(t - 1)) {
        return false;
      }
    }
    return true;
  }
}

package org.sibyl.experiment.reproduction;

import java.util.Optional;

/** A figure or theorem of a paper that the program recomputes. */
public interface Reproduction {
  /** Its name on the command line. */
  String name();

  /** Paper, figure or theorem. */
  String reference();

  /** What it shows, in one line. */
  String statement();

  /** How its figure is drawn. */
  Axes axes();

  /** What it needs that is not there, and where to put it; empty when it can be measured. */
  default Optional<String> missing(Workbench bench) {
    return Optional.empty();
  }

  /** Under which name its expected numbers lie; another one where a stand-in's are used. */
  default String expected(Workbench bench) {
    return name();
  }

  /** Recomputes its numbers. */
  Figure measure(Workbench bench);

  /** Measures, and holds every number against the expected one. */
  default Verdict run(Workbench bench) {
    Figure figure = measure(bench);
    return new Verdict(this, figure, Finding.all(Expected.of(expected(bench)), figure.estimates()));
  }
}

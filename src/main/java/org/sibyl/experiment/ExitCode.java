package org.sibyl.experiment;

/** Exit codes of the command line. */
final class ExitCode {
  static final int DONE = 0;

  /** A reproduction or a guarantee is out of its band. */
  static final int OUT_OF_BAND = 1;

  /** The command line or the scenario is wrong. */
  static final int WRONG_INPUT = 2;

  /** A run failed: input or output, or it diverged. */
  static final int FAILED = 3;

  private ExitCode() {}
}

package org.sibyl.learning;

/** How far a learner is. */
public enum Progress {
  /** It may deploy another model next time. */
  LEARNING,
  /** It will not change its model any more, whatever it sees. */
  FINISHED
}

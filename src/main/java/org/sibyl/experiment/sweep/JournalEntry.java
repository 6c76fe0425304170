package org.sibyl.experiment.sweep;

import java.util.Comparator;

/**
 * A result that is safe in the journal, without its values.
 *
 * @param key the task's key
 * @param cell the cell's number in the design, from 0
 * @param replicate the repetition, from 0
 * @param ended how the trial ended, as in {@link TrialResult}
 * @param offset where its record begins in the file, in bytes
 */
public record JournalEntry(String key, long cell, int replicate, String ended, long offset) {
  /** The order of the tables: by cell, then by replicate. */
  static final Comparator<JournalEntry> BY_TRIAL =
      Comparator.comparingLong(JournalEntry::cell).thenComparingInt(JournalEntry::replicate);
}

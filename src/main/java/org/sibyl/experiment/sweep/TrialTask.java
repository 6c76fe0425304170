package org.sibyl.experiment.sweep;

import java.io.Serializable;
import java.util.List;

/**
 * A trial to be run: a cell of a sweep and one of its replicates. A value that can be sent to
 * another machine.
 *
 * @param cell the cell's number in the design, from 0
 * @param replicate the repetition, from 0
 * @param key what the trial is a trial of: a digest of the cell's resolved scenario with its input
 *     files, the replicate and the version of the program, in hexadecimal
 * @param settings the cell's values, each {@code path=value} as {@code --set} takes it
 */
public record TrialTask(long cell, int replicate, String key, List<String> settings)
    implements Serializable {}

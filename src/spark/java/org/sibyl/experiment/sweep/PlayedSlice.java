package org.sibyl.experiment.sweep;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * A slice of a sweep that came back.
 *
 * @param results what its trials gave
 * @param seconds how long playing them took
 */
record PlayedSlice(ArrayList<TrialResult> results, double seconds) implements Serializable {}

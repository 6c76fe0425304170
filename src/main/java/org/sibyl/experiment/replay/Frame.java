package org.sibyl.experiment.replay;

import java.util.Map;

/**
 * What is kept of one round.
 *
 * @param round its number
 * @param values by column, one for each individual shown
 * @param histograms by quantity and curve, of the whole population
 */
record Frame(
    int round, Map<String, double[]> values, Map<String, Map<String, Histogram>> histograms) {}

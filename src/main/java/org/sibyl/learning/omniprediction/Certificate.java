package org.sibyl.learning.omniprediction;

/**
 * What the last audit found.
 *
 * @param poi the greatest error of a rule, performative outcome indistinguishability
 * @param doi the greatest error of best decisions, decision outcome indistinguishability
 * @param searches calls of the auditor in the whole run
 */
public record Certificate(double poi, double doi, long searches) {}

package org.sibyl.learning.omniprediction;

import org.sibyl.prediction.decision.Update;

/**
 * An update and why it was made.
 *
 * @param update what was changed
 * @param error of the rule before it: modelled less true risk
 * @param potential before it: the mean squared distance of the model from the truth, summed over
 *     decisions; NaN where the truth is not known
 */
public record BoostStep(Update update, double error, double potential) {}

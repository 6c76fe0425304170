package org.sibyl.prediction;

import org.sibyl.numeric.Column;

/**
 * A model in force for one round, and what it says to each individual.
 *
 * @param round from 1
 * @param model the model
 * @param predictions one for each individual; NaN where nothing was said
 */
public record Deployment(int round, Model model, Column predictions) {}

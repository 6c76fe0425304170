package org.sibyl.learning.neural;

/**
 * A predictor as training left it: the network of its best game.
 *
 * @param architecture of the network
 * @param individuals it was trained with
 * @param weights of the best game
 * @param epoch number of that game, from 1; 0 when none was played
 */
public record TrainedPredictor(
    Architecture architecture, int individuals, Weights weights, int epoch) {}

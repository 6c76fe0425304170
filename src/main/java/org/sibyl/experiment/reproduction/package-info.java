/**
 * Figures and theorems of the papers, recomputed by the agents and held against numbers that were
 * recorded elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.sibyl.experiment.reproduction;

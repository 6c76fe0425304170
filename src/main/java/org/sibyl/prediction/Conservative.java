package org.sibyl.prediction;

/**
 * A model that is named by how conservative it is: the larger the number, the fewer people it
 * harms. People see the number and respond to it (Li et al. 2025, Performative risk control,
 * section 2).
 */
public interface Conservative extends Model {
  /** Lambda: how conservative the model is. */
  double conservativeness();
}

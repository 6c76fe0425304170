/** Decisions that change outcomes: losses of decisions, rules that decide, models of outcomes. */
@NullMarked
package org.sibyl.prediction.decision;

import org.jspecify.annotations.NullMarked;
